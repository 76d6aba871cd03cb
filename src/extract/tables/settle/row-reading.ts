import type { Cell, Evidence } from '../../../model/index.js';
import type { Readings } from '../align/readings.js';
import type { RowSlots, Slot } from '../slots/slots.js';
import { readValue } from '../value.js';
import type { Candidate } from './candidate.js';

/** How the row of a cell was read. */
export interface RowReading {
  path: string;
  slots: RowSlots;
  chained: boolean;
  readings: Readings;
  candidates: Candidate[];
  agreed: (Slot | null | undefined)[];
  trust: number;
  evidence: Evidence;
  provenBy: string[];
  /** All relations of the table. */
  relations: string[];
  bySumsAlone: boolean;
}

/** What stands in one column of the row. */
export function cellOf(slot: Slot | null | undefined, row: RowReading, deduplicated: boolean): Cell {
  // Where repeated lines were dropped, an empty cell may have held one of them.
  if (slot === null || slot === undefined || slot.confidence === 0 || (deduplicated && slot.text === '')) {
    const [first] = row.slots.slots;
    return {
      value: null,
      raw: row.slots.slots
        .map((each) => each.raw)
        .join(' ')
        .trim(),
      state: 'unreadable',
      at: first?.at ?? null,
      confidence: 0,
    };
  }
  const { state, value } = readValue(slot.text);
  const cell: Cell = {
    value,
    raw: slot.raw,
    state,
    at: slot.at,
    confidence: Math.min(row.trust, slot.confidence),
  };
  if (state === 'unreadable') return cell;
  const { placedBy } = slot;
  const isOrdered = placedBy === 'order' && row.evidence === 'printed';
  cell.evidence = isOrdered
    ? 'ordered'
    : placedBy === 'row' || placedBy === 'table'
      ? 'proven'
      : row.evidence;
  if (placedBy === 'table') cell.provenBy = row.relations;
  else if (placedBy === 'row') cell.provenBy = row.provenBy;
  else if (row.evidence === 'proven') cell.provenBy = row.provenBy;
  return cell;
}
