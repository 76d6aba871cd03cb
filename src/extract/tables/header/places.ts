import type { At } from '../../../model/index.js';
import type { Occurrence } from '../rows/occurrences.js';
import { itemAt } from '../positions.js';
import { widestRow, type Stream, type StreamCell } from '../stream/stream.js';

/** Where a label of the header stands. */
export interface Place {
  /** Order in the form. */
  form: number;
  start: number;
  /** Its line and column, where the text has any. */
  at: At;
  cell: StreamCell | null;
  group: boolean;
}

export const placeOf = (
  stream: Stream,
  form: number,
  occurrence: Occurrence | undefined,
  group: boolean,
): Place => ({
  form,
  start: occurrence?.start ?? Number.NaN,
  at: occurrence === undefined ? {} : (itemAt(stream.words, occurrence.word)?.at ?? {}),
  cell: occurrence === undefined ? null : (itemAt(stream.cells, occurrence.cell) ?? null),
  group,
});

/** Heads of groups stand in the order of the document; on several lines of a text that keeps the places of a page, in that across it. */
export function compareGroups(a: Place, b: Place, isAligned: boolean): number {
  const [one, other] = [a.at, b.at];
  return isAligned && one.line !== other.line && one.column !== undefined && other.column !== undefined
    ? one.column - other.column || a.form - b.form
    : a.start - b.start;
}

/** Labels in one row stand in the order of the document; labels of different rows in that of the form, unless both head groups. */
function comparePlaces(a: Place, b: Place, isAligned: boolean): number {
  if (a.cell === null || b.cell === null) return a.form - b.form;
  if (a.group && b.group) return compareGroups(a, b, isAligned);
  const sameRow = a.cell.row === b.cell.row && a.cell.rowLength > 1 && a.cell.rowLength <= widestRow;
  return sameRow ? a.start - b.start : a.form - b.form;
}

export function comparePaths(a: readonly Place[], b: readonly Place[], isAligned: boolean): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [p, q] = [a[i], b[i]];
    if (p !== undefined && q !== undefined && p.form !== q.form) return comparePlaces(p, q, isAligned);
  }
  return 0;
}
