import { plain } from './plain.js';

/** A day as `YYYY-MM-DD`, or as much of it as is known: `YYYY-MM`, `YYYY`. */
export type Day = string;

/** The dates in a text, in their order, and the text without them. */
export interface Dates {
  days: Day[];
  /** Something in it is a date that does not exist, or that lacks the year and no year is known. */
  broken: 'unreadable-date' | 'no-year' | null;
  rest: string;
}

const numerals: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  O: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 二〇二三 as digits, 二十八 as a number. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(text);
  if (ten !== null) return (numerals[ten[1] ?? ''] ?? 1) * 10 + (numerals[ten[2] ?? ''] ?? 0);
  return Number(Array.from(text, (each) => numerals[each] ?? NaN).join(''));
}

const yearWord = '(?:(?:19|20)\\d\\d|[一二][〇零○O一二三四五六七八九]{3})';
const small = '(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const clock =
  '(?:[T日号]?\\d{1,2}[:时]\\d{1,2}(?:[:分]\\d{0,2}(?:\\.\\d+)?秒?)?分?(?:Z|[+-]\\d\\d:?\\d\\d)?)?';
const weekday = '(?:\\(?(?:星期|周|礼拜)[一二三四五六日天]\\)?)?';

/** The forms of dates, the longest first; each gives year, month and day as texts, where it has them. */
const forms = new RegExp(
  [
    `(?<y1>${yearWord})[年./\\-](?<m1>${small})[月./\\-](?<d1>${small})[日号]?${weekday}${clock}`,
    `(?<![\\d])(?<y2>(?:19|20)\\d\\d)(?<m2>0[1-9]|1[0-2])(?<d2>0[1-9]|[12]\\d|3[01])(?![\\d])${clock}`,
    `(?<y3>${yearWord})[年./\\-](?<m3>${small})(?:月份?|(?![\\d./\\-]))`,
    `(?<![\\d])(?<y4>\\d\\d)[年./\\-](?<m4>\\d{1,2})[月./\\-](?<d4>\\d{1,2})[日号]?(?![\\d])${weekday}${clock}`,
    `(?<![\\d])(?<a5>\\d{1,2})[/.\\-](?<b5>\\d{1,2})[/.\\-](?<y5>20\\d\\d)(?![\\d])`,
    `(?<m6>${small})月(?<d6>${small})[日号]?${weekday}`,
  ].join('|'),
  'gu',
);
const withoutYear = /^(\d{1,2})[./-](\d{1,2})$/;
const serial = /^(\d{5})(?:\.\d+)?$/;

/** First and last serial day that may stand for a date of a register: 2000 and 2099. */
const firstSerial = 36_526;
const lastSerial = 73_050;

function day(year: number, month: number, date: number): Day | null {
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date)
    return null;
  return time.toISOString().slice(0, 10);
}

/** A two-digit year belongs to this century. */
const century = 2000;

/**
 * The dates in a text. `year` is that of the sheet, for dates without one. `plainNumbers`: the text may be a number as a spreadsheet keeps
 * it, where 10.10 is 10.1 and no day for sure.
 */
export function datesIn(text: string, year: number | null, plainNumbers: boolean): Dates {
  const short = plain(text);
  const [, digits] = serial.exec(short) ?? [];
  if (digits !== undefined && Number(digits) >= firstSerial && Number(digits) <= lastSerial) {
    const found = new Date(Date.UTC(1899, 11, 30) + Number(digits) * 86_400_000).toISOString().slice(0, 10);
    return { days: [found], broken: null, rest: '' };
  }
  const [, month, date] = withoutYear.exec(short) ?? [];
  if (month !== undefined && date !== undefined) {
    const lost = plainNumbers && /^\d{1,2}\.[123]$/.test(short);
    const found = year === null || lost ? null : day(year, Number(month), Number(date));
    if (found !== null) return { days: [found], broken: null, rest: '' };
    return { days: [], broken: year === null && !lost ? 'no-year' : 'unreadable-date', rest: '' };
  }
  const days: Day[] = [];
  let broken: Dates['broken'] = null;
  const rest = short.replaceAll(forms, (...matched: unknown[]) => {
    const groups = matched.at(-1) as Record<string, string | undefined>;
    const found = dayOf(groups, year);
    if (found === null) broken = groups['m6'] !== undefined && year === null ? 'no-year' : 'unreadable-date';
    else days.push(found);
    return ' ';
  });
  return { days, broken, rest: rest.trim() };
}

function dayOf(groups: Record<string, string | undefined>, year: number | null): Day | null {
  const get = (name: string) => numberOf(groups[name] ?? '');
  if (groups['y1'] !== undefined) return day(get('y1'), get('m1'), get('d1'));
  if (groups['y2'] !== undefined) return day(get('y2'), get('m2'), get('d2'));
  if (groups['y3'] !== undefined) return day(get('y3'), get('m3'), 1)?.slice(0, 7) ?? null;
  if (groups['y4'] !== undefined) return day(century + get('y4'), get('m4'), get('d4'));
  if (groups['y5'] !== undefined) {
    // Day and month in either order: only where one of them is no month is the day known; the year always is.
    const [a, b, y] = [get('a5'), get('b5'), get('y5')];
    if (a > 12) return day(y, b, a);
    if (b > 12) return day(y, a, b);
    return day(y, a, b) === null ? null : a === b ? day(y, a, b) : String(y);
  }
  return year === null ? null : day(year, get('m6'), get('d6'));
}

/** Whether the first day is before the second for sure, as far as both are known. */
export function isBefore(first: Day, second: Day): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) < second.slice(0, length);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The only year that a text names, as in 2023年第一季度; `null` when it names none or several. */
export function yearIn(text: string): number | null {
  const years = new Set(
    [...plain(text).matchAll(/(?<!\d)(20\d\d)(?!\d)|(二[〇零○][〇零○一二三四五六七八九]{2})/g)].map(
      ([found]) => numberOf(found),
    ),
  );
  const [only, ...others] = years;
  return only !== undefined && others.length === 0 ? only : null;
}
