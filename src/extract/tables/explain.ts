import type { ExplainedBlock, ExplainedRow, ExplainedTables } from '../../model/index.js';
import type { TableReadings } from './index.js';
import type { RowReading } from './settle/row-reading.js';
import type { SlottedBlock } from './slots/slot-block.js';
import { cellAt } from './stream/lookup.js';
import type { Stream } from './stream/stream.js';
import { itemAt } from './positions.js';

function rowOf(row: RowReading): ExplainedRow {
  const { path, slots, chained, readings, candidates, agreed, evidence, provenBy, trust } = row;
  return {
    path,
    kind: slots.kind,
    slots: slots.slots.map((each) => each.text),
    chained,
    by: readings.by,
    readings: readings.candidates.length,
    left: candidates.length,
    evidence,
    provenBy: evidence === 'proven' ? provenBy : [],
    trust,
    read: agreed.map((each) => each?.text ?? null),
  };
}

function blockOf(
  stream: Stream,
  { located, columns }: SlottedBlock,
  rows: readonly RowReading[],
): ExplainedBlock {
  const { marks, found, start, score } = located;
  const cell = cellAt(stream, start);
  return {
    table: marks.table.id,
    block: marks.block.id,
    edition: marks.edition.id,
    found,
    at: found ? (itemAt(stream.cells, cell)?.at ?? null) : null,
    score,
    columns: columns.map(({ label, found: shown, column }) => ({ label, found: shown, column })),
    rows: rows.map(rowOf),
  };
}

/** What was found, slotted, aligned and settled of every sub-table, in the order of the form. */
export function explainTables(
  stream: Stream,
  { steps, cutOff }: Pick<TableReadings, 'steps' | 'cutOff'>,
  mended: ExplainedTables['mended'],
): ExplainedTables {
  return {
    mended,
    cells: stream.cells.length,
    words: stream.words.length,
    deduplicated: stream.deduplicated,
    blocks: steps.map(({ block, rows }) => blockOf(stream, block, rows)),
    cutOff: cutOff?.at ?? null,
  };
}
