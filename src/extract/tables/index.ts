import type { BlockReading, Cell, FormEdition } from '../../model/index.js';
import type { Script } from '../text/script.js';
import { doubtUnconfirmed, type ChosenCells } from './settle/confirm.js';
import { cutOffOf, endOf, type CutOff } from './settle/cut-off.js';
import { isUndecided, locateBlocks } from './header/choose-edition.js';
import { figuresFirst } from './slots/figures-first.js';
import { makeOf, type Make } from './make.js';
import { readBlock } from './read-block.js';
import type { RowReading } from './settle/row-reading.js';
import { rowSums, slotBlock, type SlottedBlock } from './slots/slot-block.js';
import { wordAt } from './stream/lookup.js';
import type { Stream } from './stream/stream.js';
import type { WordPosition } from './positions.js';

/** Everything read from the tables of a document. */
export interface TableReadings {
  cells: Record<string, Cell>;
  /** As in the report. */
  subtotals: Record<string, Cell>;
  blocks: BlockReading[];
  /** Words of the stream that belong to a table: from, and behind the last. */
  used: { from: WordPosition; to: WordPosition }[];
  /** Where the document ends inside a table. */
  cutOff: CutOff | null;
  /** How each sub-table was read. */
  steps: { block: SlottedBlock; rows: RowReading[] }[];
  /** The tables do not tell their edition: the year of the report does. */
  undecided: boolean;
}

/** The sub-table is the other one, or stands behind it in the same table. */
function isFrom({ located: { marks } }: SlottedBlock, other: SlottedBlock | undefined): boolean {
  const blocks = other?.located.marks.table.blocks.map(({ id }) => id) ?? [];
  return (
    marks.table.id === other?.located.marks.table.id &&
    blocks.indexOf(marks.block.id) >= blocks.indexOf(other.located.marks.block.id)
  );
}

function makesOf(blocks: readonly SlottedBlock[]): (block: SlottedBlock) => Make {
  const byTable = new Map<string, SlottedBlock[]>();
  for (const each of blocks) {
    const id = each.located.marks.table.id;
    byTable.set(id, [...(byTable.get(id) ?? []), each]);
  }
  const makes = new Map(
    [...byTable].map(([id, members]) => {
      const rows = members.flatMap(({ located, columns, rows: slotted }) => {
        const sums = rowSums(located.marks, columns);
        return slotted.map(({ slots }) => ({ slots, count: columns.length, sums }));
      });
      return [id, makeOf(rows)];
    }),
  );
  // Sums prove that rows are runs of digits; a table without sums is written as the others are.
  const runs = [...makes.values()].some((each) => each.runs);
  return (block) => {
    const make = makes.get(block.located.marks.table.id);
    // As many cells as columns in every row of the sub-table leave no choice.
    const exact = block.rows.every(({ slots }) => slots.slots.length === block.columns.length);
    if (make !== undefined && exact) return { ...make, offsets: () => [0], runs };
    return make === undefined ? { offsets: () => [], runs, width: 0 } : { ...make, runs };
  };
}

/** Finds the sub-tables of the form editions in a document and reads their cells. */
export function readTables(
  stream: Stream,
  forms: readonly FormEdition[],
  script: Script,
  year: number | null = null,
): TableReadings {
  const located = locateBlocks(stream, forms, year);
  const slotted = figuresFirst(
    stream,
    located.map((each) => slotBlock(stream, each, script)),
  );
  const makeFor = makesOf(slotted);
  const cutOff = cutOffOf(stream, slotted);
  const chosen: ChosenCells[] = [];
  const result: TableReadings = {
    cells: {},
    subtotals: {},
    blocks: [],
    used: [],
    undecided: isUndecided(located),
    cutOff,
    steps: [],
  };
  for (const block of slotted) {
    const { cells, rows, bySumsAlone, subtotals, reading } = readBlock(
      stream,
      block,
      makeFor(block),
      isFrom(block, cutOff?.block) ? cutOff : null,
    );
    Object.assign(result.cells, cells);
    Object.assign(result.subtotals, subtotals);
    if (bySumsAlone.length > 0) chosen.push({ edition: block.located.marks.edition, cells: bySumsAlone });
    result.blocks.push(reading);
    result.steps.push({ block, rows });
    if (!block.located.found) continue;
    const from = wordAt(stream, block.located.start);
    result.used.push({ from, to: endOf(stream, block) });
  }
  for (const each of chosen) doubtUnconfirmed(result.cells, each);
  return { ...result, blocks: withoutAppendix(result.blocks, forms) };
}

/** A table of an edition before the unified forms is an appendix when the report has the unified tables too: nobody asks for it to be whole. */
function withoutAppendix(blocks: BlockReading[], forms: readonly FormEdition[]): BlockReading[] {
  const isUnified = ({ found, edition }: BlockReading) =>
    found && forms.some((form) => form.id === edition && form.sections.length > 0);
  if (!blocks.some(isUnified)) return blocks;
  return blocks.map((each) => (isUnified(each) ? each : { ...each, missingLabels: [], oddLabels: [] }));
}
