import { leavesOf, type At, type FormBlock, type FormTable, type TableCell } from '../../../model/index.js';
import { squeeze } from '../stream/stream.js';
import { wordingsOf } from './labels/wordings.js';
import { officialRows, type Placed, type PlacedCells } from './official.js';
import { settleRectangles } from './readings/rectangles.js';
import { rowCount, sizeOf } from './sequences.js';
import { beginning, further } from '../positions.js';
import {
  cellAt,
  columnOf,
  listOf,
  nowhere,
  rowOf,
  slots,
  startOf,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
  type List,
  type RowIndex,
} from './indexes.js';
import type { Figures, FlowValue } from './values.js';

interface Column {
  block: number;
  column: ColumnIndex;
  wordings: string[];
}

const columnsOf = ({ blocks }: FormTable): Column[] =>
  blocks.flatMap((each, block) =>
    leavesOf(each.columns).map(({ label }, column) => ({
      block,
      column: further(beginning, column),
      wordings: wordingsOf(label),
    })),
  );

/** The columns whose labels stand in a text, in order; of columns with the same label the first that was not met before. */
function metIn(text: string, columns: readonly Column[], met: Set<Column>): Column[] {
  const found: Column[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const here = columns
      .flatMap((column) => column.wordings.map((wording) => ({ column, wording })))
      .filter(({ column, wording }) => !met.has(column) && text.startsWith(wording, at))
      .sort((a, b) => b.wording.length - a.wording.length);
    const [longest] = here;
    if (longest === undefined) continue;
    met.add(longest.column);
    found.push(longest.column);
    at += longest.wording.length - 1;
  }
  return found;
}

/** The columns of the first block that was not met before and whose labels are all there, character by character, although broken over lines. */
function brokenHeader(text: string, columns: readonly Column[], met: Set<Column>): Column[] {
  for (const block of new Set(columns.map((each) => each.block))) {
    const own = columns.filter((each) => each.block === block);
    if (own.some((each) => met.has(each))) continue;
    const left = new Map<string, number>();
    for (const each of text) left.set(each, (left.get(each) ?? 0) + 1);
    const isThere = Array.from(own.map(({ wordings }) => wordings[0] ?? '').join('')).every((each) => {
      const count = left.get(each) ?? 0;
      left.set(each, count - 1);
      return count > 0;
    });
    if (!isThere) continue;
    for (const each of own) met.add(each);
    return own;
  }
  return [];
}

/** The columns whose labels stand in a text, whole or, where that shows more of the same block, broken over lines. */
function headerIn(text: string, columns: readonly Column[], met: Set<Column>): Column[] {
  const own = new Set(met);
  const whole = metIn(text, columns, own);
  const broken = brokenHeader(text, columns, met);
  if (broken.length > whole.length && whole.every((each) => broken.includes(each))) return broken;
  for (const each of broken) met.delete(each);
  for (const each of whole) met.add(each);
  return whole;
}

/** The rows of a block in their order in a text: those of the form by their index, those of other editions as `null`. */
type ShownRows = List<RowIndex, RowIndex | null>;

/** `null` where labels of other editions stand in the text, but not each once with those of the form. */
function shownRows({ rows = [], foreignRows = [] }: FormBlock, text: string): ShownRows | null {
  const own = leavesOf(rows).map(({ label }, index) => ({
    index: further<RowIndex>(beginning, index),
    wordings: wordingsOf(label),
  }));
  const foreign = foreignRows.map(squeeze).filter((each) => text.includes(each));
  if (foreign.length === 0) return listOf(own.map(({ index }) => index));
  const all = [...own, ...foreign.map((each) => ({ index: null, wordings: [each] }))].map(
    ({ index, wordings }) => ({ index, at: wordings.flatMap((each) => placesIn(text, each)) }),
  );
  if (all.some(({ at }) => new Set(at).size !== 1)) return null;
  return listOf(all.sort((one, other) => (one.at[0] ?? 0) - (other.at[0] ?? 0)).map(({ index }) => index));
}

function placesIn(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) places.push(at + word.length);
  return places;
}

/**
 * The figures of a table of several blocks whose labels and figures stand apart, block by block: behind the labels of some columns of a block
 * stand just as many figures as these columns have cells; other blocks are left open. `null` when nothing shows where the columns begin.
 */
