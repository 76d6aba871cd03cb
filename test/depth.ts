/** `GOUJI_DEPTH=full`: every example, every browser window, every version of Node. */
export const full = process.env['GOUJI_DEPTH'] === 'full';

/** How many examples a property tries: `most` at full depth, else a tenth of them; `GOUJI_RUNS` says it outright. */
export function examples(most: number): number {
  return Number(process.env['GOUJI_RUNS'] ?? (full ? most : Math.ceil(most / 10)));
}

/** All of them at full depth, else the first. */
export function atDepth<T>(all: readonly T[]): readonly T[] {
  return full ? all : all.slice(0, 1);
}
