import type { RegisterReason } from '../../model/index.js';
import { textsOf, ticked, type Entry } from '../layout/entries.js';
import { datesIn, isBefore, type Day } from '../words/days.js';
import type { Words } from '../words/meaning.js';
import type { Named } from '../words/named.js';
import { bare, plain } from '../words/plain.js';
import type { RegisterVocabulary, ValueList } from '../words/vocabulary.js';
import type { Problem } from './tally.js';

export interface FieldReading {
  words: Words;
  file: RegisterVocabulary;
  /** What its lists of values name of the tables. */
  named: Named;
}

/** A value that was read, none, or why it could not be. */
export type Read<Value> = { value: Value } | { none: true } | { problem: Problem };

const problem = (
  why: RegisterReason,
  field: string,
  column: number,
  text: string,
  known: boolean,
): { problem: Problem } => ({
  problem: { why, field, column, ...(known ? { text: plain(text) } : { length: text.length }) },
});

/**
 * The day in a field. A column that also holds a value (结果及日期) gives the day beside it; in a column of days alone, words that `open`
 * knows (办理中) say that there is none yet.
 */
export function dayOf(entry: Entry, field: string, { words }: FieldReading, open?: ValueList): Read<Day> {
  const texts = textsOf(entry, field, words);
  const days: { day: Day; column: number; text: string }[] = [];
  for (const { column, text } of texts) {
    const found = datesIn(text, entry.year, entry.plainNumbers);
    for (const day of found.days) days.push({ day, column, text });
    if (found.days.length > 0) continue;
    if (found.broken !== null) return problem(found.broken, field, column, text, false);
    const meaning = open === undefined ? null : words.meaningOf(open, text);
    if (meaning?.is === 'known') continue;
    if (meaning?.is === 'unknown' && isShared(entry, column, field)) continue;
    return problem('unreadable-date', field, column, text, false);
  }
  const [first, ...others] = days;
  if (first === undefined) return { none: true };
  if (others.every(({ day }) => day === first.day)) return { value: first.day };
  // Several days of one year leave no doubt about the year, which is what counts.
  const years = new Set(days.map(({ day }) => day.slice(0, 4)));
  if (years.size === 1) return { value: first.day.slice(0, 4) };
  return problem('unreadable-date', field, first.column, first.text, false);
}

/** Whether a column serves another field as well. */
function isShared({ head }: Entry, column: number, field: string): boolean {
  return [...head.columns].some(([other, columns]) => other !== field && columns.includes(column));
}

/** The text of a field without dates, where its column also holds some. */
function withoutDates(text: string, entry: Entry): string {
  const { days, rest } = datesIn(text, entry.year, false);
  return days.length === 0 || bare(rest) === '' ? (days.length === 0 ? text : '') : rest;
}

/** The meanings of a field by a list, or by the marks of the columns that stand for it. */
export function meaningsOf(
  entry: Entry,
  field: string,
  list: ValueList,
  { words, file }: FieldReading,
): Read<{ meanings: string[]; column: number; text: string }> {
  const marks =
    field === list ? ticked(entry, list, (text) => file.marks.includes(plain(text)), words) : null;
  if (marks !== null) {
    const [first, ...others] = marks;
    if (first === undefined) return { none: true };
    const odd = marks.find(({ clear }) => !clear);
    if (odd !== undefined || others.length > 0)
      return { problem: { why: 'ambiguous-word', field, column: (odd ?? first).column } };
    return { value: { meanings: [first.meaning], column: first.column, text: '' } };
  }
  const texts = textsOf(entry, field, words)
    .map(({ column, text }) => ({ column, text: withoutDates(text, entry) }))
    .filter(({ text }) => !words.isBlank(text));
  const [first] = texts;
  if (first === undefined) return { none: true };
  const meanings = new Set<string>();
  for (const { column, text } of texts) {
    const meaning = words.meaningOf(list, text);
    if (meaning.is === 'unknown') return problem('unknown-word', field, column, text, false);
    if (meaning.is === 'known') for (const each of meaning.meanings) meanings.add(each);
  }
  return {
    value: {
      meanings: [...meanings],
      column: first.column,
      // What a title in brackets says is no word of the vocabulary and may name a person.
      text: texts.map(({ text }) => plain(text).replaceAll(/《[^《》]*》/g, '')).join('、'),
    },
  };
}

/** The meaning that a list of words leaves: what is special goes before the group that it belongs to. `null`: they do not agree. */
export function settled(meanings: readonly string[], { file }: Pick<FieldReading, 'file'>): string | null {
  const groups = meanings.filter((each) => each.startsWith('group:')).map((each) => each.slice(6));
  const special = meanings.filter((each) => !each.startsWith('group:'));
  const [only, ...others] = special;
  if (only === undefined || others.length > 0) return null;
  return groups.every((group) => belongs(only, group, file)) ? only : null;
}

const belongs = (meaning: string, group: string, { groups }: RegisterVocabulary): boolean =>
  meaning.startsWith(`${group}.`) || groups[group]?.includes(meaning) === true;

/** A yes or no; `null`: neither, or nothing. */
export function yesOrNo(entry: Entry, field: string, { words, file }: FieldReading): boolean | null {
  const texts = textsOf(entry, field, { ...words, isBlank: (text) => plain(text) === '' });
  const [first] = texts;
  if (first === undefined) return null;
  const short = plain(first.text);
  if (file.yes.includes(short)) return true;
  return file.no.includes(short) ? false : null;
}

export { isBefore, type Day };
