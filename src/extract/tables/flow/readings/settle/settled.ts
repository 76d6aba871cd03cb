import { leavesOf, type FormBlock, type FormEdition, type FormTable } from '../../../../../model/index.js';
import { membersOf, sumsAlongRows } from '../../../../../form/relations.js';
import { listOf, type ColumnIndex, type List, type RowIndex } from '../../indexes.js';
import type { Placed, PlacedCells } from '../../official.js';
import { settleOddOrder } from '../odd-order.js';
import { settleRectangles } from '../rectangles.js';
import { settleRow } from '../row.js';
import { rowCount, type Sequence } from '../../sequences.js';
import type { Choice, SettledCells } from './settled-cells.js';
import type { Form, LineSum, Numbers } from './sums.js';
import type { Figures, FlowValue } from '../../values.js';

/** A table of an edition that a part may hold. */
export interface Candidate {
  form: FormEdition;
  table: FormTable;
}

/** More choices are not read in odd orders. */
const mostOdd = 24;

type Read = (values: Figures, numbers: Numbers) => SettledCells | null;

/** What the readings of several sequences of figures agree on, and the sequences that can be read. */
export function settled(
  { table }: Candidate,
  model: Form,
  sequences: readonly Sequence[],
  numberOf: (value: FlowValue) => number | null,
): { placed: PlacedCells; sequences: Sequence[] } | null {
  const [block] = table.blocks;
  if (block === undefined) return null;
  const isChoice = sequences.length > 1 || sequences.some((each) => each.isGuess === true);
  const readAs = (read: Read, isSlip: boolean) =>
    sequences.flatMap((sequence) => {
      const { values } = sequence;
      const settled = read(values, values.map(numberOf));
      if (settled === null) return [];
      const placed = settled.cells.map((index, cell): Placed => {
        const value = index === null ? undefined : values[index];
        if (index === null || value === undefined) return null;
        // Had other figures been left out, another would stand in its place: then sums chose it.
        const isChosen =
          isSlip ||
          (sequences.length === 1 && isChoice) ||
          sequences.some((other) => other.values[index]?.text !== value.text);
        return settled.bySums[cell] === true || isChosen ? { ...value, placedBy: 'table' } : value;
      });
      return [{ sequence, placed }];
    });
  const inOrder =
    (choice: Choice): Read =>
    (values, numbers) =>
      block.rows === undefined
        ? settleRow(values, numbers, model.alongRows, choice)
        : settleRectangles(values, numbers, model, choice);
  const inOddOrder =
    (mayBreak: boolean): Read =>
    (values, numbers) =>
      settleOddOrder(values, numbers, model, isChoice, mayBreak);
  const attempts: [Read, boolean][] = isChoice
    ? [
        [inOrder('unbroken'), false],
        [inOrder('slip'), true],
      ]
    : [[inOrder('only'), false]];
  if (block.rows !== undefined && sequences.length <= mostOdd)
    attempts.push(
      [inOddOrder(false), false],
      ...(isChoice ? [] : [[inOddOrder(true), false] as [Read, boolean]]),
    );
  let found: { sequence: Sequence; placed: PlacedCells }[] = [];
  for (const [read, isSlip] of attempts) {
    if (found.length === 0) found = readAs(read, isSlip);
  }
  const [first] = found;
  if (first === undefined) return null;
  const placed = first.placed.map((each, cell) =>
    found.every((other) => other.placed[cell]?.text === each?.text) ? each : null,
  );
  return { placed, sequences: found.map((each) => each.sequence) };
}

/** The only block of a table as rows, columns and sums. */
export function formOf({ form, table }: Candidate, block: FormBlock): Form {
  const columns: List<ColumnIndex, string> = listOf(leavesOf(block.columns).map((each) => each.path));
  const rows: List<RowIndex, string> = listOf(leavesOf(block.rows ?? []).map((each) => each.path));
  const indexes = <Index extends RowIndex | ColumnIndex>(
    paths: List<Index, string>,
    names: readonly string[],
  ): Index[] =>
    paths.flatMap((path, index) =>
      names.some((name) => path === name || path.startsWith(`${name}.`)) ? [index] : [],
    );
  const relations = form.relations.filter((relation) => relation.table === table.id);
  const alongRows = relations
    .flatMap((relation) => sumsAlongRows(block, relation))
    .map(({ left, right }): LineSum<ColumnIndex> => ({
      left: indexes(columns, left),
      right: indexes(columns, right),
    }));
  const members = (names: readonly string[]) =>
    indexes(
      rows,
      names.flatMap((name) => membersOf(block.rows ?? [], name)),
    );
  const alongColumns = relations
    .filter(({ each }) => each === 'column')
    .map(({ left, right }): LineSum<RowIndex> => ({ left: members(left), right: members(right) }))
    .filter(({ left, right }) => left.length > 0 && right.length > 0);
  return { rows: rowCount(block), columns: columns.length, alongRows, alongColumns };
}
