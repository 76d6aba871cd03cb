import { beginning, further } from '../../positions.js';
import {
  cellAt,
  listOf,
  range,
  slots,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
  type List,
  type RowIndex,
} from '../indexes.js';
import type { Figures, FlowValue } from '../values.js';
import { beginsBlock, beginsLine } from './parts.js';
import { placed, type Ledger, type Put } from './settle/ledger.js';
import type { Form } from './settle/sums.js';

/** Ways to go on looked at together; more are not told apart. */
const mostStates = 800;
const mostInAll = 25_000;

/** Columns that are being filled row by row before those to their right. */
interface Strip {
  from: ColumnIndex;
  /** Exclusive. */
  to: ColumnIndex;
  /** `new`: a strip of one row would be a row broken off; `stairs`: each row may break off earlier than the one above. */
  kind: 'new' | 'open' | 'stairs';
}

/** For each cell the indexes of the figures that may stand in it. */
export type Ways = List<CellIndex, ReadonlySet<FigureIndex>>;

/** Some figures placed: the columns are filled from the top, each as far as its height. */
interface State {
  /** For each column the row in which it goes on. */
  heights: List<ColumnIndex, RowIndex>;
  strip: Strip | null;
  /** What was odd so far. */
  oddities: number;
  ledger: Ledger;
  steps: { before: State; cells: readonly Put[] }[];
}

interface Step {
  from: ColumnIndex;
  width: number;
  /** So many columns at the left come behind the others of the row. */
  late: number;
  strip: Strip | null;
  oddities: number;
}

/** A figure of a new row without a label stands apart from the one above. */
const isLoose = (value: FlowValue | undefined): boolean => value?.apart === true && value.before === '';

/**
 * The readings in which every column comes from the top down and each piece goes on at the lowest place, the leftmost first, as programs write a page
 * block by block: whole rows, strips of columns row by row, and with oddities also pieces that begin elsewhere or break off.
 * @param ledger the sums of the form, before any figure is placed
 * @returns for each cell the indexes of the figures that may stand in it, `null` where there are too many ways, empty where there is none
 */
