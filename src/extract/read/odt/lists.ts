import { formatNumber } from '../numerals.js';
import type { Attributes } from '../xml.js';

export interface ListLevel {
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels the label shows, this one last. */
  shown: number;
  after: string;
}

export type ListStyle = Map<number, ListLevel>;

/** Characters of what stands around a number; a longer text is an attack. */
const longestAffix = 50;

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

/** A level of a numbered list (`text:list-level-style-number`). */
export function listLevel(attributes: Attributes): ListLevel {
  const format = attributes['style:num-format'] ?? '';
  return {
    format: formats[format === '' ? '' : (format.split(',')[0]?.trim() ?? '')] ?? 'decimal',
    prefix: (attributes['style:num-prefix'] ?? '').slice(0, longestAffix),
    suffix: (attributes['style:num-suffix'] ?? '').slice(0, longestAffix),
    start: Number(attributes['text:start-value'] ?? 1),
    shown: Math.min(Number(attributes['text:display-levels'] ?? 1), 10),
    after: '\t',
  };
}

/** Counts at `level` (from 1) and returns what is printed before the paragraph. `start` begins anew. */
export function nextLabel(style: ListStyle, counters: number[], level: number, start: number | null): string {
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
