import { formatNumber } from '../numbers/numerals.js';
import type { Attributes } from '../xml/xml.js';

interface ListLevel {
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the label shows, this one last. */
  shown: number;
  after: string;
}

type ListStyle = Map<number, ListLevel>;

interface OpenList {
  style: ListStyle;
  name: string;
  counters: number[];
  level: number;
  /** The item has not had its label. */
  due: boolean;
  /** Where the item begins anew. */
  start: number | null;
}

/** Characters of what stands around a number; a longer text is an attack. */
const longestAffix = 50;

const mostLevels = 10;

/** `style:num-format` of ODF 1.3 part 3, 19.500, in the names of `formatNumber`. */
const formats: Readonly<Record<string, string>> = {
  '': 'none',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '１': 'decimalFullWidth',
};

const afterLabel: Readonly<Record<string, string>> = { nothing: '', space: ' ' };

/** Collects list styles and counts the items of lists and the headings of the outline. */
export function numberedLists() {
  const styles = new Map<string, ListStyle>();
  const outline: ListStyle = new Map();
  const outlineCounters: number[] = [];
  /** Counters of lists by their id and by the name of their style. */
  const known = new Map<string, number[]>();
  const open: OpenList[] = [];
  let style: ListStyle = new Map();
  let level: ListLevel | null = null;

  return {
    /** Of `text:list-style`, `text:outline-style` and what they hold. */
    styleNamed: (name: string) => void styles.set(name, (style = new Map<number, ListLevel>())),
    outlineStyle: () => void (style = outline),
    level(attributes: Attributes): void {
      const number = Number(attributes['text:level']);
      if (!(number >= 1 && number <= mostLevels)) return;
      level = levelOf(attributes);
      style.set(number, level);
    },
    alignment(attributes: Attributes): void {
      if (level !== null) level.after = afterLabel[attributes['text:label-followed-by'] ?? ''] ?? '\t';
    },

    openList(attributes: Attributes): void {
      const outer = open.at(-1);
      const name = attributes['text:style-name'] ?? outer?.name ?? '';
      const continued =
        attributes['text:continue-list'] ?? (attributes['text:continue-numbering'] === 'true' ? name : null);
      const counters = outer?.counters ?? (continued === null ? undefined : known.get(continued)) ?? [];
      known.set(name, counters);
      const id = attributes['xml:id'];
      if (id !== undefined) known.set(id, counters);
      const own = styles.get(name) ?? new Map<number, ListLevel>();
      open.push({ style: own, name, counters, level: (outer?.level ?? 0) + 1, due: false, start: null });
    },
    closeList: () => void open.pop(),
    openItem(attributes: Attributes): void {
      const list = open.at(-1);
      const start = attributes['text:start-value'];
      if (list !== undefined)
        Object.assign(list, { due: true, start: start === undefined ? null : Number(start) });
    },

    /** What is printed before a paragraph, or before a heading of `outlineLevel`. */
    label(outlineLevel: number | null): string {
      const list = open.at(-1);
      if (list === undefined)
        return outlineLevel !== null && outline.has(outlineLevel)
          ? next(outline, outlineCounters, outlineLevel, null)
          : '';
      if (!list.due) return '';
      list.due = false;
      return next(list.style, list.counters, list.level, list.start);
    },
  };
}

function levelOf(attributes: Attributes): ListLevel {
  const format = (attributes['style:num-format'] ?? '').split(',')[0]?.trim() ?? '';
  return {
    format: formats[format] ?? 'decimal',
    prefix: (attributes['style:num-prefix'] ?? '').slice(0, longestAffix),
    suffix: (attributes['style:num-suffix'] ?? '').slice(0, longestAffix),
    start: Number(attributes['text:start-value'] ?? 1),
    shown: Math.min(Number(attributes['text:display-levels'] ?? 1), mostLevels),
    after: '\t',
  };
}

/** Counts at `level` (from 1), beginning anew at `start`. */
function next(style: ListStyle, counters: number[], level: number, start: number | null): string {
  const own = style.get(level);
  counters[level] = start ?? (counters[level] ?? (own?.start ?? 1) - 1) + 1;
  counters.length = level + 1;
  if (own === undefined || own.format === 'none') return '';
  const numbers: string[] = [];
  for (let at = Math.max(1, level - own.shown + 1); at <= level; at += 1) {
    const shown = style.get(at);
    if (shown !== undefined && shown.format !== 'none')
      numbers.push(formatNumber(counters[at] ?? shown.start, shown.format));
  }
  return own.prefix + numbers.join('.') + own.suffix + own.after;
}
