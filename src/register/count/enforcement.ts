import type { CellAddress } from '../../model/index.js';
import { textsOf, type Entry } from '../layout/entries.js';
import { yearIn, yearOf } from '../words/days.js';
import { addressOf } from '../words/cells.js';
import { plain } from '../words/plain.js';
import { columnOf } from './applications.js';
import { dayOf, meaningsOf, settled, type FieldReading } from './fields.js';
import { count, leaveOpen, note, type Problem, type Tally } from './tally.js';

const cellOf = (act: string, { file }: FieldReading): CellAddress =>
  addressOf(file.cells.enforcement.cell, { act });

/** A whole number, as 12, 1,234 or 12件; `null`: anything else. */
function wholeNumber(text: string): number | null {
  const digits = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?[件宗起次个]?$/.exec(plain(text))?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}

/**
 * Counts decisions of a statistic (a number in a column for each kind of act, or a kind of act and a number in each row) or of a list of
 * decisions. A statistic of another year is left out.
 */
export function countEnforcement(tally: Tally, entry: Entry, year: number, reading: FieldReading): boolean {
  const { columns } = entry.head;
  const stated =
    entry.year ?? entry.about.reduce<number | null>((found, text) => found ?? yearIn(text), null);
  const decided = dayOf(entry, 'decided', reading);
  const of = 'value' in decided ? yearOf(decided.value) : stated;
  if (of !== null && of !== year) return false;
  const wide = reading.named.act.filter((act) => columns.has(act));
  if (wide.length > 0) {
    const each = wide.map((act) => countNumber(tally, entry, act, act, reading));
    const [refused] = textsOf(entry, 'refused', reading.words);
    if (refused !== undefined && wholeNumber(refused.text) !== 0)
      noteRefused(tally, entry, refused.column, reading);
    return each.some(Boolean);
  }
  const act = isRefused(entry, reading) ? 'refused' : actOf(entry, reading);
  if (act === 'refused') {
    noteRefused(tally, entry, columnOf(entry, 'verdict') ?? columnOf(entry, 'act'), reading);
    return false;
  }
  if (act === null || act === 'foreign') return false;
  if (typeof act !== 'string') {
    note(tally, entry.row, act);
    leaveOpen(
      tally,
      entry.row,
      reading.named.act.map((each) => cellOf(each, reading)),
    );
    return false;
  }
  if (columns.has('count')) return countNumber(tally, entry, act, 'count', reading);
  if (!('value' in decided)) {
    note(
      tally,
      entry.row,
      'problem' in decided
        ? decided.problem
        : { why: 'no-date', field: 'decided', column: columnOf(entry, 'decided') },
    );
    leaveOpen(tally, entry.row, [cellOf(act, reading)]);
    return false;
  }
  count(tally, entry.row, [cellOf(act, reading)]);
  return true;
}

function countNumber(tally: Tally, entry: Entry, act: string, field: string, reading: FieldReading): boolean {
  const texts = textsOf(entry, field, reading.words);
  const [first, ...others] = texts;
  if (first === undefined) {
    count(tally, entry.row, [cellOf(act, reading)], 0);
    return true;
  }
  const number = others.length > 0 ? null : wholeNumber(first.text);
  if (number === null) {
    const why = others.length > 0 ? 'column-ambiguous' : 'unreadable-number';
    note(tally, entry.row, { why, field, column: first.column, length: first.text.length });
    leaveOpen(tally, entry.row, [cellOf(act, reading)]);
    return false;
  }
  count(tally, entry.row, [cellOf(act, reading)], number);
  return true;
}

/** A licence that was refused is a decision, but whether the agency counts it is for the agency to say. */
function noteRefused(tally: Tally, entry: Entry, column: number | null, reading: FieldReading): void {
  note(tally, entry.row, { why: 'licence-refused', field: 'refused', column });
  leaveOpen(tally, entry.row, [cellOf(reading.file.cells.enforcement.act.licence, reading)]);
}

function isRefused(entry: Entry, reading: FieldReading): boolean {
  const verdict = meaningsOf(entry, 'verdict', 'act', reading);
  return 'value' in verdict && verdict.value.meanings.includes('refused');
}

function actOf(entry: Entry, reading: FieldReading): string | null | Problem {
  const read = meaningsOf(entry, 'act', 'act', reading);
  if ('none' in read) return null;
  if ('problem' in read) return read.problem;
  const { meanings, column, text } = read.value;
  const act = settled(meanings, reading);
  return act ?? { why: 'ambiguous-word', field: 'act', column, text };
}

/** Notes where a row of sums states another number than the rows above it have. */
export function checkSums(tally: Tally, sums: readonly Entry[], reading: FieldReading): void {
  const { words, named } = reading;
  for (const act of named.act) {
    const cell = tally.cells.get(cellOf(act, reading));
    const last = sums.findLast(({ head }) => head.columns.has(act));
    const [first] = last === undefined ? [] : textsOf(last, act, words);
    const stated = first === undefined ? null : wholeNumber(first.text);
    if (last === undefined || first === undefined || stated === null || stated === cell?.value) continue;
    note(tally, last.row, { why: 'total-differs', field: act, column: first.column }, true);
  }
}
