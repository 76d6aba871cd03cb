import { parseXml, type Attributes } from '../xml/xml.js';
import { plainNumber } from './cell-text.js';
import { emptySheet, mostColumns, store, type StoredBook, type StoredSheet } from './stored.js';

const namespaces: Readonly<Record<string, string>> = {
  'urn:schemas-microsoft-com:office:spreadsheet': 'ss',
  'urn:schemas-microsoft-com:office:excel': 'x',
};

/** Excel 2003 XML, which systems write that fill in a template. Numbers are given as stored. */
export function readSpreadsheetMl(bytes: Uint8Array, rows?: number): StoredBook {
  const sheets: (StoredSheet & { hidden: boolean })[] = [];
  let row = -1;
  let column = -1;
  let next = 0;
  let nextColumn = 0;
  let type = '';
  let value = '';
  let inData = false;
  let inVisible = false;

  const number = (attributes: Attributes, name: string, otherwise: number): number => {
    const found = Number(attributes[name] ?? otherwise);
    return Number.isInteger(found) && found >= 0 ? found : otherwise;
  };
  const open: Record<string, (attributes: Attributes, sheet: StoredSheet) => void> = {
    'ss:Column': (attributes, sheet) => {
      const from = number(attributes, 'ss:Index', nextColumn + 1) - 1;
      nextColumn = from + number(attributes, 'ss:Span', 0) + 1;
      if (attributes['ss:Hidden'] === '1')
        for (let at = from; at < Math.min(nextColumn, mostColumns); at += 1) sheet.hiddenColumns.add(at);
    },
    'ss:Row': (attributes, sheet) => {
      row = number(attributes, 'ss:Index', row + 2) - 1;
      next = 0;
      if (attributes['ss:Hidden'] === '1') sheet.hiddenRows.add(row);
    },
    'ss:Cell': (attributes, sheet) => {
      column = number(attributes, 'ss:Index', next + 1) - 1;
      const across = number(attributes, 'ss:MergeAcross', 0);
      const down = number(attributes, 'ss:MergeDown', 0);
      next = column + across + 1;
      value = '';
      if (across + down > 0)
        sheet.merges.push({ top: row, left: column, bottom: row + down, right: column + across });
    },
    'ss:Data': (attributes) => {
      type = attributes['ss:Type'] ?? '';
      inData = true;
    },
    'x:Visible': () => (inVisible = true),
  };
  parseXml(bytes, namespaces, {
    open(name, attributes) {
      if (name === 'ss:Worksheet') {
        sheets.push({ ...emptySheet(attributes['ss:Name'] ?? '', rows), hidden: false });
        row = -1;
        nextColumn = 0;
      }
      const sheet = sheets.at(-1);
      if (sheet !== undefined && Object.hasOwn(open, name)) open[name]?.(attributes, sheet);
    },
    close(name) {
      const sheet = sheets.at(-1);
      if (name === 'ss:Data') inData = false;
      else if (name === 'x:Visible') inVisible = false;
      else if (name === 'ss:Cell' && sheet !== undefined)
        store(
          sheet,
          row,
          column,
          type === 'Number' && Number.isFinite(Number(value)) && value !== ''
            ? plainNumber(Number(value))
            : value,
        );
    },
    text(text) {
      const sheet = sheets.at(-1);
      if (inData) value += text;
      if (inVisible && sheet !== undefined && /hidden/i.test(text)) sheet.hidden = true;
    },
  });
  const shown = sheets.filter((sheet) => !sheet.hidden);
  return { sheets: shown, hidden: sheets.length - shown.length };
}
