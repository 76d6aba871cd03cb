import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync, type Zippable } from 'fflate';
import { InputError, type Document, type ReadNote } from '../../model/index.js';
import { sheetBlocks } from './xlsx/sheet.js';
import { isZip, openZip } from './unzip.js';

/** Rows of a sheet that are read; a report has a few hundred. */
const mostRows = 5_000;

/** Parts of a package that hold no cells. */
const beside =
  /(?:^|\/)(?:media|drawings|theme|printerSettings|embeddings|externalLinks|customXml|charts|Pictures|Thumbnails)\/|(?:vbaProject|comments\d*|threadedComment\d*)\.[a-z]+$/;

/**
 * Workbooks: XLSX, XLS (also ET), ODS. Every visible sheet in order; hidden sheets, rows and columns are left out and said so. Formulas give the
 * values that were stored with them.
 * @throws InputError `damaged`, `encrypted`, `too-large`, `unsafe-xml`
 */
export function readXlsx(bytes: Uint8Array): Document {
  const book = parse(isZip(bytes) ? repack(bytes) : bytes);
  const hidden = { sheets: 0, rows: 0, columns: 0 };
  const notes: ReadNote[] = [];
  const blocks = book.SheetNames.flatMap((name, index) => {
    const sheet: WorkSheet | undefined = book.Sheets[name];
    if (sheet === undefined) return [];
    if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      hidden.sheets += 1;
      return [];
    }
    if (sheet['!fullref'] !== undefined)
      notes.push({ code: 'truncated', at: { sheet: name }, values: { rows: String(mostRows) } });
    return sheetBlocks(sheet, name, hidden);
  });
  if (hidden.sheets + hidden.rows + hidden.columns > 0) {
    notes.push({
      code: 'hidden-cells',
      at: null,
      values: { sheets: String(hidden.sheets), rows: String(hidden.rows), columns: String(hidden.columns) },
    });
  }
  return { format: 'xlsx', encoding: null, title: null, blocks, pages: null, notes };
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      sheetStubs: true,
      cellStyles: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      sheetRows: mostRows,
    });
  } catch (error) {
    throw new InputError(
      error instanceof Error && /password|encrypt/i.test(error.message) ? 'encrypted' : 'damaged',
    );
  }
}

/** The library unpacks without limits, so it gets a package that is already unpacked within ours and holds no more than cells need. */
function repack(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const entry of openZip(bytes).values()) {
    if (beside.test(entry.name)) continue;
    const content = entry.read();
    if (/<!(?:DOCTYPE|ENTITY)/i.test(new TextDecoder('latin1').decode(content)))
      throw new InputError('unsafe-xml', {}, entry.name);
    files[entry.name] = [content, { level: 0 }];
  }
  return zipSync(files);
}
