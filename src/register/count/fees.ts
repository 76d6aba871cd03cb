import { type feeMeasures } from '../../model/index.js';
import { textsOf, type Entry } from '../layout/entries.js';
import { yearOf } from '../words/days.js';
import { plain } from '../words/plain.js';
import { columnOf } from './applications.js';
import { dayOf, type Read, type FieldReading } from './fields.js';
import { count, leaveOpen, note, type Problem, type Tally } from './tally.js';

type Amount = Read<number>;

/** Whether a head has a column for fees. */
export const hasFees = ({ head: { columns } }: Entry): boolean =>
  ['billed', 'collected', 'billedDay'].some((field) => columns.has(field));

/**
 * Counts what an application was charged, in yuan: its notice and the amount in the year of the notice, what was paid in the year of the
 * payment. Where no column has the day, both are in the year in which the application was received and answered.
 */
export function countFees(tally: Tally, entry: Entry, year: number, reading: FieldReading): void {
  const billed = amountOf(entry, 'billed', reading);
  const collected = amountOf(entry, 'collected', reading);
  const noticed = dayOf(entry, 'billedDay', reading);
  const isCharged = isSome(billed) || 'value' in noticed;
  if (isCharged) {
    const notice = yearFor(entry, 'billedDay', reading);
    settle(tally, entry, year, notice, { value: 1 }, 'fees.notices');
    const amount: Amount =
      'none' in billed
        ? { problem: { why: 'blank', field: 'billed', column: columnOf(entry, 'billed') } }
        : billed;
    settle(tally, entry, year, notice, amount, 'fees.billed');
  }
  if (isSome(collected))
    settle(tally, entry, year, yearFor(entry, 'paidDay', reading), collected, 'fees.amount');
}

const isSome = (amount: Amount): boolean => 'problem' in amount || ('value' in amount && amount.value > 0);

function settle(
  tally: Tally,
  { row }: Entry,
  year: number,
  of: Read<number>,
  amount: Amount,
  measure: (typeof feeMeasures)[number],
): void {
  if ('value' in of && of.value !== year) return;
  const problem = 'problem' in of ? of.problem : 'problem' in amount ? amount.problem : null;
  if (problem === null && 'value' in amount) {
    count(tally, row, [measure], amount.value);
    return;
  }
  leaveOpen(tally, row, [measure]);
  if (problem !== null && !tally.unclassified.some((each) => each.row === row && each.why === problem.why))
    note(tally, row, problem);
}

/** The year in which something was charged or paid. */
function yearFor(entry: Entry, field: string, reading: FieldReading): Read<number> {
  const day = dayOf(entry, field, reading);
  if ('problem' in day) return day;
  if ('value' in day) return { value: yearOf(day.value) };
  const received = dayOf(entry, 'received', reading);
  const answered = dayOf(entry, 'answered', reading, 'outcome');
  if ('value' in received && 'value' in answered && yearOf(received.value) === yearOf(answered.value))
    return { value: yearOf(received.value) };
  return { problem: { why: 'no-date', field, column: columnOf(entry, field) } };
}

/** An amount in yuan: 380, 1,200.00, 380元, or 0.038 below 万元. Without a unit it is in yuan, of which fees are whole numbers. */
function amountOf(entry: Entry, field: string, { words, file }: FieldReading): Amount {
  const [first, ...others] = textsOf(entry, field, words);
  if (first === undefined) return { none: true };
  const { column, text } = first;
  const problem = (why: Problem['why']): Amount => ({ problem: { why, field, column, length: text.length } });
  if (others.some((other) => plain(other.text) !== plain(text))) return problem('column-ambiguous');
  const short = plain(text);
  if (file.no.includes(short)) return { value: 0 };
  const [, digits, unit = /万元/.exec(entry.head.labels[column] ?? '')?.[0]] =
    /^[¥￥]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d+)?)(万元|元)?$/.exec(short) ?? [];
  if (digits === undefined) return problem('unreadable-number');
  const amount = Number(digits.replaceAll(',', '')) * (unit === '万元' ? 10_000 : 1);
  const yuan = Math.round(amount * 100) / 100;
  return Number.isInteger(yuan) ? { value: yuan } : problem('unreadable-number');
}
