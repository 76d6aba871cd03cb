import { leavesOf, type FormEdition } from '../../model/index.js';
import { headingCandidates } from '../sections/headings.js';
import { squeeze } from '../tables/stream/stream.js';
import { wholeReport, type ReportLine } from './lines.js';
import type { Title } from './titles.js';

/** Something that a report has once: a part with its text, or a table. */
export interface Sign {
  /** Official ordinal of a part (一 … 六) or id of a table (t2). */
  key: string;
  /** Index of the line where it begins. */
  line: number;
  source: string;
}

/** A heading that is surely one of the form's. */
const sureHeading = 3.5;
/** Characters of a line that a heading may begin. */
const headOfLine = 100;
/** Characters that make a text of a part, as against the next line of a table of contents. */
const leastText = 8;
/** Shorter labels are met in prose. */
const shortestLabel = 5;
/** A line of a table of contents. */
const contents = /(?:\.{3,}|·{3,}|…+|\s)\d{1,4}$/;

/** Parts that have a text, in the order of the lines. */
export function partSigns(lines: readonly ReportLine[], forms: readonly FormEdition[]): Sign[] {
  const found = lines.flatMap((line, index): (Sign & { rank: number; end: number })[] => {
    const whole = wholeReport(line);
    if (whole === null && (line.text === '' || contents.test(line.text))) return [];
    const [best] = headingCandidates(line.text.slice(0, headOfLine), index, line.marked, forms)
      .filter((each) => each.weight >= sureHeading)
      .sort((a, b) => b.weight - a.weight);
    const own =
      best === undefined
        ? []
        : [
            {
              key: best.section.ordinal,
              line: index,
              source: line.source.slice(0, headOfLine),
              rank: best.rank,
              end: best.end,
            },
          ];
    return whole === null ? own : [...own, ...partsInside(whole, index, forms)];
  });
  return found.filter(({ line, end }, i) => {
    const next = found[i + 1]?.line ?? lines.length;
    const own = lines[line];
    let text = (own === undefined ? 0 : (wholeReport(own) ?? own.text).length) - end;
    for (let at = line + 1; at < next && text < leastText; at += 1)
      text += (lines[at]?.texts ?? []).reduce((sum, each) => sum + each.length, 0);
    return text >= leastText;
  });
}

/** Headings within a line that holds a whole report. */
function partsInside(
  text: string,
  line: number,
  forms: readonly FormEdition[],
): (Sign & { rank: number; end: number })[] {
  const known = new Map<string, { key: string; rank: number; end: number; at: number }>();
  for (const { sections } of forms)
    sections.forEach(({ ordinal, heading }, rank) => {
      const at = text.indexOf(`${ordinal}、${heading}`);
      if (at > 0) known.set(ordinal, { key: ordinal, rank, end: 0, at });
    });
  return [...known.values()].map(({ at, ...each }) => ({ ...each, line, source: text.slice(at, at + 30) }));
}

interface Labels {
  any: RegExp;
  /** Tables that have the label. */
  tablesOf: Map<string, string[]>;
  /** For each table the labels of each edition. */
  editions: Map<string, Set<string>[]>;
}

const compiled = new WeakMap<readonly FormEdition[], Labels>();

/** Labels that stand once in their table and in no other. */
function labelsOf(forms: readonly FormEdition[]): Labels {
  const known = compiled.get(forms);
  if (known !== undefined) return known;
  const tablesOf = new Map<string, string[]>();
  const editions = new Map<string, Set<string>[]>();
  for (const form of forms) {
    const counts = new Map<string, number>();
    const own = form.tables.map((table) => {
      const leaves = table.blocks.flatMap((block) => [
        ...leavesOf(block.columns),
        ...leavesOf(block.rows ?? []),
      ]);
      const labels = leaves.map(({ label }) => squeeze(label.label));
      for (const each of labels) counts.set(each, (counts.get(each) ?? 0) + 1);
      return { table, labels };
    });
    for (const { table, labels } of own) {
      const telling = labels.filter((each) => each.length >= shortestLabel && counts.get(each) === 1);
      const grouped = table.blocks
        .flatMap((block) => block.columns.flatMap((each) => each.children ?? []))
        .filter((each) => each.children !== undefined)
        .map((each) => squeeze(each.label));
      const all = new Set([...telling, ...grouped.filter((each) => each.length >= shortestLabel)]);
      if (all.size === 0) continue;
      editions.set(table.id, [...(editions.get(table.id) ?? []), all]);
      for (const each of all) tablesOf.set(each, [...new Set([...(tablesOf.get(each) ?? []), table.id])]);
    }
  }
  const longest = [...tablesOf.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(longest.join('|') || '(?!)', 'g');
  const made = { any, tablesOf, editions };
  compiled.set(forms, made);
  return made;
}

/** Figures with a word of measure. */
const counted = /\d\s*[件条项个次宗份起]/;

/** What may stand in a table: sentences that count what a table counts name its labels, too. */
const outsideSentences = (text: string): string[] =>
  text.includes('。') ? text.split('。').filter((sentence) => !counted.test(sentence)) : [text];

/** Tables of which at least half of the labels stand there, in the order in which they begin; a title begins them anew. */
export function tableSigns(
  lines: readonly ReportLine[],
  titles: readonly Title[],
  forms: readonly FormEdition[],
): Sign[] {
  const { any, tablesOf, editions } = labelsOf(forms);
  const found: Sign[] = [];
  const open = new Map<string, { seen: Set<string>; last: string; sign: Sign }>();
  const isWhole = (table: string, seen: ReadonlySet<string>) =>
    (editions.get(table) ?? []).some(
      (labels) => [...labels].filter((each) => seen.has(each)).length * 2 >= labels.size,
    );
  const close = (table: string) => {
    const own = open.get(table);
    if (own !== undefined && isWhole(table, own.seen)) found.push(own.sign);
    open.delete(table);
  };
  const starts = new Set(titles.map(({ from }) => from));
  lines.forEach((line, index) => {
    if (starts.has(index)) for (const table of [...open.keys()]) close(table);
    for (const text of line.texts.flatMap(outsideSentences)) {
      if (text.length < shortestLabel) continue;
      const key = squeeze(text);
      // `matchAll` would make a copy of the expression for every text.
      any.lastIndex = 0;
      for (let match = any.exec(key); match !== null; match = any.exec(key)) {
        const [label] = match;
        for (const table of tablesOf.get(label) ?? []) {
          const own = open.get(table);
          if (own?.seen.has(label) === true && own.last !== label && isWhole(table, own.seen)) close(table);
          const now = open.get(table) ?? {
            seen: new Set<string>(),
            last: '',
            sign: { key: table, line: index, source: line.texts.join(' ').slice(0, headOfLine) },
          };
          now.seen.add(label);
          now.last = label;
          open.set(table, now);
        }
      }
    }
  });
  for (const table of [...open.keys()]) close(table);
  return found.sort((a, b) => a.line - b.line);
}
