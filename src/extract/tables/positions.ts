declare const counted: unique symbol;

/** A number that counts one kind of thing in a stream; positions are taken neither for those of another kind nor for plain numbers. */
export type Position<Kind extends string> = number & { readonly [counted]: Kind };

/** A character of the key. */
export type KeyPosition = Position<'key'>;
export type WordPosition = Position<'word'>;
export type CellPosition = Position<'cell'>;
/** A row of the whole document; a paragraph is a row of its own. */
export type RowPosition = Position<'row'>;

/** What positions of every kind begin with. */
export const beginning = 0 as Position<never>;

/** A position so many things further on, or back. */
export const further = <P extends number>(from: P, by = 1): P => (from + by) as P;

/** `Infinity` of none. */
export const earliest = <P extends number>(...all: P[]): P => Math.min(...all) as P;
/** `-Infinity` of none. */
export const latest = <P extends number>(...all: P[]): P => Math.max(...all) as P;

/** A list in which only positions of its own kind lead to something. */
export interface Sequence<P extends number, T> extends Pick<
  readonly T[],
  'some' | 'every' | 'filter' | 'map' | 'flatMap' | typeof Symbol.iterator
> {
  /** Behind the last. */
  readonly length: P;
  slice(from: P, to?: P): T[];
  findIndex(is: (each: T, at: P) => boolean): P;
}

/** What stands at a position; `undefined` before the first and behind the last. */
export const itemAt = <P extends number, T>(all: Sequence<P, T>, position: P | undefined): T | undefined =>
  position === undefined ? undefined : (all as unknown as readonly (T | undefined)[])[position];

export const sequence = <P extends number, T>(all: readonly T[]): Sequence<P, T> =>
  all as unknown as Sequence<P, T>;
