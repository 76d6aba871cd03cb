import type { CellAddress, FormBlock, FormEdition, Label } from '../../../src/model/index.js';
import { chooser, type Choices, type Chooser } from '../form/choices.js';
import type { CellText, Filling } from '../filling.js';

/** One cell of a table as an office suite holds it: in its first row and column, with its spans. */
export interface SheetCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** Header cells and row labels, as opposed to cells for figures. */
  label: boolean;
  /** Which cell of the form it is; absent for labels, and for figures of rows that the form does not have. */
  address?: CellAddress;
  /** What a subtotal adds up, as `Report.subtotals` calls it. */
  sum?: string;
}

export interface Sheet {
  table: string;
  columns: number;
  rows: number;
  headerRows: number;
  cells: SheetCell[];
}

/** How the clerk typed the labels. */
export interface Wording {
  /** Which of the known wordings of each label is used; empty: the official ones throughout. */
  variants: Choices;
  brackets: 'full' | 'half';
  /** What follows the numbers of the items: `1.属于国家秘密`. */
  itemMark: '.' | '. ' | '．' | '、';
  spaceAfterOrdinal: boolean;
  quotes: 'curly' | 'straight' | 'corner' | 'none';
  /** Long column labels broken in the middle, by a line break or by a space. */
  split: 'none' | 'line' | 'space' | 'every';
  /** Whether 总计 stands beside 申请人情况 or below it. */
  totalHeader: 'top' | 'below';
  /** A local row that the form does not have. */
  foreignRow: boolean;
  /** Notes with digits inside labels. */
  notes: boolean;
  caption: 'full' | 'withoutFirst';
}

export const officialWording: Wording = {
  variants: [],
  brackets: 'full',
  itemMark: '.',
  spaceAfterOrdinal: false,
  quotes: 'curly',
  split: 'none',
  totalHeader: 'below',
  foreignRow: false,
  notes: false,
  caption: 'full',
};

const quoteMarks = { curly: '“$1”', straight: '"$1"', corner: '「$1」', none: '$1' };

function typed(text: string, wording: Wording): string {
  const quoted = text.replace(/“([^”]*)”/g, quoteMarks[wording.quotes]);
  return wording.brackets === 'full'
    ? quoted
    : quoted.replace(/（/g, '(').replace(/）/g, ')').replace(/，/g, ',');
}

/** Splits a column label the way narrow columns do: 商业企业 into 商业 and 企业. */
function broken(text: string, wording: Wording): string {
  if (wording.split === 'none' || text.length < 2 || text.includes('（')) return text;
  const by = wording.split === 'line' ? '\n' : ' ';
  if (wording.split === 'every') return [...text].join(' ');
  const half = Math.ceil(text.length / 2);
  return text.length < 4 ? text : text.slice(0, half) + by + text.slice(half);
}

function wordingOf(label: Label, choose: Chooser | null): string {
  const variants = label.variants ?? [];
  if (choose === null || variants.length === 0) return label.label;
  const picked = choose.upTo(3 * variants.length);
  return variants[picked] ?? label.label;
}

interface Writer {
  cells: SheetCell[];
  columnLabel(label: Label, note?: string): string;
  rowLabel(label: Label): string;
  put(text: string, row: number, column: number, rowSpan: number, columnSpan: number): void;
  figure(cell: CellText, row: number, column: number, columnSpan: number, address?: CellAddress): void;
}

function writerOf(wording: Wording): Writer {
  const cells: SheetCell[] = [];
  const choose = wording.variants.length === 0 ? null : chooser(wording.variants);
  return {
    cells,
    columnLabel(label, note = '') {
      const text = wordingOf(label, choose);
      return note === '' ? broken(typed(text, wording), wording) : typed(text + note, wording);
    },
    rowLabel(label) {
      const text = typed(wordingOf(label, choose), wording);
      const { ordinal } = label;
      if (ordinal === undefined) return text;
      if (/^\d+$/.test(ordinal)) return ordinal + wording.itemMark + text;
      const space = wording.spaceAfterOrdinal ? ' ' : '';
      return ordinal.startsWith('（') ? typed(ordinal, wording) + space + text : `${ordinal}、${text}`;
    },
    put(text, row, column, rowSpan, columnSpan) {
      cells.push({ text, row, column, rowSpan, columnSpan, label: true });
    },
    figure({ text }, row, column, columnSpan, address) {
      const cell = { text, row, column, rowSpan: 1, columnSpan, label: false };
      cells.push(address === undefined ? cell : { ...cell, address });
    },
  };
}

const depthOf = (labels: readonly Label[]): number =>
  1 + Math.max(...labels.map((label) => (label.children === undefined ? 0 : depthOf(label.children))));
const widthOf = (label: Label): number =>
  label.children === undefined ? 1 : label.children.reduce((total, child) => total + widthOf(child), 0);

/** Places column labels over `depth` header rows and gives the address words of every column, left to right. */
function placeColumns(
  writer: Writer,
  labels: readonly Label[],
  row: number,
  column: number,
  depth: number,
  path = '',
): string[] {
  return labels.reduce<string[]>((paths, label) => {
    const at = column + paths.length;
    const own = [path, label.id].filter((word) => word !== undefined && word !== '').join('.');
    if (label.children === undefined) {
      writer.put(writer.columnLabel(label), row, at, depth, 1);
      return [...paths, own];
    }
    writer.put(writer.columnLabel(label), row, at, 1, widthOf(label));
    return [...paths, ...placeColumns(writer, label.children, row + 1, at, depth - 1, own)];
  }, []);
}

