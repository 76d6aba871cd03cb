import * as fc from 'fast-check';
import type { CellAddress } from '../../../src/model/index.js';
import type { Sheet, SheetCell } from './sheet.js';

/** Which subtotals an agency prints in Table 3 beside what the form asks for. */
export interface SubtotalStyle {
  /** Where the row of a group stands. */
  rows: 'none' | 'before' | 'after';
  /** Its label: the word in the column of the items, in that of the groups, or there with the name of the group. */
  label: 'inside' | 'beside' | 'named';
  /** Where the column of the organisations stands among them. */
  column: 'none' | 'first' | 'last';
  word: string;
}

export const subtotalStyles: fc.Arbitrary<SubtotalStyle> = fc
  .record({
    rows: fc.constantFrom('none', 'before', 'after'),
    label: fc.constantFrom('inside', 'beside', 'named'),
    column: fc.constantFrom('none', 'first', 'last'),
    word: fc.constantFrom('小计', '合计'),
  } satisfies { [key in keyof SubtotalStyle]: fc.Arbitrary<SubtotalStyle[key]> })
  .filter(({ rows, column }) => rows !== 'none' || column !== 'none');

const byPlace = (cells: readonly SheetCell[]): SheetCell[] =>
  [...cells].sort((one, other) => one.row - other.row || one.column - other.column);

const wordsOf = (address: CellAddress | undefined): string[] => address?.split('.') ?? [];

const sumOf = (cells: readonly SheetCell[]): string =>
  String(cells.reduce((sum, { text }) => sum + Number(text), 0));

/** Makes room for a row or a column; cells that span the place grow where `grows` says so. */
function insertAt(
  sheet: Sheet,
  axis: 'row' | 'column',
  at: number,
  grows: (cell: SheetCell) => boolean,
): Sheet {
  const [span, size] = axis === 'row' ? (['rowSpan', 'rows'] as const) : (['columnSpan', 'columns'] as const);
  const cells = sheet.cells.map((cell) => {
    if (grows(cell)) return { ...cell, [span]: cell[span] + 1 };
    return cell[axis] >= at ? { ...cell, [axis]: cell[axis] + 1 } : cell;
  });
  return { ...sheet, [size]: sheet[size] + 1, cells };
}

const groupColumn = 1;
const itemColumn = 2;

/** Adds a row for every group of items, the last group first so that the rows above keep their places. */
function withRows(sheet: Sheet, style: SubtotalStyle): Sheet {
  const groups = sheet.cells.filter(
    ({ label, column, rowSpan, row }) =>
      label && column === groupColumn && rowSpan > 1 && row >= sheet.headerRows,
  );
  let made = sheet;
  for (const group of groups.reverse()) {
    const inside = style.label === 'inside';
    const at = style.rows === 'before' ? group.row : group.row + group.rowSpan;
    const figures = made.cells.filter(
      ({ label, row }) => !label && row >= group.row && row < group.row + group.rowSpan,
    );
    const spans = (cell: SheetCell) =>
      cell.label &&
      ((inside && cell.column === groupColumn && cell.row === group.row) ||
        (cell.row < at && cell.row + cell.rowSpan > at));
    made = insertAt(made, 'row', at, spans);
    const label: SheetCell = {
      text: style.label === 'named' ? `${group.text.replace(/^[（(].[)）] ?/, '')}${style.word}` : style.word,
      row: at,
      column: inside ? itemColumn : groupColumn,
      rowSpan: 1,
      columnSpan: inside ? 1 : 2,
      label: true,
    };
    const byColumn = new Map<number, SheetCell[]>();
    for (const cell of figures) byColumn.set(cell.column, [...(byColumn.get(cell.column) ?? []), cell]);
    const sums = [...byColumn].map(([column, cells]): SheetCell => {
      const sum = { text: sumOf(cells), row: at, column, rowSpan: 1, columnSpan: 1, label: false };
      const [table, name, , applicant] = wordsOf(cells[0]?.address);
      // Where the two kinds of subtotals cross stands a sum of neither.
      return table === undefined ? sum : { ...sum, sum: [table, name, applicant].join('.') };
    });
    made = { ...made, cells: [...made.cells, label, ...sums] };
  }
  return { ...made, cells: byPlace(made.cells) };
}

const isOrganisation = ({ address }: SheetCell): boolean =>
  address !== undefined && !/\.(?:naturalPerson|total)$/.test(address);

/** Adds a column for the organisations. */
function withColumn(sheet: Sheet, style: SubtotalStyle): Sheet {
  const columns = sheet.cells.filter(isOrganisation).map(({ column }) => column);
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const at = style.column === 'first' ? first : last + 1;
  const head = sheet.cells.find(
    ({ label, column, row, columnSpan }) =>
      label && column === first && row < sheet.headerRows && columnSpan === last - first + 1,
  );
  const leaf = sheet.cells.find(
    ({ label, column, row }) => label && column === last && row === sheet.headerRows - 1,
  );
  const made = insertAt(
    sheet,
    'column',
    at,
    (cell) =>
      cell === head || (cell.column < at && cell.column + cell.columnSpan >= at && cell.columnSpan > 1),
  );
  const rows = [...new Set(sheet.cells.filter(isOrganisation).map(({ row }) => row))];
  const sums = rows.map((row): SheetCell => {
    const parts = sheet.cells.filter((cell) => cell.row === row && isOrganisation(cell));
    const sum = [...wordsOf(parts[0]?.address).slice(0, -1), 'organisations'].join('.');
    return { text: sumOf(parts), row, column: at, rowSpan: 1, columnSpan: 1, label: false, sum };
  });
  const label = { text: style.word, row: leaf?.row ?? 0, column: at, rowSpan: 1, columnSpan: 1, label: true };
  return { ...made, cells: byPlace([...made.cells, label, ...sums]) };
}

/** Table 3 with right subtotals. Every figure of the sheet is a plain number. */
export function withSubtotals(sheet: Sheet, style: SubtotalStyle): Sheet {
  const wide = style.column === 'none' ? sheet : withColumn(sheet, style);
  return style.rows === 'none' ? wide : withRows(wide, style);
}
