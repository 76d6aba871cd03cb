import type { Document, Table } from '../../model/index.js';
import { gridOf, type Sheet, type Stored } from './sheet.js';

/** Characters of a paragraph that may still be a title. */
const longestTitle = 80;
/** Paragraphs before a table that may still be about it; what the first ones say of the year holds for all tables. */
const mostTitles = 40;

/** The tables of a document, one a sheet; those that it lists as one table in parts are one. */
export function sheetsOfDocument({ blocks, title }: Document): Sheet[] {
  const parts = new Map<number, { about: string[]; tables: Table[]; titles: Stored[] }>();
  const about = title === null ? [] : [title];
  let next = -1;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const part = block.at.table === undefined ? undefined : parts.get(block.at.table);
      if (block.at.row !== undefined && part !== undefined)
        part.titles.push({ text: block.text, row: block.at.row, column: 0, width: 1, height: 1 });
      else if (block.text.length <= longestTitle) about.push(block.text);
    }
    if (block.kind !== 'table') continue;
    const key = block.at.table ?? block.rows[0]?.[0]?.at.table ?? (next -= 1);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, { about: about.slice(-mostTitles), tables: [block], titles: [] });
    else part.tables.push(block);
  }
  return [...parts.values()].map(sheetOf);
}

function sheetOf({ about, tables, titles }: { about: string[]; tables: Table[]; titles: Stored[] }): Sheet {
  const stored: Stored[] = [];
  const numbers: number[] = [];
  for (const { rows } of tables)
    for (const row of rows) {
      const number = row[0]?.at.row ?? row[0]?.at.line ?? (numbers.at(-1) ?? 0) + 1;
      for (const cell of row)
        if (cell.text.trim() !== '')
          stored.push({
            text: cell.text,
            row: numbers.length,
            column: cell.column,
            width: cell.columnSpan,
            height: cell.rowSpan,
          });
      numbers.push(number);
    }
  const between = titles.map(({ text }) => text);
  return { about: [...about, ...between], rows: gridOf(stored, numbers), cutOff: false, plainNumbers: false };
}
