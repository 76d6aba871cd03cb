import type { CellAddress } from '../../model/index.js';
import type { OfficialCell } from '../../report/tables/official.js';
import type { Translate } from '../../report/translate.js';
import type { Place } from '../clerk/moves.js';
import { element } from '../dom.js';
import type { AuditView, Edits } from '../protocol.js';
import type { FormTable } from './form-table.js';

/** One figure of the tables that can be changed. */
export interface Field {
  input: HTMLInputElement;
  cell: HTMLTableCellElement;
  note: HTMLElement;
  /** As it was read. */
  text: string;
}

const roles = {
  caption: 'colgroup',
  column: 'col',
  columnGroup: 'colgroup',
  row: 'row',
  rowGroup: 'rowgroup',
};

/** The tables of the report with a field for each figure. */
export interface Fields {
  fields: Map<CellAddress, Field>;
  /** The figures of each table, row by row. */
  grids: CellAddress[][][];
  tables: HTMLElement;
  /** Where in the grids a field stands. */
  placeOf: (target: EventTarget | null) => Place | null;
}

/** Draws the tables as they were read, with these texts in their cells. */
export function drawFields(read: AuditView, edits: Edits, t: Translate): Fields {
  const fields = new Map<CellAddress, Field>();
  const grids: CellAddress[][][] = [];

  function figure(address: CellAddress, columns: number): HTMLTableCellElement {
    const { text = '', label = address } = read.cells[address] ?? {};
    const note = element('span', { class: 'hidden', id: `n-${address}` });
    const input = element('input', {
      id: `e-${address}`,
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      'aria-label': label,
      'aria-describedby': note.id,
    });
    input.value = edits[address] ?? text;
    const cell = element('td', { class: 'figure', colspan: String(columns) }, input, note);
    fields.set(address, { input, cell, note, text });
    return cell;
  }

  function cellOf({ role, text, rows, columns, address }: OfficialCell): HTMLTableCellElement {
    if (address !== null) return figure(address, columns);
    const span = { rowspan: String(rows), colspan: String(columns), class: role };
    if (role === 'corner' || role === 'figure') return element('td', span, text);
    return element('th', { ...span, scope: roles[role] }, text);
  }

  function tableOf({ id, title, rows }: FormTable): HTMLElement {
    const heading = element('h2', { id: `edit-${id}` }, title);
    if (rows.length === 0) return element('section', {}, heading, element('p', {}, t('page.noTable')));
    grids.push(
      rows.map((cells) => cells.flatMap(({ address }) => address ?? [])).filter((cells) => cells.length > 0),
    );
    const table = element('table', {}, ...rows.map((cells) => element('tr', {}, ...cells.map(cellOf))));
    const region = { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': heading.id };
    return element('section', { class: 'official' }, heading, element('div', region, table));
  }

  function placeOf(target: EventTarget | null): Place | null {
    const address = target instanceof HTMLInputElement ? target.id.slice(2) : '';
    for (const [table, grid] of grids.entries())
      for (const [row, cells] of grid.entries()) {
        const column = cells.indexOf(address);
        if (column >= 0) return { table, row, column };
      }
    return null;
  }

  const tables = element('div', { class: 'tables' }, ...read.tables.map(tableOf));
  return { fields, grids, tables, placeOf };
}
