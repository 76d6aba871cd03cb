import { SSF, type CellObject } from '@e965/xlsx';

/**
 * What a cell says: the text it displays, or its number where the display rounds it (a format without decimals over 92.2343). A display
 * without digits (a dash for zero, a date written out) stands.
 */
export function textOfCell(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return '';
  if (cell.t !== 'n' || typeof cell.v !== 'number')
    return typeof cell.v === 'string' && cell.t === 's' ? cell.v : (cell.w ?? String(cell.v ?? ''));
  const number = plain(cell.v);
  const shown = cell.w ?? number;
  const isDate =
    typeof cell.z === 'string' && Boolean((SSF as { is_date(format: string): boolean }).is_date(cell.z));
  return !isDate && rounds(shown, cell.v) ? number : shown;
}

/** The number with the digits that a spreadsheet keeps, free of binary noise. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Whether `shown` is `value` rounded. Text around a number, a percentage and a scaled number show what they show. */
function rounds(shown: string, value: number): boolean {
  const digits = shown.replaceAll(/[,\s]/g, '');
  if (!/^[-+]?\d+(?:\.\d*)?(?:E[-+]?\d+)?$/i.test(digits)) return false;
  const number = Number(digits);
  if (number === value) return false;
  if (/e/i.test(digits)) return true;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return Math.abs(number - value) <= 0.5000001 * 10 ** -decimals;
}
