import { further, type Position } from '../positions.js';

/** A figure in a list of figures, in the order in which the text gives them. */
export type FigureIndex = Position<'figure'>;
/** A cell of a table, or of some of its rows, row by row. */
export type CellIndex = Position<'cell of a table'>;
export type RowIndex = Position<'row of a table'>;
export type ColumnIndex = Position<'column of a table'>;

/** A list in which only indexes of its own kind lead to something. What is taken out of it is numbered anew. */
export type List<At extends number, Each> = { readonly [Index in At]: Each } & Items<At, Each>;

/** The same, to be filled. */
export type Slots<At extends number, Each> = { [Index in At]: Each } & Items<At, Each>;

interface Items<At extends number, Each> extends Iterable<Each> {
  readonly length: number;
  at(index: -1): Each | undefined;
  includes(each: Each): boolean;
  join(between?: string): string;
  some(is: (each: Each, at: At) => boolean): boolean;
  every(is: (each: Each, at: At) => boolean): boolean;
  forEach(take: (each: Each, at: At) => void): void;
  map<Made>(make: (each: Each, at: At) => Made): List<At, Made>;
  flatMap<Made>(make: (each: Each, at: At) => Made | readonly Made[]): Made[];
  filter<Kept extends Each>(is: (each: Each, at: At) => each is Kept): List<At, Kept>;
  filter(is: (each: Each, at: At) => boolean): List<At, Each>;
  slice(from: At, to?: At): List<At, Each>;
}

export const listOf = <At extends number, Each>(all: readonly Each[]): List<At, Each> =>
  all as unknown as List<At, Each>;

export const slots = <At extends number, Each>(count: number, each: Each): Slots<At, Each> =>
  Array.from({ length: count }, () => each) as unknown as Slots<At, Each>;
export const copied = <At extends number, Each>(all: List<At, Each>): Slots<At, Each> =>
  [...all] as unknown as Slots<At, Each>;

/** So many indexes from one on. */
export const range = <At extends number>(from: At, count: number): At[] =>
  Array.from({ length: count }, (_, i) => further(from, i));

/** Leads to nothing. */
export const nowhere = -1 as Position<never>;

export const cellAt = (row: RowIndex, column: ColumnIndex, columns: number): CellIndex =>
  (row * columns + column) as CellIndex;
export const rowOf = (cell: CellIndex, columns: number): RowIndex => Math.floor(cell / columns) as RowIndex;
export const columnOf = (cell: CellIndex, columns: number): ColumnIndex => (cell % columns) as ColumnIndex;

/** The first cell of a row. */
export const startOf = (row: RowIndex, columns: number): CellIndex => (row * columns) as CellIndex;
/** The figure of a cell where all figures come one behind the other. */
export const figureOf = (cell: CellIndex): FigureIndex => cell as number as FigureIndex;
/** The first figure of a row where all figures come one behind the other. */
export const firstFigureOf = (row: RowIndex, columns: number): FigureIndex => figureOf(startOf(row, columns));
