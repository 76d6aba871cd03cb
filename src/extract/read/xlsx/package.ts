import { InputError } from '../../../model/index.js';
import { relationshipsOf } from '../xml/rels.js';
import { openZip, type ZipEntry } from '../containers/unzip.js';
import { parseXml, type Attributes, type XmlHandlers } from '../xml/xml.js';
import { plainNumber, textOfNumber } from './cell-text.js';
import {
  cellAt,
  contradictory,
  emptySheet,
  mostColumns,
  store,
  type StoredBook,
  type StoredSheet,
} from './stored.js';

const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
};

/** Built-in formats that display a number as it is: General and text. */
const plainFormats = new Set(['0', '49']);

const longestFormat = 255;

/** Displays a number in a format, given by its code or, for those built in, its number. */
export type Display = (format: string | number, value: number, date1904: boolean) => string;

/**
 * An Office Open XML workbook. `loadDisplay` is only called when a number has a format of its own.
 * @throws InputError `damaged` without a workbook
 */
export async function readPackage(
  bytes: Uint8Array,
  loadDisplay: () => Promise<Display>,
  rows?: number,
): Promise<StoredBook> {
  const entries = openZip(bytes);
  const walk = (part: string | undefined, handlers: XmlHandlers) => {
    const entry = part === undefined ? undefined : entries.get(part);
    if (entry !== undefined) parseXml(entry.read(), namespaces, handlers, entry.name);
  };
  const main =
    [...relationshipsOf(entries, '').values()].find((each) => each.type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  if (!entries.has(main)) throw new InputError('damaged', {}, main);
  const links = relationshipsOf(entries, main);
  const partOf = (type: string) => [...links.values()].find((each) => each.type === type)?.target;

  const book = workbook();
  walk(main, book.handlers);
  const strings = sharedStrings();
  walk(partOf('sharedStrings'), strings.handlers);
  const styles = cellFormats();
  walk(partOf('styles'), styles.handlers);
  const display = styles.formats.some((format) => !plainFormats.has(String(format)))
    ? await loadDisplay()
    : null;

  const textOf = (value: number, style: number): string => {
    const format = styles.formats[style] ?? 0;
    if (display === null || plainFormats.has(String(format))) return plainNumber(value);
    return textOfNumber(value, display(format, value, book.date1904()));
  };
  const shown = book.sheets.filter((sheet) => !sheet.hidden);
  const sheets = shown.map(({ name, id }) => {
    const sheet = sheetReader(emptySheet(name, rows), strings.texts, textOf);
    const part = links.get(id)?.target;
    walk(part, sheet.handlers);
    sheet.stored.pictured = part !== undefined && hasPicture(entries, part);
    return sheet.stored;
  });
  return { sheets, hidden: book.sheets.length - shown.length };
}

/** A picture may hold a table; it hangs on the drawing of the sheet. */
function hasPicture(entries: ReadonlyMap<string, ZipEntry>, sheet: string): boolean {
  const drawings = [...relationshipsOf(entries, sheet).values()].filter((each) => each.type === 'drawing');
  return drawings.some(({ target }) =>
    [...relationshipsOf(entries, target).values()].some((each) => each.type === 'image'),
  );
}

function workbook() {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === 'x:workbookPr') date1904 = isTrue(attributes['date1904']);
      if (name === 'x:sheet')
        sheets.push({
          name: attributes['name'] ?? '',
          id: attributes['r:id'] ?? '',
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
        });
    },
    close: () => undefined,
  };
  return { handlers, sheets, date1904: () => date1904 };
}

/** Strings with runs put together, without phonetic guides. */
function sharedStrings() {
  const texts: string[] = [];
  let inText = false;
  let inGuide = false;
  const handlers: XmlHandlers = {
    open(name) {
      if (name === 'x:si') texts.push('');
      else if (name === 'x:rPh') inGuide = true;
      else if (name === 'x:t') inText = !inGuide;
    },
    close(name) {
      if (name === 'x:rPh') inGuide = false;
      else if (name === 'x:t') inText = false;
    },
    text(text) {
      if (inText && texts.length > 0) texts.push((texts.pop() ?? '') + text);
    },
  };
  return { handlers, texts };
}

/** The number format of each cell style: its code, or the number of one that is built in. */
function cellFormats() {
  const codes = new Map<string, string>();
  const formats: (string | number)[] = [];
  let inCells = false;
  const handlers: XmlHandlers = {
    open(name, attributes) {
      const id = attributes['numFmtId'] ?? '0';
      if (name === 'x:numFmt') codes.set(id, (attributes['formatCode'] ?? 'General').slice(0, longestFormat));
      else if (name === 'x:cellXfs') inCells = true;
      else if (name === 'x:xf' && inCells) formats.push(codes.get(id) ?? Number(id));
    },
    close(name) {
      if (name === 'x:cellXfs') inCells = false;
    },
  };
  return { handlers, formats };
}

function sheetReader(
  stored: StoredSheet,
  strings: readonly string[],
  textOf: (value: number, style: number) => string,
) {
  let row = -1;
  let column = -1;
  let stated: ReturnType<typeof cellAt> = null;
  let type = 'n';
  let style = 0;
  let value = '';
  let inValue = false;
  let inGuide = false;

  const open = new Map<string, (attributes: Attributes) => void>([
    ['x:col', hideColumns],
    [
      'x:row',
      (attributes) => {
        row = Number(attributes['r'] ?? row + 2) - 1;
        column = -1;
        if (isTrue(attributes['hidden'])) stored.hiddenRows.add(row);
      },
    ],
    [
      'x:c',
      (attributes) => {
        stated = cellAt(attributes['r'] ?? '');
        column = stated?.column ?? column + 1;
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
      },
    ],
    ['x:v', () => (inValue = true)],
    ['x:t', () => (inValue = !inGuide)],
    ['x:rPh', () => (inGuide = true)],
    ['x:mergeCell', merge],
  ]);
  const handlers: XmlHandlers = {
    open: (name, attributes) => open.get(name)?.(attributes),
    close(name) {
      if (name === 'x:v' || name === 'x:t') inValue = false;
      else if (name === 'x:rPh') inGuide = false;
      else if (name === 'x:c' && (stated?.row ?? row) === row) store(stored, row, column, cellText());
      else if (name === 'x:c')
        for (const each of [row, stated?.row ?? row]) store(stored, each, column, contradictory);
    },
    text(text) {
      if (inValue) value += text;
    },
  };
  return { handlers, stored };

  function cellText(): string {
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n' || value === '') return value;
    const number = Number(value);
    return Number.isFinite(number) ? textOf(number, style) : value;
  }

  function hideColumns(attributes: Attributes): void {
    if (!isTrue(attributes['hidden'])) return;
    const last = Math.min(Number(attributes['max']), mostColumns);
    for (let at = Math.max(Number(attributes['min']), 1); at <= last; at += 1)
      stored.hiddenColumns.add(at - 1);
  }

  function merge(attributes: Attributes): void {
    const [from, to] = (attributes['ref'] ?? '').split(':', 2).map(cellAt);
    if (from != null && to != null)
      stored.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
