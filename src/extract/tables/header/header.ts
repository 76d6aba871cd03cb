import type { HeaderColumn } from './header-column.js';
import type { BlockMarks, Mark } from '../marks.js';
import { foreignColumns, insertForeign } from './foreign-columns.js';
import { findMark, type Occurrence } from '../rows/occurrences.js';
import { sourceOf } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { compareGroups, comparePaths, placeOf, type Place } from './places.js';
import { itemAt, earliest, latest, type KeyPosition, type CellPosition } from '../positions.js';

export interface Header {
  columns: HeaderColumn[];
  /** Position in the key of the first label of the header, `Infinity` when there is none. */
  start: KeyPosition;
  /** Position in the key behind the last label of the header. */
  end: KeyPosition;
  /** Labels of the form found, as a share. */
  fit: number;
  /** Wordings that differ from the official label. */
  odd: { expected: string; found: string; cell: CellPosition }[];
}

/**
 * Of the labels that a column of sums may have those that do not add up a group: in the official wording rather than in another, and in the row
 * above the others of their table.
 */
function outermost(stream: Stream, { official }: Mark, found: readonly Occurrence[]): Occurrence[] {
  const inWords = found.filter(({ start, end }) => stream.key.slice(start, end) === official);
  const open = inWords.length > 0 ? inWords : found;
  const cellOf = ({ cell }: Occurrence) => itemAt(stream.cells, cell);
  const last = open.at(-1);
  const table = last === undefined ? undefined : cellOf(last);
  if (table === undefined || table.paragraph) return [...open];
  const inTable = open.filter((each) => cellOf(each)?.block === table.block);
  const top = Math.min(...inTable.map((each) => cellOf(each)?.row ?? 0));
  return inTable.filter((each) => cellOf(each)?.row === top);
}

/** Occurrences of one leaf text, dealt to the groups that share the text in the order of the groups. */
function deal(
  stream: Stream,
  marks: readonly Mark[],
  occurrences: readonly Occurrence[],
): Map<Mark, Occurrence> {
  const dealt = new Map<Mark, Occurrence>();
  if (occurrences.length < marks.length) {
    const [first] = occurrences;
    const [mark] = marks;
    if (first !== undefined && mark !== undefined && marks.length === 1) dealt.set(mark, first);
    return dealt;
  }
  const chosen = occurrences.slice(-marks.length);
  const columns = chosen.map((each) => itemAt(stream.cells, each.cell));
  const byColumn =
    columns.every((each) => each?.grid === true) && new Set(columns.map((each) => each?.block)).size === 1;
  if (byColumn)
    chosen.sort(
      (a, b) => (itemAt(stream.cells, a.cell)?.column ?? 0) - (itemAt(stream.cells, b.cell)?.column ?? 0),
    );
  marks.forEach((mark, i) => {
    const occurrence = chosen[i];
    if (occurrence !== undefined) dealt.set(mark, occurrence);
  });
  return dealt;
}

/** The columns of a grid count when no two labels share one and every label stands below those that group it, or the grid knows no spans. */
function isTrueGrid(stream: Stream, paths: readonly Place[][]): boolean {
  const cells = paths.flat().map((each) => each.cell);
  const [first] = cells;
  if (
    first === null ||
    first === undefined ||
    cells.some((each) => each === null || !each.grid || each.block !== first.block)
  )
    return false;
  const leaves = paths.flatMap((path) => path.at(-1)?.cell ?? []).sort((a, b) => a.column - b.column);
  const apart = leaves.every(
    (each, i) => each.column >= (leaves[i - 1]?.column ?? 0) + (leaves[i - 1]?.columnSpan ?? 0),
  );
  if (!apart) return false;
  const spanned = stream.cells.some(
    (each) => each.block === first.block && (each.columnSpan > 1 || each.rowSpan > 1),
  );
  if (!spanned) return true;
  return paths.every((path) => {
    const leaf = path.at(-1)?.cell;
    return path.slice(0, -1).every(({ cell: group }) => {
      if (group === null || leaf === null || leaf === undefined || leaf.row <= group.row) return true;
      return leaf.column >= group.column && leaf.column + leaf.columnSpan <= group.column + group.columnSpan;
    });
  });
}

