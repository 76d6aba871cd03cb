import type { RegisterKind } from '../../model/index.js';
import type { Sheet, SheetRow } from '../read/index.js';
import { yearIn } from '../words/days.js';
import type { Heads } from '../words/heads.js';
import type { Words } from '../words/meaning.js';
import { bare } from '../words/plain.js';
import type { RegisterVocabulary, ValueList } from '../words/vocabulary.js';
import { cellsOf, headAt, type Head } from './head.js';

/** An entry of a register: its texts by column, and what is said around it. */
export interface Entry {
  /** `SHEET!ROW` */
  row: string;
  kind: RegisterKind;
  head: Head;
  /** Texts of each column, one for each of its rows that says something else. */
  cells: readonly (readonly string[])[];
  /** Year of dates without one. */
  year: number | null;
  /** Titles above it, and the name of its sheet. */
  about: readonly string[];
  plainNumbers: boolean;
}

export interface ReadSheet {
  kind: RegisterKind | null;
  entries: Entry[];
  /** Rows of sums in a statistic. */
  sums: Entry[];
  /** A sheet with rows, but no head that says what they are. */
  headless: boolean;
  cutOff: boolean;
}

export interface Vocabulary {
  heads: Heads;
  words: Words;
  file: RegisterVocabulary;
}

/** Rows from the top in which a first head is looked for; after that only below a gap, a title or where the head is repeated. */
const deepest = 200;

/** The entries of a sheet; its file may tell the year. */
export function entriesOf(
  sheet: Sheet,
  number: number,
  { name: fileName, year: fileYear }: { name: string; year: number | null },
  { heads, words, file }: Vocabulary,
): ReadSheet {
  const totals = new Set(file.totals.map(bare));
  const vocabulary = { heads, words, registers: file.registers };
  const entries: Entry[] = [];
  const sums: Entry[] = [];
  const titles: string[] = [...sheet.about];
  const ownYear = (texts: readonly string[]) =>
    texts.reduceRight<number | null>((year, text) => year ?? yearIn(text), null);
  let year = ownYear(titles) ?? fileYear;
  let head: Head | null = null;
  let fresh = true;
  let last: Entry | null = null;
  let dense = 0;
  const hints = (kind: RegisterKind) => {
    const { title } = file.registers[kind];
    const says = (text: string) => title.some((word) => text.includes(word));
    return (titles.some(says) ? 1.5 : 0) + (says(fileName) ? 0.5 : 0);
  };
  for (let index = 0; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index];
    const cells = cellsOf(row);
    if (row === undefined || cells.length === 0) {
      fresh = true;
      continue;
    }
    const [only] = cells;
    if (cells.length === 1 && only !== undefined && !isDateAlone(only.left, head)) {
      if (titles.length > 200) titles.splice(0, 100);
      titles.push(only.text);
      year = yearIn(only.text) ?? year;
      fresh = true;
      continue;
    }
    if (cells.length >= 3) dense += 1;
    const known: ReadonlySet<string> | undefined = head?.texts;
    const repeated = known !== undefined && cells.every(({ text }) => known.has(bare(text)));
    if (repeated || (fresh && (head !== null || index < deepest)) || (head === null && index < deepest)) {
      const found: Head | null = headAt(sheet.rows, index, vocabulary, hints);
      if (found !== null) {
        head = found;
        index = found.below - 1;
        fresh = false;
        last = null;
        continue;
      }
    }
    fresh = false;
    if (head === null) continue;
    const isSum = cells.some(({ text }) => isTotal(bare(text), totals));
    if (last !== null && !isSum && belongsAbove(row, index, head)) {
      last.cells = joined(last.cells as string[][], row);
      continue;
    }
    const entry: Entry = {
      row: `${number}!${row.number}`,
      kind: head.kind,
      head,
      cells: Array.from(row.cells, (cell) => (cell === undefined ? [] : [cell.text])),
      year,
      about: titles.slice(-12),
      plainNumbers: sheet.plainNumbers,
    };
    if (isSum) {
      if (head.kind === 'enforcement') sums.push(entry);
      last = null;
    } else if (isEntry(entry, words)) {
      entries.push(entry);
      last = entry;
    }
  }
  for (const each of new Set(entries.map((entry) => entry.head)))
    addEvident(
      each,
      entries.filter((entry) => entry.head === each),
      words,
    );
  const [first] = entries;
  return {
    kind: first?.kind ?? head?.kind ?? null,
    entries,
    sums,
    headless: head === null && dense >= 3,
    cutOff: sheet.cutOff,
  };
}