export function skylines(
  values: Figures,
  { rows, columns }: Pick<Form, 'rows' | 'columns'>,
  ledger: Ledger,
  mostOddities: number,
): Ways | null {
  const size = rows * columns;
  const layers = Array.from({ length: size + 1 }, () => new Map<string, State>());
  const keep = (at: FigureIndex, state: State): void => {
    const { heights, strip, oddities, ledger: own } = state;
    const key = `${heights.join()} ${strip === null ? '' : `${String(strip.from)}-${String(strip.to)}${strip.kind}`} ${own.key}`;
    const known = layers[at]?.get(key);
    // No reading with the fewest oddities goes a way that has more of them than another to the same place.
    if (known === undefined || known.oddities > oddities) layers[at]?.set(key, state);
    else if (known.oddities === oddities) known.steps.push(...state.steps);
  };
  keep(beginning, { heights: slots(columns, beginning), strip: null, oddities: 0, ledger, steps: [] });
  let states = 0;
  for (let at: FigureIndex = beginning; at < size; at++) {
    const here = layers[at];
    states += here?.size ?? 0;
    if (here === undefined || here.size > mostStates || states > mostInAll) return null;
    for (const state of here.values()) {
      for (const step of stepsFrom(state, at)) {
        const oddities = state.oddities + step.oddities;
        if (oddities > mostOddities) continue;
        const cells = cellsOf(state, step, at);
        const next = placed(state.ledger, cells);
        if (next === null) continue;
        const heights = state.heights.map((each, column) =>
          column >= step.from && column < step.from + step.width ? further(each) : each,
        );
        keep(further(at, step.width), {
          heights,
          strip: step.strip,
          oddities,
          ledger: next,
          steps: [{ before: state, cells }],
        });
      }
    }
  }
  return waysTo(
    [...(layers[size]?.values() ?? [])].filter(({ ledger: own }) => own.isWhole()),
    size,
  );

  function cellsOf(state: State, { from, width, late }: Step, at: FigureIndex): Put[] {
    const row = state.heights[from] ?? beginning;
    return Array.from({ length: width }, (_, i) => {
      const column = further(from, (i + late) % width);
      return [cellAt(row, column, columns), further(at, i)] as const;
    });
  }

  function stepsFrom({ heights, strip }: State, at: FigureIndex): Step[] {
    if (!beginsLine(values, at)) return [];
    const steps: Step[] = [];
    const add = (from: ColumnIndex, width: number, next: Strip | null, oddities: number): void => {
      if (at + width > size || !beginsLine(values, further(at, width))) return;
      for (let late = 0; late < width; late += 1) {
        const behind = further(at, width - late);
        if (late > 0 && (!beginsLine(values, behind) || values[behind]?.before === '')) continue;
        const isStrip = next?.kind === 'new' || next?.kind === 'open';
        if (!isStrip || !isInterrupted(at, width, late))
          steps.push({ from, width, late, strip: next, oddities });
      }
    };
    if (strip !== null && (heights[strip.from] ?? rows) < rows && goesOn(strip, at))
      if (strip.kind === 'stairs')
        for (let to = further(strip.from); to < strip.to; to++) {
          if (heights.slice(strip.from, to).every((each) => each === heights[strip.from]))
            add(strip.from, to - strip.from, { ...strip, to }, 0);
        }
      else add(strip.from, strip.to - strip.from, { ...strip, kind: 'open' }, 0);
    if (strip?.kind === 'new' || (strip !== null && !beginsBlock(values, at))) return steps;
    const startsBlock = beginsBlock(values, at);
    const lowest = Math.min(...heights);
    let leftmost: ColumnIndex = beginning;
    while (leftmost < columns && heights[leftmost] !== lowest) leftmost++;
    for (let from: ColumnIndex = beginning; from < columns; from++) {
      const row = heights[from] ?? rows;
      if (row >= rows) continue;
      let to = from;
      while (to < columns && heights[to] === row) to++;
      for (let end = further(from); end <= to; end++) {
        const width = end - from;
        if (from === leftmost && end === to) {
          add(from, width, null, 0);
          continue;
        }
        if (!startsBlock) continue;
        const odd = from === leftmost ? 0 : 1;
        if (beginsBlock(values, further(at, width))) {
          if (from === 0) add(from, width, { from, to: end, kind: 'stairs' }, 1);
          else add(from, width, end === columns && odd === 1 ? { from, to: end, kind: 'open' } : null, 1);
        }
        const below = further(at, width);
        if (
          row + 1 < rows &&
          below < size &&
          (from === 0 ? !isLoose(values[below]) : values[below]?.apart === false)
        )
          add(from, width, { from, to: end, kind: 'new' }, odd + (isBelow(at, width) ? 1 : 0));
      }
    }
    return steps;
  }

  function goesOn({ from, to, kind }: Strip, at: FigureIndex): boolean {
    if (kind === 'stairs') return true;
    return from === 0
      ? !isLoose(values[at])
      : values[at]?.apart === false || (to === columns && from < to - from);
  }

  /** The label of another row stands among figures that should be of one, and not before those that come late. */
  function isInterrupted(at: FigureIndex, width: number, late: number): boolean {
    return (
      width > 2 &&
      values.slice(further(at), further(at, width)).some((each, i) => each.labelled && i + 1 !== width - late)
    );
  }

  /** Figures on lines that follow each other closely stand below each other rather than side by side. */
  function isBelow(at: FigureIndex, width: number): boolean {
    return range(further(at), width - 1).some(
      (index) => values[index]?.apart === false && beginsLine(values, index),
    );
  }
}

/** For each cell the figures that the steps to these states put into it. */
function waysTo(last: readonly State[], size: number): Ways {
  if (last.length === 0) return listOf([]);
  const found: List<CellIndex, Set<FigureIndex>> = listOf(Array.from({ length: size }, () => new Set()));
  const met = new Set<State>(last);
  for (const state of met) {
    for (const { before, cells } of state.steps) {
      for (const [cell, index] of cells) found[cell]?.add(index);
      met.add(before);
    }
  }
  return found;
}
