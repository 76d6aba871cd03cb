import type { CellAddress } from '../../model/index.js';
import type { Entry } from '../layout/entries.js';
import { addressOf } from '../words/cells.js';
import { yearOf } from '../words/days.js';
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

function rowsOf({ named, file }: FieldReading): string[] {
  const { received, carriedIn, handled, carriedOut } = file.cells.applications.outcome;
  return [received, carriedIn, ...named.outcome, handled, carriedOut];
}

/** The cells of rows and kinds of applicants, and of all applicants together. */
const cellsOf = (
  rows: readonly string[],
  kinds: readonly string[],
  { file: { cells } }: FieldReading,
): CellAddress[] =>
  rows.flatMap((outcome) =>
    [...kinds, cells.applications.kind.all].map((kind) =>
      addressOf(cells.applications.cell, { outcome, kind }),
    ),
  );

/** Every cell of Table 3. */
export const applicationCells = (reading: FieldReading): CellAddress[] =>
  cellsOf(rowsOf(reading), reading.named.kind, reading);

/** How an application ended, as far as its row says. */
type Outcome =
  { is: 'row'; row: string } | { is: 'open' } | { is: 'none' } | { is: 'problem'; problem: Problem };

/** Counts an application in Table 3 of a year: wholly, or not at all. Says whether it was counted. */
export function countApplication(tally: Tally, entry: Entry, year: number, reading: FieldReading): boolean {
  const kind = kindOf(entry, reading);
  const outcome = outcomeOf(entry, reading);
  const received = dayOf(entry, 'received', reading);
  const answered = dayOf(entry, 'answered', reading, 'outcome');
  const problems: Problem[] = [];
  const carried = yesOrNo(entry, 'carried', reading);

  if ('problem' in received) problems.push(received.problem);
  else if ('none' in received)
    problems.push({ why: 'no-date', field: 'received', column: columnOf(entry, 'received') });
  if ('problem' in answered) problems.push(answered.problem);
  const times = timesOf(received, answered, outcome, year, reading);
  if (times === 'before')
    problems.push({
      why: 'answered-before-received',
      field: 'answered',
      column: columnOf(entry, 'answered'),
    });
  // What a row of another year says is of no account for this one, but a word that no list knows is told.
  const outside = times !== 'before' && times.rows.length === 0 && problems.length === 0;
  if ('problem' in kind && (!outside || kind.problem.why === 'unknown-word')) problems.push(kind.problem);
  if ('none' in kind && !outside)
    problems.push({ why: 'blank', field: 'kind', column: columnOf(entry, 'kind') });
  if (outcome.is === 'problem' && (!outside || outcome.problem.why === 'unknown-word'))
    problems.push(outcome.problem);
  if (times !== 'before' && !outside && problems.length === 0) {
    const conflict = conflictOf(entry, received, answered, outcome, carried, year);
    if (conflict !== null) problems.push(conflict);
  }
  for (const each of problems) note(tally, entry.row, each);
  const kinds = 'value' in kind ? [kind.value] : reading.named.kind;
  const cells = cellsOf(times === 'before' ? rowsOf(reading) : times.rows, kinds, reading);
  if (problems.length > 0) {
    leaveOpen(tally, entry.row, cells);
    return false;
  }
  count(tally, entry.row, cells);
  return true;
}

export const columnOf = ({ head }: Entry, field: string): number | null =>
  head.columns.get(field)?.[0] ?? null;

function kindOf(entry: Entry, reading: FieldReading): Read<string> {
  const read = meaningsOf(entry, 'kind', 'kind', reading);
  if (!('value' in read)) return read;
  const { meanings, column, text } = read.value;
  const kind = settled(meanings, reading);
  if (kind !== null) return { value: kind };
  return { problem: { why: 'ambiguous-word', field: 'kind', column, text } };
}