export function placeStacked(table: FormTable, values: Figures, behind: string): PlacedCells[] | null {
  const text = values.map((each) => each.before).join('') + behind;
  const shown = table.blocks.map((block) => shownRows(block, text));
  if (shown.includes(null)) return null;
  const size = table.blocks.reduce(
    (sum, block, i) => sum + (shown[i]?.length ?? 0) * leavesOf(block.columns).length,
    0,
  );
  if (size !== values.length) return null;
  if (size === sizeOf(table) && values.every((each) => each.text === values[beginning]?.text))
    return inOrder(table, values);
  if (standInRows(table, values)) return inOrder(table, values);
  const columns = columnsOf(table);
  const met = new Set<Column>();
  const runs: ColumnRun[] = [];
  for (const value of values) {
    const labels = headerIn(value.before, columns, met);
    if (labels.length > 0) runs.push({ columns: labels, values: [value] });
    else runs.at(-1)?.values.push(value);
  }
  if (met.size !== columns.length) return null;
  // Columns that come in another order than on the form stand apart from their figures: a label on a line further up comes earlier.
  const order = runs.flatMap((run) => run.columns);
  if (
    order.some((each, i) => order[i - 1]?.block === each.block && each.column < (order[i - 1]?.column ?? 0))
  )
    return null;
  const placed = table.blocks.map((block) =>
    slots<CellIndex, Placed>(rowCount(block) * leavesOf(block.columns).length, null),
  );
  const uneven = unevenBlocks(runs, shown);
  for (const run of runs) {
    const [first] = run.columns;
    const own = first === undefined ? undefined : placed[first.block];
    const rows = first === undefined ? undefined : shown[first.block];
    const block = first === undefined ? undefined : table.blocks[first.block];
    if (
      first === undefined ||
      own === undefined ||
      block === undefined ||
      rows === undefined ||
      rows === null
    )
      return null;
    if (uneven.has(first.block)) continue;
    const form = { rows: rows.length, columns: run.columns.length, alongRows: [], alongColumns: [] };
    const figures: Figures = listOf(run.values);
    const settled = settleRectangles(figures, listOf([]), form);
    if (settled === null) continue;
    const width = leavesOf(block.columns).length;
    const isTold = areRowsTold(figures, form.columns);
    // A figure behind a label on the line of its row may be that of any column.
    const isParted = (shownRow: RowIndex) =>
      settled.cells
        .slice(further(startOf(shownRow, form.columns)), startOf(further(shownRow), form.columns))
        .some((index) => figures[index ?? nowhere]?.beside === true);
    settled.cells.forEach((index, cell) => {
      const shownRow = rowOf(cell, form.columns);
      const row = rows[shownRow] ?? null;
      if (row === null || isParted(shownRow)) return;
      if (!isTold && run.values.some((each, i) => each.text !== run.values[i % form.columns]?.text)) return;
      const column = run.columns[columnOf(cell, form.columns)]?.column ?? beginning;
      own[cellAt(row, column, width)] = index === null ? null : (figures[index] ?? null);
    });
  }
  return placed;
}

/** Figures behind the labels of some columns. */
interface ColumnRun {
  columns: Column[];
  values: FlowValue[];
}

/**
 * The blocks of which some labels have not their own figures behind them, but more or fewer, or those of another block: all that stands in them is
 * left open. Until as many figures have come as there are cells under the labels so far, the figures behind a label may be those of one before it.
 */
function unevenBlocks(runs: readonly ColumnRun[], shown: readonly (ShownRows | null)[]): Set<number> {
  const uneven = new Set<number>();
  let open: ColumnRun[] = [];
  let owed = 0;
  for (const run of runs) {
    open.push(run);
    const cells = run.columns.reduce((sum, { block }) => sum + (shown[block]?.length ?? 0), 0);
    owed += cells - run.values.length;
    if (owed !== 0) continue;
    const blocks = new Set(open.flatMap(({ columns }) => columns.map(({ block }) => block)));
    if (open.length > 1 || blocks.size > 1) for (const each of blocks) uneven.add(each);
    open = [];
  }
  for (const { columns } of open) for (const { block } of columns) uneven.add(block);
  return uneven;
}

/** On every line stand just the figures of the next row, behind all labels, in a table whose rows are not all as long. */
function standInRows({ blocks }: FormTable, values: Figures): boolean {
  const widths = blocks.flatMap((block) =>
    Array.from({ length: rowCount(block) }, () => leavesOf(block.columns).length),
  );
  if (new Set(widths).size === 1 || values.some(({ before }, i) => i > 0 && before !== '')) return false;
  const lines = new Map<number, number>();
  for (const { line } of values) lines.set(line, (lines.get(line) ?? 0) + 1);
  return [...lines.values()].join(' ') === widths.join(' ');
}

/** Rows that stand apart from each other, without their labels, come in any order. */
const areRowsTold = (values: Figures, columns: number): boolean =>
  values.every(({ apart, before }, i) => i === 0 || i % columns > 0 || !apart || before !== '');

/** The figures of a table of several blocks one behind the other, block by block. */
export function inOrder({ blocks }: FormTable, values: Figures): PlacedCells[] {
  let from: FigureIndex = beginning;
  return blocks.map((block) => {
    const size = rowCount(block) * leavesOf(block.columns).length;
    const start = from;
    from = further(from, size);
    return listOf([...values.slice(start, from)]);
  });
}

export const stackedRows = (table: FormTable, placed: readonly PlacedCells[], at: At): TableCell[][] =>
  table.blocks.flatMap((block, i) => officialRows(block, placed[i] ?? listOf([]), at));