/** Places row labels over `depth` label columns and gives the address words of every row, top to bottom. */
function placeRows(
  writer: Writer,
  labels: readonly Label[],
  row: number,
  column: number,
  depth: number,
  path = '',
): string[] {
  return labels.reduce<string[]>((paths, label) => {
    const at = row + paths.length;
    const own = [path, label.id].filter((word) => word !== undefined && word !== '').join('.');
    if (label.children === undefined) {
      writer.put(writer.rowLabel(label), at, column, 1, depth);
      return [...paths, own];
    }
    writer.put(writer.rowLabel(label), at, column, widthOf(label), 1);
    return [...paths, ...placeRows(writer, label.children, at, column + 1, depth - 1, own)];
  }, []);
}

/** 申请人情况 spans all seven columns on the form; many agencies put 总计 beside it. */
function liftTotal(labels: readonly Label[]): Label[] {
  return labels.flatMap((label) => {
    const total = label.children?.find((child) => child.id === 'total');
    if (label.id !== undefined || label.children === undefined || total === undefined) return [label];
    return [{ ...label, children: label.children.filter((child) => child !== total) }, total];
  });
}

/** A table with row labels on the left and a header of several rows, such as Tables 3 and 4. */
function crossTable(table: string, block: FormBlock, filling: Filling, wording: Wording): Sheet {
  const writer = writerOf(wording);
  const columns = wording.totalHeader === 'top' ? liftTotal(block.columns) : block.columns;
  const headerRows = depthOf(columns);
  const labelColumns = block.rows === undefined ? 0 : depthOf(block.rows);
  if (block.rows !== undefined) {
    const note = typed(`（${block.corner?.[0] ?? ''}：第一项加第二项之和，等于第三项加第四项之和）`, wording);
    writer.put(note, 0, 0, headerRows, labelColumns);
  }
  const across = placeColumns(writer, columns, 0, labelColumns, headerRows);
  const down = block.rows === undefined ? [''] : placeRows(writer, block.rows, headerRows, 0, labelColumns);
  for (const [row, name] of down.entries()) {
    for (const [column, word] of across.entries()) {
      const address = [table, name, word].filter(Boolean).join('.');
      const cell = filling[address];
      if (cell !== undefined) writer.figure(cell, headerRows + row, labelColumns + column, 1, address);
    }
  }
  return {
    table,
    columns: labelColumns + across.length,
    rows: headerRows + down.length,
    headerRows,
    cells: writer.cells.sort((one, other) => one.row - other.row || one.column - other.column),
  };
}

const disclosureNotes: Record<string, string> = {
  change: '（减用负值表示，如-8）',
  amount: '（单位：万元，保留4位小数）',
  decisions: '（1月1日至12月31日）',
};

/** Table 2: blocks stacked on four columns, each with a caption over its whole width. */
function stackedTable(
  table: string,
  blocks: readonly FormBlock[],
  filling: Filling,
  wording: Wording,
): Sheet {
  const width = 1 + Math.max(...blocks.map((block) => block.columns.length));
  const writer = writerOf(wording);
  let row = 0;
  for (const block of blocks) {
    const caption = typed(block.caption ?? '', wording);
    writer.put(wording.caption === 'full' ? caption : caption.replace(/^第/, ''), row++, 0, 1, width);
    writer.put(typed(block.corner?.[0] ?? '', wording), row, 0, 1, 1);
    const spans = block.columns.map((_, index) =>
      index === block.columns.length - 1 ? width - block.columns.length : 1,
    );
    for (const [index, label] of block.columns.entries()) {
      const unit = label.decimal === true && label.unit !== undefined ? `（单位：${label.unit}）` : '';
      const note = wording.notes ? (disclosureNotes[label.id ?? ''] ?? '') : unit;
      writer.put(writer.columnLabel(label, note), row, 1 + index, 1, spans[index] ?? 1);
    }
    row++;
    for (const label of block.rows ?? []) {
      writer.put(writer.rowLabel(label), row, 0, 1, 1);
      for (const [index, column] of block.columns.entries()) {
        const address = `${table}.${label.id}.${column.id}`;
        const cell = filling[address];
        if (cell !== undefined) writer.figure(cell, row, 1 + index, spans[index] ?? 1, address);
      }
      row++;
    }
    const foreign = wording.foreignRow ? block.foreignRows?.[0] : undefined;
    if (foreign !== undefined) {
      writer.put(foreign, row, 0, 1, 1);
      for (const index of block.columns.keys()) {
        writer.figure(
          { text: String(17 + index), state: 'number', value: 17 + index },
          row,
          1 + index,
          spans[index] ?? 1,
        );
      }
      row++;
    }
  }
  return { table, columns: width, rows: row, headerRows: 1, cells: writer.cells };
}

/** The tables of the report as an office suite would hold them, in the order of the form. */
export function sheetsOf(form: FormEdition, filling: Filling, wording: Wording): Sheet[] {
  return form.tables.map((table) => {
    const [first] = table.blocks;
    if (first === undefined) throw new Error(`table ${table.id} has no block`);
    return table.blocks.length > 1 || first.caption !== undefined
      ? stackedTable(table.id, table.blocks, filling, wording)
      : crossTable(table.id, first, filling, wording);
  });
}

/** What a grid position shows: the cell itself, or the way back to the cell that spans it. */
export interface GridPosition {
  cell: SheetCell;
  down: number;
  right: number;
}

/** Every position of the grid, row by row. */
export function gridOf(sheet: Sheet): GridPosition[][] {
  const grid: GridPosition[][] = Array.from({ length: sheet.rows }, () => []);
  for (const cell of sheet.cells) {
    for (let down = 0; down < cell.rowSpan; down++) {
      for (let right = 0; right < cell.columnSpan; right++) {
        const row = grid[cell.row + down];
        if (row === undefined) throw new Error(`row ${cell.row + down} lies outside the sheet`);
        row[cell.column + right] = { cell, down, right };
      }
    }
  }
  return grid;
}
