import type { BlockMarks, Mark } from './marks.js';
import { findMark, type Occurrence } from './occurrences.js';
import { wordAt, type Stream } from './stream.js';

/** A column as the header of the document shows it, left to right. */
export interface HeaderColumn {
  /** `null` for a column that the form does not have (a subtotal). */
  mark: Mark | null;
  label: string;
  /** The header has the label; a column not found keeps its place in the form. */
  found: boolean;
  /** First column and width in the grid, when the document has one. */
  column: number | null;
  columnSpan: number;
  cell: number | null;
}

export interface Header {
  columns: HeaderColumn[];
  /** Position in the key of the first label of the header, `Infinity` when there is none. */
  start: number;
  /** Position in the key behind the last label of the header. */
  end: number;
  /** Labels of the form found, as a share. */
  fit: number;
  /** Wordings that differ from the official label. */
  odd: { expected: string; found: string; cell: number }[];
}

/** Occurrences of one leaf text, dealt to the groups that share the text in the order of the groups. */
function deal(stream: Stream, marks: readonly Mark[], occurrences: readonly Occurrence[]): Map<Mark, Occurrence> {
  const dealt = new Map<Mark, Occurrence>();
  if (occurrences.length < marks.length) {
    const [first] = occurrences;
    const [mark] = marks;
    if (first !== undefined && mark !== undefined && marks.length === 1) dealt.set(mark, first);
    return dealt;
  }
  const chosen = occurrences.slice(-marks.length);
  const columns = chosen.map((each) => stream.cells[each.cell]);
  const byColumn = columns.every((each) => each?.grid === true) && new Set(columns.map((each) => each?.block)).size === 1;
  if (byColumn) chosen.sort((a, b) => (stream.cells[a.cell]?.column ?? 0) - (stream.cells[b.cell]?.column ?? 0));
  marks.forEach((mark, i) => {
    const occurrence = chosen[i];
    if (occurrence !== undefined) dealt.set(mark, occurrence);
  });
  return dealt;
}

/** Short labels among the header cells that no label of the form explains: columns of the document's own. */
const foreignColumn = /^(?:小计|合计|小计数|扣除|占比|比例|百分比|同比|备注)$/;

/** Reads the header of a block between two positions of the key. */
export function readHeader(stream: Stream, marks: BlockMarks, from: number, to: number): Header {
  const positions = new Map<Mark, Occurrence>();
  const groupPositions = new Map<string, number>();
  const claimed: Occurrence[] = [];
  for (const group of marks.columnGroups) {
    const found = findMark(stream, group, from, to);
    const first = found.find((each) => each.whole) ?? found[0];
    if (first !== undefined) groupPositions.set(group.texts[0] ?? '', gridOrder(stream, first));
    claimed.push(...found);
  }
  const corners = marks.corners.flatMap((corner) => findMark(stream, corner, from, to));
  const shared = new Map<string, Mark[]>();
  for (const mark of marks.columns) {
    const text = mark.texts[0] ?? '';
    shared.set(text, [...(shared.get(text) ?? []), mark]);
  }
  const bySize = [...shared.entries()].sort((a, b) => b[0].length - a[0].length);
  for (const [, group] of bySize) {
    const [first] = group;
    if (first === undefined) continue;
    const ordered = [...group].sort((a, b) => groupOrder(a, groupPositions) - groupOrder(b, groupPositions));
    const free = findMark(stream, first, from, to).filter(
      (each) => each.fit >= 0.6 && !claimed.some((other) => other.start < each.end && each.start < other.end),
    );
    for (const [mark, occurrence] of deal(stream, ordered, free)) {
      positions.set(mark, occurrence);
      claimed.push(occurrence);
    }
  }
  const columns: (HeaderColumn & { order: number[] })[] = marks.columns.map((mark, index) => {
    const occurrence = positions.get(mark);
    const cell = occurrence === undefined ? undefined : stream.cells[occurrence.cell];
    return {
      mark,
      label: mark.label,
      found: occurrence !== undefined,
      column: cell?.grid === true ? cell.column : null,
      columnSpan: cell?.columnSpan ?? 1,
      cell: occurrence?.cell ?? null,
      order: [...mark.groups.map((group) => groupPositions.get(group) ?? Number.NaN), occurrence === undefined ? Number.NaN : gridOrder(stream, occurrence), index],
    };
  });
  const sorted = sortColumns(columns);
  const start = Math.min(...[...corners, ...claimed].map((each) => each.start));
  const end = Math.max(from, ...claimed.map((each) => each.end));
  const foreign = foreignColumns(stream, from, to, claimed);
  for (const each of foreign) insertForeign(sorted, each);
  const odd = [...positions].flatMap(([mark, occurrence]) => {
    const found = stream.key.slice(occurrence.start, occurrence.end);
    return mark.official.startsWith(found) ? [] : [{ expected: mark.label, found, cell: occurrence.cell }];
  });
  const found = marks.columns.filter((mark) => positions.has(mark)).length;
  return { columns: sorted, start, end, fit: found / marks.columns.length, odd };
}

/** In a grid the column decides the order, in ragged text the order of appearance. */
function gridOrder(stream: Stream, occurrence: Occurrence): number {
  const cell = stream.cells[occurrence.cell];
  return cell?.grid === true ? cell.column : occurrence.start;
}

function groupOrder(mark: Mark, positions: ReadonlyMap<string, number>): number {
  const group = mark.groups.at(-1);
  return group === undefined ? 0 : (positions.get(group) ?? 0);
}

/** Orders leaves by where the header has them; one that was not found follows its neighbour in the form. */
function sortColumns(columns: (HeaderColumn & { order: number[] })[]): HeaderColumn[] {
  const grids = columns.filter((each) => each.column !== null);
  const plain = (each: HeaderColumn): HeaderColumn => ({ mark: each.mark, label: each.label, found: each.found, column: each.column, columnSpan: each.columnSpan, cell: each.cell });
  if (grids.length === columns.length) return [...columns].sort((a, b) => (a.column ?? 0) - (b.column ?? 0)).map(plain);
  const compare = (a: { order: number[] }, b: { order: number[] }): number => {
    const depth = Math.min(a.order.length, b.order.length) - 1;
    for (let i = 0; i < depth; i += 1) {
      const [p, q] = [a.order[i] ?? Number.NaN, b.order[i] ?? Number.NaN];
      if (Number.isNaN(p) || Number.isNaN(q)) break;
      if (p !== q) return p - q;
    }
    return (a.order.at(-1) ?? 0) - (b.order.at(-1) ?? 0);
  };
  return [...columns].sort(compare).map(plain);
}

function foreignColumns(stream: Stream, from: number, to: number, claimed: readonly Occurrence[]): { label: string; cell: number; start: number }[] {
  const found: { label: string; cell: number; start: number }[] = [];
  if (to <= from) return found;
  for (let i = wordAt(stream, from); i < stream.words.length && (stream.keyStarts[i] ?? 0) < to; i += 1) {
    const word = stream.words[i];
    const start = stream.keyStarts[i] ?? 0;
    if (word === undefined || start < from || !foreignColumn.test(word.key)) continue;
    if (!claimed.some((each) => each.start < start + word.key.length && start < each.end)) found.push({ label: word.raw, cell: word.cell, start });
  }
  return found;
}

function insertForeign(columns: HeaderColumn[], foreign: { label: string; cell: number; start: number }): void {
  const before = columns.findLastIndex((each) => each.cell !== null && each.cell < foreign.cell);
  columns.splice(before + 1, 0, { mark: null, label: foreign.label, found: true, column: null, columnSpan: 1, cell: foreign.cell });
}
