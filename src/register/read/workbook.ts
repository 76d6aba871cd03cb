import { loadDisplay, readBook } from '../../extract/read/xlsx/xlsx.js';
import type { Display } from '../../extract/read/xlsx/package.js';
import type { StoredSheet } from '../../extract/read/xlsx/stored.js';
import { gridOf, type Sheet, type Stored } from './sheet.js';

/** Rows of a sheet that are read; a city's registers have some thousands a year. */
export const mostRows = 100_000;

/**
 * The visible sheets of a workbook. Rows that a filter hides are entries like the others and are read.
 * @throws InputError `damaged`, `encrypted`, `too-large`, `unsafe-xml`
 */
export async function sheetsOfBook(bytes: Uint8Array): Promise<Sheet[]> {
  const { sheets } = await readBook(bytes, { display: loadIsoDisplay, rows: mostRows });
  return sheets.map(sheetOf);
}

function sheetOf({ name, rows, merges, truncated }: StoredSheet): Sheet {
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const indexOf = new Map(numbers.map((number, index) => [number, index]));
  const spans = new Map(merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  function* stored(): Generator<Stored> {
    for (const [number, cells] of rows) {
      const row = indexOf.get(number) ?? 0;
      for (const [column, text] of cells) {
        if (text === '') continue;
        const merge = spans.get(`${number} ${column}`);
        const last = Math.min(merge?.bottom ?? number, numbers.at(-1) ?? number);
        let height = 1;
        while (height <= last - number && (numbers[row + height] ?? Infinity) <= last) height += 1;
        yield { text, row, column, width: merge === undefined ? 1 : merge.right - merge.left + 1, height };
      }
    }
  }
  return {
    about: [name],
    rows: gridOf(
      stored(),
      numbers.map((number) => number + 1),
    ),
    cutOff: truncated,
    plainNumbers: true,
  };
}

/** Built-in formats of Chinese Excel that show a date (27–31, 36, 50–54, 57, 58), of which the formatter may not know. */
const localDates = new Set([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

const dayLength = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);
/** Days between the two epochs of Excel. */
const since1904 = 1462;

/** Displays dates as ISO dates, because the display of a date may leave out its year or turn day and month around; other numbers as usual. */
async function loadIsoDisplay(): Promise<Display> {
  const [usual, { SSF }] = await Promise.all([
    loadDisplay(),
    import('@e965/xlsx') as unknown as Promise<{
      SSF: { is_date(format: string): boolean; get_table(): Record<number, string> };
    }>,
  ]);
  const table = SSF.get_table();
  const isDate = (format: string | number): boolean =>
    typeof format === 'number'
      ? localDates.has(format) || (table[format] !== undefined && SSF.is_date(table[format]))
      : SSF.is_date(format);
  const known = new Map<string | number, boolean>();
  return (format, value, date1904) => {
    const date = known.get(format) ?? isDate(format);
    known.set(format, date);
    if (!date || value < 1 || value > 2_958_465) return usual(format, value, date1904);
    const days = Math.floor(value) + (date1904 ? since1904 : 0);
    return new Date(epoch + days * dayLength).toISOString().slice(0, 10);
  };
}
