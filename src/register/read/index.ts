import { InputError } from '../../model/index.js';
import { detect } from '../../extract/read/detect.js';
import { readDocument } from '../../extract/read/index.js';
import { sheetsOfDocument } from './document.js';
import { sheetOfText } from './separated.js';
import type { Sheet } from './sheet.js';
import { sheetsOfBook } from './workbook.js';

export type { Cell, Sheet, SheetRow } from './sheet.js';

/**
 * The sheets of a register: a workbook, a file of separated values, or the tables of any document that is read.
 * @throws InputError when it cannot be read, or holds no table
 */
export async function readSheets(bytes: Uint8Array, name: string): Promise<Sheet[]> {
  const kind = await detect(bytes);
  if (kind === 'xlsx' || kind === 'xls') return sheetsOfBook(bytes);
  if (kind === 'text') return [sheetOfText(bytes)];
  const sheets = sheetsOfDocument(await readDocument(bytes, name));
  if (sheets.length === 0) throw new InputError('no-report');
  return sheets;
}
