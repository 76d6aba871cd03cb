import { openDocumentNames, openDocumentParts } from '../containers/opendocument.js';
import { parseXml, type Attributes } from '../xml/xml.js';
import type { Document } from '../../../model/index.js';
import { bookDocument } from '../xlsx/xlsx.js';
import { emptySheet, mostColumns, store, type StoredBook, type StoredSheet } from '../xlsx/stored.js';

type Sheet = StoredSheet & { hidden: boolean };

const isHidden = (attributes: Attributes): boolean =>
  /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '');

const isAside = (element: string): boolean => element === 'office:annotation' || element.startsWith('draw:');

function countOf(attributes: Attributes, name: string): number {
  const count = Number(attributes[name] ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

/** Every visible sheet in order. */
export const readOdsDocument = (bytes: Uint8Array): Document => bookDocument(readOds(bytes), 'ods');

/**
 * An OpenDocument spreadsheet as it stores its sheets, as package or as one XML file. A cell has the text that it shows, or its value where
 * it shows none; comments are left out.
 * @throws InputError `damaged`, `encrypted`, `too-large`, `unsafe-xml`
 */
export function readOds(bytes: Uint8Array, mostRows?: number): StoredBook {
  const hiddenStyles = new Set<string>();
  const sheets: Sheet[] = [];
  let style = '';
  let row = 0;
  let rows = 1;
  let column = 0;
  let columns = 1;
  let tableColumn = 0;
  let lines: string[] = [];
  let value = '';
  /** Inside a comment or a shape that is anchored to a cell, whose paragraphs are none of the cell. */
  let aside = 0;
  let inCell = false;
  let inParagraph = false;

  const beginCell = (attributes: Attributes, sheet: Sheet) => {
    columns = countOf(attributes, 'table:number-columns-repeated');
    lines = [];
    value = attributes['office:value'] ?? '';
    inCell = true;
    const across = countOf(attributes, 'table:number-columns-spanned') - 1;
    const down = countOf(attributes, 'table:number-rows-spanned') - 1;
    if (across + down > 0)
      sheet.merges.push({ top: row, left: column, bottom: row + down, right: column + across });
  };
  const endCell = (sheet: Sheet) => {
    const text = lines.length > 0 ? lines.join('\n') : value;
    const [down, across] = text === '' ? [1, Math.min(columns, 1)] : [rows, columns];
    for (let below = 0; below < Math.min(down, sheet.mostRows + 1); below += 1)
      for (let beside = 0; beside < Math.min(across, mostColumns + 1); beside += 1)
        store(sheet, row + below, column + beside, text);
    column += columns;
    inCell = false;
  };

  const open: Record<string, (attributes: Attributes, sheet: Sheet | undefined) => void> = {
    'style:style': (attributes) => (style = attributes['style:name'] ?? ''),
    'style:table-properties': (attributes) => {
      if (attributes['table:display'] === 'false') hiddenStyles.add(style);
    },
    'table:table': (attributes) => {
      const hidden = hiddenStyles.has(attributes['table:style-name'] ?? '');
      sheets.push({ ...emptySheet(attributes['table:name'] ?? '', mostRows), hidden });
      row = 0;
      tableColumn = 0;
    },
    'table:table-column': (attributes, sheet) => {
      const from = tableColumn;
      tableColumn += countOf(attributes, 'table:number-columns-repeated');
      if (sheet === undefined || !isHidden(attributes)) return;
      for (let at = from; at < Math.min(tableColumn, mostColumns); at += 1) sheet.hiddenColumns.add(at);
    },
    'table:table-row': (attributes, sheet) => {
      rows = countOf(attributes, 'table:number-rows-repeated');
      column = 0;
      if (sheet === undefined || !isHidden(attributes)) return;
      for (let at = row; at < Math.min(row + rows, sheet.mostRows); at += 1) sheet.hiddenRows.add(at);
    },
    'table:table-cell': (attributes, sheet) => {
      if (sheet !== undefined) beginCell(attributes, sheet);
    },
    'table:covered-table-cell': (attributes) => {
      column += countOf(attributes, 'table:number-columns-repeated');
    },
    'text:p': () => {
      if (!inCell || aside > 0) return;
      inParagraph = true;
      lines.push('');
    },
    'text:s': (attributes) => say(' '.repeat(Math.min(100, countOf(attributes, 'text:c')))),
    'text:tab': () => say('\t'),
    'text:line-break': () => say('\n'),
    'draw:image': (_, sheet) => {
      if (sheet !== undefined) sheet.pictured = true;
    },
  };
  const close: Record<string, (sheet: Sheet | undefined) => void> = {
    'table:table-cell': (sheet) => {
      if (sheet !== undefined) endCell(sheet);
    },
    'table:table-row': () => (row += rows),
    'text:p': () => (inParagraph = false),
  };
  const say = (text: string) => {
    if (inParagraph && aside === 0) lines.push((lines.pop() ?? '') + text);
  };

  for (const { name, xml } of openDocumentParts(bytes))
    parseXml(
      xml,
      openDocumentNames,
      {
        open: (element, attributes) => {
          if (isAside(element)) aside += 1;
          if (Object.hasOwn(open, element)) open[element]?.(attributes, sheets.at(-1));
        },
        close: (element) => {
          if (isAside(element)) aside -= 1;
          if (Object.hasOwn(close, element)) close[element]?.(sheets.at(-1));
        },
        text: say,
      },
      name,
    );
  const shown = sheets.filter(({ hidden }) => !hidden);
  return { sheets: shown, hidden: sheets.length - shown.length };
}
