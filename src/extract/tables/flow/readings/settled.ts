import { leavesOf, type FormBlock, type FormEdition, type FormTable } from '../../../../model/index.js';
import { membersOf, sumsAlongRows } from '../../../../form/relations.js';
import type { Placed } from '../official.js';
import { settleRectangles } from './rectangles.js';
import { settleRow } from './row.js';
import { rowCount, type Sequence } from '../sequences.js';
import type { Choice } from './settled-cells.js';
import type { Form, LineSum } from './sums.js';
import type { FlowValue } from '../values.js';

/** A table of an edition that a part may hold. */
export interface Candidate {
  form: FormEdition;
  table: FormTable;
}

/** What the readings of several sequences of figures agree on, and the sequences that can be read. */
export function settled(
  { table }: Candidate,
  model: Form,
  sequences: readonly Sequence[],
  numberOf: (value: FlowValue) => number | null,
): { placed: Placed[]; sequences: Sequence[] } | null {
  const [block] = table.blocks;
  if (block === undefined) return null;
  const readAs = (choice: Choice) =>
    sequences.flatMap((sequence) => {
      const { values } = sequence;
      const numbers = values.map(numberOf);
      const settled =
        block.rows === undefined
          ? settleRow(values, numbers, model.alongRows, choice)
          : settleRectangles(values, numbers, model, choice);
      if (settled === null) return [];
      const placed = settled.cells.map((index, cell): Placed => {
        const value = index === null ? undefined : values[index];
        if (value === undefined) return null;
        return settled.bySums[cell] === true || choice === 'slip' ? { ...value, bySums: true } : value;
      });
      return [{ sequence, placed }];
    });
  const isChoice = sequences.length > 1 || sequences.some((each) => each.isGuess === true);
  let found = readAs(isChoice ? 'unbroken' : 'only');
  if (found.length === 0 && isChoice) found = readAs('slip');
  const [first] = found;
  if (first === undefined) return null;
  const placed = first.placed.map((each, cell) =>
    found.every((other) => other.placed[cell]?.text === each?.text) ? each : null,
  );
  return { placed, sequences: found.map((each) => each.sequence) };
}

/** The only block of a table as rows, columns and sums. */
export function formOf({ form, table }: Candidate, block: FormBlock): Form {
  const columns = leavesOf(block.columns).map((each) => each.path);
  const rows = leavesOf(block.rows ?? []).map((each) => each.path);
  const indexes = (paths: readonly string[], names: readonly string[]): number[] =>
    paths.flatMap((path, index) =>
      names.some((name) => path === name || path.startsWith(`${name}.`)) ? [index] : [],
    );
  const relations = form.relations.filter((relation) => relation.table === table.id);
  const alongRows = relations
    .flatMap((relation) => sumsAlongRows(block, relation))
    .map(({ left, right }): LineSum => ({ left: indexes(columns, left), right: indexes(columns, right) }));
  const members = (names: readonly string[]) =>
    indexes(
      rows,
      names.flatMap((name) => membersOf(block.rows ?? [], name)),
    );
  const alongColumns = relations
    .filter(({ each }) => each === 'column')
    .map(({ left, right }): LineSum => ({ left: members(left), right: members(right) }))
    .filter(({ left, right }) => left.length > 0 && right.length > 0);
  return { rows: rowCount(block), columns: columns.length, alongRows, alongColumns };
}
