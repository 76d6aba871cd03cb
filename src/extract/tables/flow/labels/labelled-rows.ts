import { leavesOf, type FormBlock } from '../../../../model/index.js';
import { squeeze } from '../../stream/stream.js';
import { beginning, further } from '../../positions.js';
import { listOf, type FigureIndex, type RowIndex } from '../indexes.js';
import type { Placed, PlacedCells } from '../official.js';
import type { Figures, FlowValue } from '../values.js';
import { runsOf, type Run } from './runs.js';
import { rowsOf, wordingsOf } from './wordings.js';

const pageNumber = /^[1-9]\d?$/;
const mayBePageNumber = (value: FlowValue | undefined): boolean =>
  value !== undefined && pageNumber.test(value.text) && !value.beside;

/** Without a page number on a line of its own below the figures of a row, which all stand on the line of the label. */
function withoutPageNumber(values: FlowValue[]): FlowValue[] {
  const [first] = values;
  const last = values.at(-1);
  const others = values.slice(0, -1);
  const isBelow =
    mayBePageNumber(last) &&
    last?.line !== first?.line &&
    first?.beside === true &&
    others.every(({ line }) => line === first.line);
  return isBelow ? others : values;
}

/**
 * The figures of the form where every row stands in the text as its whole label with all its figures behind; rows that belong to other editions may
 * stand between and are left out. `null` when the rows do not come so.
 */
export function labelledRows(blocks: readonly FormBlock[], values: Figures): Figures | null {
  const foreign = blocks.flatMap(({ foreignRows = [] }) => foreignRows.map(squeeze));
  const rows = rowsOf(blocks);
  const isRow = (key: string) => rows.some(({ wordings }) => wordings.some((each) => key.endsWith(each)));
  const runs = runsOf(values)
    .filter(({ before }) => !foreign.some((each) => before.endsWith(each)))
    .filter((run) => run.values.length > 1 || isRow(run.before) || !mayBePageNumber(run.values[0]))
    .map((run) => ({ ...run, values: withoutPageNumber(run.values) }));
  const isWhole =
    runs.length === rows.length &&
    rows.every(({ wordings, columns: count }, i) => {
      const run = runs[i];
      return run?.values.length === count && wordings.some((each) => run.before.endsWith(each));
    });
  return isWhole ? listOf(runs.flatMap((each) => each.values)) : null;
}

/** Every row stands in the text as its whole label with all its figures behind, below a header with all labels. */
export function isOrderly(blocks: readonly FormBlock[], values: Figures): boolean {
  const key = values.map((each) => each.before).join('');
  const columns = blocks.flatMap((block) => leavesOf(block.columns));
  if (!columns.every(({ label }) => wordingsOf(label).some((each) => key.includes(each)))) return false;
  if (rowsOf(blocks).length > 0) return labelledRows(blocks, values) !== null;
  return runsOf(values).length === 1 && values.length === columns.length;
}

/** A row that stands on the line of its label. */
interface RowOnLine {
  row: RowIndex;
  /** Its first figure. */
  at: FigureIndex;
  values: FlowValue[];
}

/**
 * The rows of a block that stand on one line each, all their figures behind their whole label; `null` for the cells of the others. Where loose
 * figures stand on the next line, those of the row may be broken in narrow cells. A label whose row has too few or too many figures between it and both
 * the row before and the row behind has slid onto the line of another.
 */
export function rowsOnLines(block: FormBlock, values: Figures): PlacedCells {
  const rows = rowsOf([block]);
  const columns = leavesOf(block.columns).length;
  const runs = runsOf(values).map((run) => ({ run, row: rowOnLine(rows, run) }));
  let at: FigureIndex = beginning;
  const found = runs.flatMap(({ run, row }, i): RowOnLine[] => {
    const start = at;
    at = further(at, run.values.length);
    const next = runs[i + 1];
    const isBroken = next?.row === null && next.run.values[0]?.line === (run.values[0]?.line ?? 0) + 1;
    return row === null || isBroken ? [] : [{ row, at: start, values: run.values }];
  });
  const isInLine = (one: Pick<RowOnLine, 'row' | 'at'>, other: Pick<RowOnLine, 'row' | 'at'>) =>
    other.at - one.at === (other.row - one.row) * columns;
  const start = { row: beginning, at: beginning };
  const end = { row: further<RowIndex>(beginning, rows.length), at };
  const told = found.filter(
    (each, i) => isInLine(found[i - 1] ?? start, each) || isInLine(each, found[i + 1] ?? end),
  );
  return listOf(
    rows.flatMap(({ columns: count }, row): Placed[] => {
      const [only, second] = told.filter((each) => each.row === row);
      return only !== undefined && second === undefined
        ? only.values
        : Array.from({ length: count }, () => null);
    }),
  );
}

/** The row whose label, and no other, stands whole before its figures on their line. */
function rowOnLine(rows: ReturnType<typeof rowsOf>, { before, values }: Run): RowIndex | null {
  const [first] = values;
  if (first?.beside !== true || values.some(({ line }) => line !== first.line)) return null;
  const longest = rows.map(({ wordings }) =>
    Math.max(...wordings.map((each) => (before.endsWith(each) ? each.length : 0))),
  );
  const most = Math.max(...longest);
  const row = further<RowIndex>(beginning, longest.indexOf(most));
  return most > 0 && longest.lastIndexOf(most) === row && values.length === rows[row]?.columns ? row : null;
}
