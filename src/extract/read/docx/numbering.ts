import { formatNumber } from '../numbers/numerals.js';
import type { XmlHandlers } from '../xml/xml.js';
import { isOn } from './styles.js';

interface Level {
  start: number;
  format: string;
  /** `%1` stands for the number of level 1. */
  text: string;
  /** The level starts again after a paragraph of this level (from 1) or a higher one; 0: never; `null`: after any higher one. */
  restart: number | null;
  /** Numbers of all levels in decimal. */
  legal: boolean;
  suffix: string;
  style: string | null;
}

interface Abstract {
  levels: Map<number, Level>;
  /** Names of the numbering style that the list defines or borrows from. */
  defines: string | null;
  borrows: string | null;
}

interface Instance {
  abstract: string | null;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** Characters of a label's pattern; a longer one is an attack. */
const longestLabel = 100;

const suffixes: Readonly<Record<string, string>> = { tab: '\t', space: ' ', nothing: '' };

/** Collects the lists of a document (`w:numbering`) and counts its paragraphs. */
export function numberedLists() {
  const abstracts = new Map<string, Abstract>();
  const instances = new Map<string, Instance>();
  /** By abstract list: instances of one share their counters. */
  const counters = new Map<Abstract, Map<number, number>>();
  const restarted = new Set<string>();
  let abstract: Abstract | null = null;
  let instance: Instance | null = null;
  let override = 0;
  let level: Level | null = null;

  const handlers: XmlHandlers = {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') {
        abstract = { levels: new Map(), defines: null, borrows: null };
        abstracts.set(attributes['w:abstractNumId'] ?? '', abstract);
      } else if (name === 'w:num') {
        instance = { abstract: null, starts: new Map(), levels: new Map() };
        instances.set(attributes['w:numId'] ?? '', instance);
      } else if (name === 'w:lvl') {
        level = {
          start: 1,
          format: 'decimal',
          text: '',
          restart: null,
          legal: false,
          suffix: '\t',
          style: null,
        };
        (instance ?? abstract)?.levels.set(Number(attributes['w:ilvl']), level);
      } else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl']);
      else if (name === 'w:startOverride') instance?.starts.set(override, Number(value));
      else if (name === 'w:abstractNumId' && instance !== null) instance.abstract = value;
      else if (name === 'w:styleLink' && abstract !== null) abstract.defines = value;
      else if (name === 'w:numStyleLink' && abstract !== null) abstract.borrows = value;
      else if (level === null) return;
      else if (name === 'w:start') level.start = Number(value);
      else if (name === 'w:numFmt') level.format = value;
      else if (name === 'w:lvlText') level.text = value.slice(0, longestLabel);
      else if (name === 'w:lvlRestart') level.restart = Number(value);
      else if (name === 'w:isLgl') level.legal = isOn(attributes);
      else if (name === 'w:suff') level.suffix = suffixes[value] ?? '\t';
      else if (name === 'w:pStyle') level.style = value;
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null;
      else if (name === 'w:num') instance = null;
      else if (name === 'w:lvl') level = null;
    },
  };

  function abstractOf(list: Instance): Abstract | null {
    const own = list.abstract === null ? undefined : abstracts.get(list.abstract);
    if (own?.borrows == null) return own ?? null;
    return [...abstracts.values()].find((each) => each.defines === own.borrows) ?? own;
  }

  return {
    handlers,

    /** The level of a list that a paragraph style stands for, if any. */
    levelOfStyle(numbering: string, style: string): number | null {
      const list = instances.get(numbering);
      const levels = list === undefined ? undefined : abstractOf(list)?.levels;
      return [...(levels ?? [])].find(([, each]) => each.style === style)?.[0] ?? null;
    },

    /** Counts one paragraph and returns what Word prints before it; '' for bullets and unknown lists. */
    label(numbering: string, depth: number): string {
      const list = instances.get(numbering);
      const base = list === undefined ? null : abstractOf(list);
      if (list === undefined || base === null) return '';
      const levelAt = (at: number) => list.levels.get(at) ?? base.levels.get(at);
      const own = levelAt(depth);
      if (own === undefined) return '';
      const numbers = counters.get(base) ?? new Map<number, number>();
      counters.set(base, numbers);
      const startAgain = list.starts.get(depth);
      const key = `${numbering}/${depth}`;
      if (startAgain !== undefined && !restarted.has(key)) numbers.set(depth, startAgain);
      else numbers.set(depth, (numbers.get(depth) ?? own.start - 1) + 1);
      restarted.add(key);
      for (const deeper of [...numbers.keys()]) {
        const restart = levelAt(deeper)?.restart ?? null;
        if (deeper > depth && (restart === null || depth < restart)) numbers.delete(deeper);
      }
      if (own.format === 'bullet') return '';
      const label = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = own.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal');
        return formatNumber(numbers.get(at) ?? levelAt(at)?.start ?? 1, format);
      });
      return label === '' ? '' : label + own.suffix;
    },
  };
}