/** Share of the texts of a column that must be words of a list, so that it holds nothing else. */
const most = 0.9;

/** Where no head names the kind of applicant or the outcome, the column whose texts are such words throughout. */
function addEvident({ kind, columns, ticks }: Head, entries: readonly Entry[], words: Words): void {
  if (kind !== 'applications') return;
  const named = new Set([...columns].filter(([field]) => field !== 'applicant').flatMap(([, own]) => own));
  for (const list of ['kind', 'outcome'] as const) {
    if (columns.has(list) || ticks.has(list)) continue;
    const width = entries.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
    const found: number[] = [];
    for (let column = 0; column < width; column += 1) {
      if (named.has(column)) continue;
      const texts = entries
        .flatMap(({ cells }) => cells[column] ?? [])
        .filter((text) => !words.isBlank(text));
      const known = texts.filter((text) => words.meaningOf(list, text).is === 'known');
      if (known.length >= 2 && known.length >= texts.length * most) found.push(column);
    }
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) columns.set(list, [only]);
  }
}

function isTotal(text: string, totals: ReadonlySet<string>): boolean {
  return totals.has(text) || totals.has(text.replaceAll(/[\d件宗条个一二三四五六七八九十第年月度季]/g, ''));
}

/** A lone text in the column of the first day is an entry that lacks everything else; anywhere else it is a title or a note. */
function isDateAlone(column: number, head: Head | null): boolean {
  return head?.columns.get('received')?.includes(column) === true && column > 0;
}

/** The number of the entry, or where it has none the day and the applicant, are merged with the row above. */
function belongsAbove(row: SheetRow, index: number, head: Head): boolean {
  const mergedAbove = (field: string) =>
    head.columns.get(field)?.some((column) => (row.cells[column]?.top ?? index) < index) === true;
  return (
    mergedAbove('number') ||
    (!head.columns.has('number') && mergedAbove('received') && mergedAbove('applicant'))
  );
}

function joined(above: string[][], { cells }: SheetRow): string[][] {
  return Array.from({ length: Math.max(above.length, cells.length) }, (_, column) => {
    const known = above[column] ?? [];
    const text = cells[column]?.text;
    return text === undefined || known.includes(text) ? known : [...known, text];
  });
}

/** Fields that lines prepared for entries to come may hold already. */
const prepared = new Set(['number', 'channel', 'billed', 'collected']);

/** Whether a row holds an entry at all: something stands in a column that the vocabulary knows, besides a number. */
function isEntry({ head, cells }: Entry, words: Words): boolean {
  const filled = (column: number) => (cells[column] ?? []).some((text) => !words.isBlank(text));
  for (const [field, columns] of head.columns) if (!prepared.has(field) && columns.some(filled)) return true;
  for (const ticks of head.ticks.values()) if ([...ticks.keys()].some(filled)) return true;
  return false;
}

/** The texts of a field of an entry that are not blank. */
export function textsOf(
  { head, cells }: Entry,
  field: string,
  words: Words,
): { column: number; text: string }[] {
  return (head.columns.get(field) ?? []).flatMap((column) =>
    (cells[column] ?? []).filter((text) => !words.isBlank(text)).map((text) => ({ column, text })),
  );
}

/** What the marks of an entry choose of a list: the meanings and where they stand; `null`: the head has no such columns. */
export function ticked(
  { head, cells }: Entry,
  list: ValueList,
  isMark: (text: string) => boolean,
  words: Words,
): { column: number; meaning: string; clear: boolean }[] | null {
  const ticks = head.ticks.get(list);
  if (ticks === undefined) return null;
  return [...ticks].flatMap(([column, meaning]) =>
    (cells[column] ?? [])
      .filter((text) => !words.isBlank(text) && text !== '0')
      .map((text) => ({ column, meaning, clear: isMark(text) })),
  );
}
