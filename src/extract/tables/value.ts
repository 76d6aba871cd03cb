import type { CellState } from '../../model/index.js';
import { chineseNumber } from '../text/numerals.js';

/** What the text of one cell says. */
export interface CellReading {
  state: Extract<CellState, 'number' | 'blank' | 'placeholder' | 'text' | 'unreadable'>;
  value: number | null;
}

/** What nearly every cell holds. */
const digits = /^\d{1,15}$/;
const plain = /^[+-]?\d{1,15}(?:\.\d{1,8})?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,8})?$/;
const withUnit =
  /^([+-]?\d{1,15}(?:\.\d{1,8})?|[+-]?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,8})?)\(?(?:万?元|批次|[件项户]次|人次|[件条项个次宗份起部人笔户封篇例本批]|%)\)?[。.]?$/;
const placeholder = /^(?:[-—–―_/\\]{1,6}|无|暂无)$/;

/** Marks that stand for a character that could not be read or shown. */
const unknown = /[\ufffd□■?*]/;
/** A word that holds one and was a value; asterisks also set off headings. */
const garbled = /^[^\p{Script=Han}*]{0,20}$/u;

/** Digits of a number that was broken at the end of a line: 22,51 and 2. */
const brokenNumber = /^\d{1,3}(?:,\d{1,3})+$/;

const minus = /^[−﹣]/;
/** 减4, 增加2: how a change is written in words. */
const change = /^(?:增加?|(减少?))(\d{1,9})[件条项个]?$/;

/** Marks that Markdown sets around a bold word, and before a sign that it does not mean. */
const bold = /^(\*\*|__)([^*_]+)\1$/;
const escape = /^\\(?=[-+.])/;

/** A mark that stands for nothing: a stroke, or 无. */
export const isPlaceholder = (text: string) => placeholder.test(text);

/**
 * Reads the normalised text of a cell. Thousands separators are part of a number; a unit, a Chinese numeral or any other word makes the
 * cell `text`, whose value is the number it holds when it holds exactly one. Two numbers side by side are no number.
 */
export function readValue(normalised: string): CellReading {
  if (digits.test(normalised)) return { state: 'number', value: Number(normalised) };
  const text = normalised.trim().replace(bold, '$2').replace(escape, '').replace(minus, '-');
  if (text === '') return { state: 'blank', value: null };
  if (unknown.test(text)) return { state: 'unreadable', value: null };
  if (isPlaceholder(text)) return { state: 'placeholder', value: null };
  if (plain.test(text) || grouped.test(text))
    return { state: 'number', value: Number(text.replaceAll(',', '')) };
  const unit = withUnit.exec(text);
  if (unit?.[1] !== undefined) return { state: 'text', value: Number(unit[1].replaceAll(',', '')) };
  const changed = change.exec(text);
  if (changed?.[2] !== undefined)
    return { state: 'text', value: changed[1] === undefined ? Number(changed[2]) : -Number(changed[2]) };
  const spelt = chineseNumber(text);
  if (spelt !== null) return { state: 'text', value: spelt };
  return { state: 'text', value: null };
}

/** Characters beyond which a word is prose. */
const longestValue = 60;

/** A word that can be the value of a cell wherever it stands, even outside a table; one that was a value but is unreadable counts. */
export function isValue(normalised: string): boolean {
  if (normalised.length > longestValue) return false;
  const reading = readValue(normalised);
  return (
    (reading.state === 'unreadable' && garbled.test(normalised)) ||
    reading.state === 'number' ||
    reading.state === 'placeholder' ||
    brokenNumber.test(normalised) ||
    (reading.state === 'text' && reading.value !== null)
  );
}
