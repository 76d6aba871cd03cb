import type { Passage, Report } from '../../model/index.js';

/** Who signed the report and when, as its last lines say. */
export interface Signature {
  /** ISO date. */
  date: string;
  dated: Passage;
}

/** The last lines that may belong to a signature, or stand below one, such as a contact. */
const LAST_LINES = 6;

/** The signature at the end of the report; `null` without a dated line of its own. */
export function signatureOf({ sections }: Pick<Report, 'sections'>): Signature | null {
  const last = sections.at(-1)?.passages.slice(-LAST_LINES) ?? [];
  const index = last.findLastIndex(({ text }, at) => isDated(text.trim(), last[at - 1]?.text.trim() ?? ''));
  const dated = last[index];
  const date = dated === undefined ? null : dateIn(dated.text.trim());
  return dated === undefined || date === null ? null : { date, dated };
}

/** The day alone, or after a name, or in brackets; a day that the page itself names has a colon before it. */
const DATED =
  /^[^。;,!?:\d]{0,40}?(?:(20\d\d)年(\d{1,2})月(\d{1,2})日|(二[〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)\)?$/;

/** 2024-02-26, 2024.2.26; lists of links have such days, too. */
const IN_FIGURES = /^(?<name>[^。;,!?:\d]{0,40}?)(20\d\d)([-./])(\d{1,2})\3(\d{1,2})\)?$/;

const SIGNED_BY = /(?:局|厅|委员会|办公室|政府|办事处|中心|支队|分局)\)?$/;

function isDated(text: string, before: string): boolean {
  if (DATED.test(text)) return true;
  const name = IN_FIGURES.exec(text)?.groups?.['name'];
  return name !== undefined && SIGNED_BY.test((name === '' ? before : name).trim());
}

function dateIn(text: string): string | null {
  const written = DATED.exec(text)?.slice(1) ?? figuresIn(text);
  const [year, month, day] = written.flatMap((each) => (each === undefined ? [] : [numberOf(each)]));
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = [year, month, day].map((each) => String(each).padStart(2, '0')).join('-');
  return new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso ? iso : null;
}

function figuresIn(text: string): (string | undefined)[] {
  const [, , year, , month, day] = IN_FIGURES.exec(text) ?? [];
  return [year, month, day];
}

const DIGITS = '〇一二三四五六七八九';

/** A number in figures, in characters one by one (二〇二四), or counted in tens (二十三). */
function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const digits = Array.from(written.replace(/[○零]/g, '〇'));
  const ten = digits.indexOf('十');
  const at = (index: number) => DIGITS.indexOf(digits[index] ?? '〇');
  if (ten === -1) return digits.reduce((sum, each) => sum * 10 + DIGITS.indexOf(each), 0);
  return (ten === 0 ? 1 : at(0)) * 10 + (digits.length > ten + 1 ? at(ten + 1) : 0);
}
