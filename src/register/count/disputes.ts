import type { CellAddress } from '../../model/index.js';
import type { Entry } from '../layout/entries.js';
import { yearIn, yearOf } from '../words/days.js';
import { addressOf } from '../words/cells.js';
import { bare } from '../words/plain.js';
import { columnOf } from './applications.js';
import type { RegisterVocabulary } from '../words/vocabulary.js';
import {
  dayOf,
  isBefore,
  meaningsOf,
  settled,
  yesOrNo,
  type Day,
  type Read,
  type FieldReading,
} from './fields.js';
import { count, leaveOpen, note, type Problem, type Tally } from './tally.js';

/** The cells of these groups and results, and of all results together. */
const cellsOf = (
  paths: readonly string[],
  results: readonly string[],
  { file: { cells } }: FieldReading,
): CellAddress[] =>
  paths.flatMap((path) =>
    [...results, cells.disputes.result.all].map((result) => addressOf(cells.disputes.cell, { path, result })),
  );

/** Every cell of Table 4. */
export const disputeCells = (reading: FieldReading): CellAddress[] =>
  cellsOf(reading.named.path, reading.named.result, reading);

type Paths = RegisterVocabulary['cells']['disputes']['path'];

/** Where a register has what a dispute needs. */
interface Places {
  filed: string | null;
  concluded: string;
  result: string;
}

/** Counts a review or suit in Table 4 of a year: those that ended in it, and those still open at its end. */
export function countDispute(tally: Tally, entry: Entry, year: number, reading: FieldReading): boolean {
  return countIn(tally, entry, year, reading, groupOf(entry, reading), {
    filed: 'filed',
    concluded: 'concluded',
    result: 'result',
  });
}

/** Counts the review and the suit that a register of applications has beside an application. */
export function countDisputesBeside(tally: Tally, entry: Entry, year: number, reading: FieldReading): void {
  for (const [field, concluded, group] of [
    ['reviewResult', 'reviewDay', { value: reading.file.cells.disputes.path.review }],
    ['suitResult', 'suitDay', suitGroupOf(entry, reading)],
  ] as const) {
    const result = meaningsOf(entry, field, 'result', reading);
    if ('none' in result || ('value' in result && result.value.meanings.join() === 'none')) continue;
    countIn(tally, entry, year, reading, group, { filed: null, concluded, result: field });
  }
}

function countIn(
  tally: Tally,
  entry: Entry,
  year: number,
  reading: FieldReading,
  group: Read<string>,
  places: Places,
): boolean {
  const problems: Problem[] = [];
  const filed: Read<Day> = places.filed === null ? { none: true } : dayOf(entry, places.filed, reading);
  const concluded = dayOf(entry, places.concluded, reading, 'result');
  const result = resultOf(entry, places.result, reading);
  if ('problem' in filed) problems.push(filed.problem);
  if ('problem' in concluded) problems.push(concluded.problem);
  if ('problem' in result) problems.push(result.problem);
  if ('problem' in group) problems.push(group.problem);
  if ('none' in group) problems.push({ why: 'blank', field: 'type', column: columnOf(entry, 'type') });
  const from = 'value' in filed ? filed.value : null;
  const dated = 'value' in concluded ? concluded.value : null;
  const { pending } = reading.file.cells.disputes.result;
  const ended = 'value' in result && result.value !== pending ? result.value : null;
  // A yearly register without a column for the day says how things stood at the end of its year.
  const yearly = dated === null && ended !== null && !entry.head.columns.has(places.concluded);
  const to = dated ?? (yearly ? String(yearOfRegister(entry, from) ?? '') || null : null);
  const at = (why: Problem['why'], field: string): Problem => ({
    why,
    field,
    column: columnOf(entry, field),
  });
  if (from !== null && to !== null && isBefore(to, from))
    problems.push(at('answered-before-received', places.concluded));
  if (to === null && ended !== null) problems.push(at('outcome-without-date', places.concluded));
  if (dated !== null && yearOf(dated) <= year && 'value' in result && ended === null)
    problems.push(at('answered-but-open', places.result));
  if (dated !== null && 'none' in result) problems.push(at('outcome-missing', places.result));
  const outside = (from !== null && yearOf(from) > year) || (to !== null && yearOf(to) < year);
  for (const each of problems)
    if (!outside || each.why === 'unknown-word' || each.why === 'answered-before-received')
      note(tally, entry.row, each);
  if (outside) return false;
  const open = to === null ? ended === null : yearOf(to) > year;
  const places4 =
    'value' in result || 'none' in result ? [open || ended === null ? pending : ended] : reading.named.result;
  const possible = problems.length > 0 && ended !== null && to === null ? [ended, pending] : places4;
  const cells = cellsOf('value' in group ? [group.value] : reading.named.path, possible, reading);
  if (problems.length > 0) leaveOpen(tally, entry.row, cells);
  else count(tally, entry.row, cells);
  return problems.length === 0;
}

