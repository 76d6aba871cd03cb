import type { BlockReading, Cell, FormEdition } from '../../model/index.js';
import type { Script } from '../text/normalise.js';
import { locateBlocks } from './locate.js';
import { readBlock } from './read-block.js';
import type { Stream } from './stream.js';

/** Everything read from the tables of a document. */
export interface TableReadings {
  cells: Record<string, Cell>;
  blocks: BlockReading[];
  /** Cells of the stream that belong to a table, by index. */
  used: Set<number>;
}

/** Finds the sub-tables of the form editions in a document and reads their cells. */
export function readTables(stream: Stream, forms: readonly FormEdition[], script: Script): TableReadings {
  const result: TableReadings = { cells: {}, blocks: [], used: new Set() };
  for (const located of locateBlocks(stream, forms)) {
    const { cells, reading, firstCell, lastCell } = readBlock(stream, located, script);
    Object.assign(result.cells, cells);
    result.blocks.push(reading);
    for (let i = firstCell; i <= lastCell; i += 1) result.used.add(i);
  }
  return result;
}
