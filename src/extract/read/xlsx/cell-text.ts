/**
 * What a cell with a number says: the text it displays, or its number where the display rounds it (a format without decimals over
 * 92.2343). A display without digits (a dash for zero), or one that is no plain number (31件, 45%, a date), stands.
 */
export function textOfNumber(value: number, displayed: string): string {
  return rounds(displayed, value) ? plainNumber(value) : displayed;
}

/** The number with the digits that a spreadsheet keeps, free of binary noise. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Whether `shown` is `value` rounded, or in powers of ten. A scaled number (in 万) shows what it shows. */
function rounds(shown: string, value: number): boolean {
  const digits = shown.replaceAll(/[,\s]/g, '');
  if (!/^[-+]?\d+(?:\.\d*)?(?:E[-+]?\d+)?$/i.test(digits)) return false;
  const number = Number(digits);
  if (number === value) return false;
  if (/e/i.test(digits)) return true;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return Math.abs(number - value) <= 0.5000001 * 10 ** -decimals;
}
