import { plain } from './plain.js';

/** Words of registration numbers; anything else in one may be a name. */
const words = /依申请公开|信息公开|政府|公开|申请|受理|登记|收件|收文|复议|行初|行终|编号|第|号|年|字|依/g;

/** A year with the number in it, or a short number; identity and telephone numbers are neither. */
const digits = /^(?:20\d\d\d{0,8}|\d{1,6})$/;

/**
 * A registration number as it may be shown, `null` for anything that may name a person, and for numbers that only count the rows.
 */
export function registrationNumber(text: string): string | null {
  const short = plain(text);
  if (short.length > 30 || /^\d{0,4}$/.test(short)) return null;
  const rest = short.replaceAll(words, ' ');
  if (!/^[A-Z\d\s()[\]〔〕【】_/.-]*$/.test(rest)) return null;
  const letters = rest.replaceAll(/[^A-Z]/g, '');
  const runs = rest.match(/\d+/g) ?? [];
  const total = runs.join('').length;
  return letters.length <= 6 && runs.length > 0 && total <= 12 && runs.every((run) => digits.test(run))
    ? short
    : null;
}
