import { escaped } from '../escaped.js';
import { harmless, type Value } from '../spreadsheet.js';
import { letterOf } from './package.js';
import { declaration, spreadsheet } from './xml.js';

/** Characters that a cell holds. */
const cellLength = 32_767;

/** Points of a line of text. */
export const lineHeight = 15;

/** Columns of characters that one sheet of A4 across takes in a size that can be read. */
const legible = 210;

const frozenHead =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

/** What stands before the rows of a sheet; the head of a table stays in sight. */
export function opening(widths: readonly number[], table: boolean): string {
  const columns = widths.map(
    (room, index) => `<col min="${index + 1}" max="${index + 1}" width="${room}" customWidth="1"/>`,
  );
  return `${declaration}<worksheet xmlns="${spreadsheet}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${
    table ? frozenHead : ''
  }</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${lineHeight}"/><cols>${columns.join('')}</cols><sheetData>`;
}

/** What stands after them: A4 across; a wide table takes several sheets of paper beside each other. */
export function closing(widths: readonly number[], table: boolean): string {
  const across = Math.ceil(widths.reduce((sum, each) => sum + each, 0) / legible);
  const filter = table ? `<autoFilter ref="A1:${letterOf(widths.length - 1)}1"/>` : '';
  return `</sheetData>${filter}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${across}" fitToHeight="0"/></worksheet>`;
}

/** One row: numbers as numbers, text that is no formula, nothing where there is nothing. */
export function rowXml(
  number: number,
  values: readonly Value[],
  styleOf: (value: Value, column: number) => number,
  height?: number,
): string {
  let cells = '';
  values.forEach((value, column) => {
    if (value === null) return;
    const place = `r="${letterOf(column)}${number}" s="${styleOf(value, column)}"`;
    if (typeof value === 'number') cells += `<c ${place}><v>${value}</v></c>`;
    else {
      const text = escaped(harmless(value).slice(0, cellLength));
      cells += `<c ${place} t="inlineStr"><is><t>${text}</t></is></c>`;
    }
  });
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${tall}>${cells}</row>`;
}