/** The year that a register is of: the one that its titles state, or else the one in which the dispute began. */
function yearOfRegister({ about, year }: Entry, filed: Day | null): number | null {
  const stated = about.reduce<number | null>((found, text) => found ?? yearIn(text), null) ?? year;
  return stated ?? (filed === null ? null : yearOf(filed));
}

function resultOf(entry: Entry, field: string, reading: FieldReading): Read<string> {
  const read = meaningsOf(entry, field, 'result', reading);
  if (!('value' in read)) return read;
  const { meanings, column, text } = read.value;
  const special = meanings.filter((each) => each !== 'group:result');
  const [only, ...others] = special;
  if (only !== undefined && only !== 'none' && others.length === 0) return { value: only };
  return { problem: { why: 'ambiguous-word', field, column, text } };
}

/** What the row says of review or suit; where it has no column for it, what the titles say. */
function groupOf(entry: Entry, reading: FieldReading): Read<string> {
  const paths = reading.file.cells.disputes.path;
  const type = meaningsOf(entry, 'type', 'path', reading);
  const path = meaningsOf(entry, 'path', 'path', reading);
  const said = yesOrNo(entry, 'path', reading) ?? yesOrNo(entry, 'type', reading);
  const after = said === null ? null : said ? paths.afterReview : paths.direct;
  const known = [
    ...('value' in type ? type.value.meanings : []),
    ...('value' in path ? path.value.meanings : []),
  ];
  const meanings = [...new Set(known)];
  // A suit after a review is told by both words.
  const own = meanings.includes('group:suit') ? meanings.filter((each) => each !== paths.review) : meanings;
  if (own.length === 1 && own[0] === paths.review) return { value: paths.review };
  const group = settled([...own, ...(after === null || own.includes(after) ? [] : [after])], reading);
  if (group !== null) return { value: group };
  if (after === null && 'problem' in type) return type;
  if (after === null && 'problem' in path && own.length === 0) return path;
  if (own.length === 0 && after === null) return titled(entry, paths);
  if ('value' in type)
    return {
      problem: { why: 'ambiguous-word', field: 'type', column: type.value.column, text: type.value.text },
    };
  return { problem: { why: 'ambiguous-word', field: 'path', column: columnOf(entry, 'path') } };
}

function titled({ about }: Entry, paths: Paths): Read<string> {
  for (const text of about.toReversed().map(bare)) {
    const review = text.includes('复议');
    const suit = /诉讼|起诉|应诉/.test(text);
    if (/复议后(?:起诉|诉讼)/.test(text)) return { value: paths.afterReview };
    if (/直接(?:起诉|诉讼)/.test(text)) return { value: paths.direct };
    if (review && !suit) return { value: paths.review };
  }
  return { none: true };
}

function suitGroupOf(entry: Entry, reading: FieldReading): Read<string> {
  const paths = reading.file.cells.disputes.path;
  const read = meaningsOf(entry, 'suitPath', 'path', reading);
  if ('value' in read) {
    const group = settled(read.value.meanings, reading);
    if (group !== null && group !== paths.review) return { value: group };
    return {
      problem: { why: 'ambiguous-word', field: 'suitPath', column: read.value.column, text: read.value.text },
    };
  }
  if ('problem' in read) return read;
  // Whether a review went before is what the row itself says of a review.
  const review = meaningsOf(entry, 'reviewResult', 'result', reading);
  if ('problem' in review)
    return { problem: { why: 'ambiguous-word', field: 'suitPath', column: columnOf(entry, 'suitResult') } };
  if (!entry.head.columns.has('reviewResult'))
    return { problem: { why: 'blank', field: 'suitPath', column: columnOf(entry, 'suitResult') } };
  const reviewed = 'value' in review && review.value.meanings.join() !== 'none';
  return { value: reviewed ? paths.afterReview : paths.direct };
}
