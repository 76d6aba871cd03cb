import type {
  CellAddress,
  RegisterCell,
  RegisterReason,
  RegisterRow,
  Unclassified,
} from '../../model/index.js';

/** What is wrong with a text of a register, told without the text itself unless it consists of words of the vocabulary. */
export interface Problem {
  why: RegisterReason;
  field: string | null;
  column: number | null;
  text?: string;
  length?: number;
}

/** Rows counted in cells, rows that may belong to them, and what could not be classified. */
export interface Tally {
  cells: Map<CellAddress, RegisterCell>;
  unclassified: Unclassified[];
}

export function emptyTally(addresses: readonly CellAddress[]): Tally {
  return {
    cells: new Map(addresses.map((address) => [address, { value: 0, rows: [], open: [] }])),
    unclassified: [],
  };
}

export function cellOf({ cells }: Tally, address: CellAddress): RegisterCell {
  const known = cells.get(address);
  if (known !== undefined) return known;
  const cell: RegisterCell = { value: 0, rows: [], open: [] };
  cells.set(address, cell);
  return cell;
}

/** Counts a row in cells. */
export function count(tally: Tally, row: RegisterRow, addresses: Iterable<CellAddress>, by = 1): void {
  for (const address of addresses) {
    const cell = cellOf(tally, address);
    cell.value += by;
    if (cell.rows.at(-1) !== row) cell.rows.push(row);
  }
}

/** Notes that a row may belong to cells. */
export function leaveOpen(tally: Tally, row: RegisterRow, addresses: Iterable<CellAddress>): void {
  for (const address of new Set(addresses)) cellOf(tally, address).open.push(row);
}

export function note(
  { unclassified }: Tally,
  row: RegisterRow,
  { column, ...problem }: Problem,
  counted = false,
): void {
  unclassified.push({ row, column: column === null ? null : lettersOf(column), ...problem, counted });
}

/** A column as spreadsheets name it. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
