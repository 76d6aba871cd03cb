import { slice, u32, u8 } from './binary.js';
import type { Part, WordFile } from './file.js';

/** Bytes of the main stream `from` up to `to` that share one list of properties. */
export interface Run {
  from: number;
  to: number;
  /** Style and property list of a paragraph; property list of characters. */
  properties: Uint8Array;
}

const pageSize = 512;
const nothing = new Uint8Array();

/**
 * Finds the runs that hold a place of the main stream: a table of pages of 512 bytes each (MS-DOC 2.8.5, 2.8.6, 2.9.47, 2.9.175).
 * Pages are read once, when needed.
 */
function runFinder(file: WordFile, part: Part, readPage: (main: Uint8Array, page: number) => Run[]) {
  const { main, table } = file;
  const count = Math.floor((part.length - 4) / 8);
  const pages = new Map<number, Run[]>();
  return (place: number): Run | null => {
    const index = lastUpTo(count, place, (each) => u32(table, part.from + each * 4));
    if (index < 0) return null;
    const number = u32(table, part.from + (count + 1) * 4 + index * 4) & 0x3fffff;
    let page = pages.get(number);
    if (page === undefined) pages.set(number, (page = readPage(main, number * pageSize)));
    const found = page[lastUpTo(page.length, place, (each) => page[each]?.from ?? Infinity)];
    return found !== undefined && place < found.to ? found : null;
  };
}

/** Index of the last of `count` ascending values that is at most `value`; -1 when all are larger. */
function lastUpTo(count: number, value: number, at: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function paragraphRuns(file: WordFile): (place: number) => Run | null {
  return runFinder(file, file.parts.paragraphRuns, (main, page) =>
    pageOf(main, page, 13, (at) => {
      const half = u8(main, at);
      // A length of 0 means that the next byte holds it, in words.
      return half === 0
        ? slice(main, at + 2, at + 2 + u8(main, at + 1) * 2)
        : slice(main, at + 1, at + half * 2);
    }),
  );
}

export function characterRuns(file: WordFile): (place: number) => Run | null {
  return runFinder(file, file.parts.characterRuns, (main, page) =>
    pageOf(main, page, 1, (at) => slice(main, at + 1, at + 1 + u8(main, at))),
  );
}

/** The runs of one page: their borders, then per run `entry` bytes of which the first is half the offset of its properties. */
function pageOf(
  main: Uint8Array,
  page: number,
  entry: number,
  properties: (at: number) => Uint8Array,
): Run[] {
  const count = u8(main, page + pageSize - 1);
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) {
    const offset = u8(main, page + (count + 1) * 4 + index * entry) * 2;
    runs.push({
      from: u32(main, page + index * 4),
      to: u32(main, page + index * 4 + 4),
      properties: offset === 0 ? nothing : properties(page + offset),
    });
  }
  return runs;
}