const orderOf = ({ columnGroups }: BlockMarks, official: string): number =>
  columnGroups.find((each) => each.official === official)?.order ?? 0;

/** Reads the header of a block between two positions of the key. */
export function readHeader(stream: Stream, marks: BlockMarks, from: KeyPosition, to: KeyPosition): Header {
  const groups = new Map<string, Occurrence>();
  const claimed: Occurrence[] = [];
  for (const group of marks.columnGroups) {
    const found = findMark(stream, group, from, to);
    const first = found.find((each) => each.whole) ?? found[0];
    if (first !== undefined) groups.set(group.official, first);
    claimed.push(...found);
  }
  const corners = marks.corners.flatMap((corner) => findMark(stream, corner, from, to));
  const isAligned = [...groups.values()].some(({ cell }) => itemAt(stream.cells, cell)?.gaps === true);
  const positions = leafPositions(stream, marks, groups, isAligned, claimed, from, to);
  const paths = marks.columns.map((mark) => [
    ...mark.groups.map((group) => placeOf(stream, orderOf(marks, group), groups.get(group), true)),
    placeOf(stream, mark.order, positions.get(mark), false),
  ]);
  const grid = isTrueGrid(stream, paths);
  const columns = marks.columns
    .map((mark, index): { column: HeaderColumn; path: Place[] } => {
      const path = paths[index] ?? [];
      const cell = path.at(-1)?.cell ?? null;
      const column = {
        mark,
        label: mark.label,
        found: positions.has(mark),
        column: grid ? (cell?.column ?? null) : null,
        columnSpan: cell?.columnSpan ?? 1,
        cell: positions.get(mark)?.cell ?? null,
      };
      return { column, path };
    })
    .sort((a, b) =>
      grid ? (a.column.column ?? 0) - (b.column.column ?? 0) : comparePaths(a.path, b.path, isAligned),
    )
    .map((each) => each.column);
  for (const each of foreignColumns(stream, from, to, claimed)) insertForeign(stream, columns, each, grid);
  const odd = [...positions].flatMap(([mark, { start: at, end, cell }]) =>
    mark.official.startsWith(stream.key.slice(at, end))
      ? []
      : [{ expected: mark.label, found: sourceOf(stream, at, end), cell }],
  );
  const found = marks.columns.filter((mark) => positions.has(mark)).length;
  const start = earliest(...[...corners, ...claimed].map((each) => each.start));
  return {
    columns,
    start,
    end: latest(from, ...claimed.map((each) => each.end)),
    fit: found / marks.columns.length,
    odd,
  };
}

/** Finds the leaf labels, longest first so that a short one is not taken from inside a longer; adds them to `claimed`. */
function leafPositions(
  stream: Stream,
  marks: BlockMarks,
  groups: ReadonlyMap<string, Occurrence>,
  isAligned: boolean,
  claimed: Occurrence[],
  from: KeyPosition,
  to: KeyPosition,
): Map<Mark, Occurrence> {
  const positions = new Map<Mark, Occurrence>();
  const shared = new Map<string, Mark[]>();
  for (const mark of marks.columns) shared.set(mark.official, [...(shared.get(mark.official) ?? []), mark]);
  const groupOf = (mark: Mark) => {
    const official = mark.groups.at(-1) ?? '';
    return placeOf(stream, orderOf(marks, official), groups.get(official), true);
  };
  for (const [, group] of [...shared].sort((a, b) => b[0].length - a[0].length)) {
    const [first] = group;
    if (first === undefined) continue;
    const free = findMark(stream, first, from, to).filter(
      (each) => each.fit >= 0.6 && !claimed.some((other) => other.start < each.end && each.start < other.end),
    );
    // The order of the groups in the document counts when it shows them all.
    const inOrder = group.every((each) => groupOf(each).cell !== null)
      ? [...group].sort((a, b) => compareGroups(groupOf(a), groupOf(b), isAligned))
      : group;
    const isSum = group.length === 1 && first.texts.some((text) => marks.subtotals.includes(text));
    for (const [mark, occurrence] of deal(stream, inOrder, isSum ? outermost(stream, first, free) : free)) {
      positions.set(mark, occurrence);
      claimed.push(occurrence);
    }
  }
  return positions;
}