function outcomeOf(entry: Entry, reading: FieldReading): Outcome {
  const { partial, rest } = reading.file.cells.applications.outcome;
  const main = meaningsOf(entry, 'outcome', 'outcome', reading);
  const detail = meaningsOf(entry, 'reason', 'outcome', reading);
  if ('problem' in main) return { is: 'problem', problem: main.problem };
  const known = 'value' in main ? main.value.meanings : [];
  // 区分处理 is counted as such alone, whatever else was decided with it.
  if (known.includes(partial) && !known.includes('open')) return { is: 'row', row: partial };
  const alone = settled(known, reading);
  if (alone === 'open') return { is: 'open' };
  // 其他 is a row, and the name of its group.
  const vague = alone === null || alone === rest;
  if (alone !== null && !(vague && 'value' in detail)) return { is: 'row', row: alone };
  if ('problem' in detail) {
    if (known.length > 0) return { is: 'problem', problem: detail.problem };
  } else if ('value' in detail) {
    const both = settled(
      [...new Set([...known.filter((each) => each !== rest), ...detail.value.meanings])],
      reading,
    );
    if (both !== null && both !== 'open') return { is: 'row', row: both };
  }
  if (alone !== null) return { is: 'row', row: alone };
  if (!('value' in main)) {
    if (!('value' in detail)) return { is: 'none' };
    const { column, text } = detail.value;
    return { is: 'problem', problem: { why: 'ambiguous-word', field: 'reason', column, text } };
  }
  const { column, text } = main.value;
  return { is: 'problem', problem: { why: 'ambiguous-word', field: 'outcome', column, text } };
}

/** The rows of Table 3 that an application belongs to, or may belong to as long as something about it is unknown. */
function timesOf(
  received: Read<Day>,
  answered: Read<Day>,
  outcome: Outcome,
  year: number,
  { named: { outcome: outcomeRows }, file }: FieldReading,
): { rows: string[] } | 'before' {
  const rows = file.cells.applications.outcome;
  const from = 'value' in received ? received.value : null;
  const to = 'value' in answered ? answered.value : null;
  if (from !== null && to !== null && isBefore(to, from)) return 'before';
  const ended =
    outcome.is === 'row' ? [outcome.row] : outcome.is === 'none' || outcome.is === 'open' ? [] : outcomeRows;
  const handled = [...(outcome.is === 'none' ? outcomeRows : ended), rows.handled];
  if (from !== null && yearOf(from) > year) return { rows: [] };
  if (to !== null && yearOf(to) < year) return { rows: [] };
  const start =
    from === null
      ? to === null || yearOf(to) >= year
        ? [rows.received, rows.carriedIn]
        : []
      : [yearOf(from) === year ? rows.received : rows.carriedIn];
  if (to !== null) return { rows: [...start, ...(yearOf(to) === year ? handled : [rows.carriedOut])] };
  if ('problem' in answered) return { rows: [...start, ...handled, rows.carriedOut] };
  if (outcome.is === 'open' || outcome.is === 'none') return { rows: [...start, rows.carriedOut] };
  return { rows: [...start, ...ended, rows.handled, rows.carriedOut] };
}

/** What contradicts itself in an application whose days and words were all read. */
function conflictOf(
  entry: Entry,
  received: Read<Day>,
  answered: Read<Day>,
  outcome: Outcome,
  carried: boolean | null,
  year: number,
): Problem | null {
  const to = 'value' in answered ? yearOf(answered.value) : null;
  const at = (why: Problem['why'], field: string): Problem => ({
    why,
    field,
    column: columnOf(entry, field),
  });
  if (to === null && outcome.is === 'row') return at('outcome-without-date', 'answered');
  if (to === year && outcome.is === 'none') return at('outcome-missing', 'outcome');
  if (to === year && outcome.is === 'open') return at('answered-but-open', 'outcome');
  const fresh = 'value' in received && yearOf(received.value) === year;
  if (fresh && carried !== null && carried !== (to !== year)) return at('carried-contradicts', 'carried');
  return null;
}
