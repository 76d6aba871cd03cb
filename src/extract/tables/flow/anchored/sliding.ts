import type { Placed, PlacedCells } from '../official.js';
import { excess, isNothing, type Form } from '../readings/settle/sums.js';
import { beginning, further } from '../../positions.js';
import {
  firstFigureOf,
  listOf,
  range,
  type ColumnIndex,
  type FigureIndex,
  type List,
  type RowIndex,
} from '../indexes.js';
import type { Figures, FlowValue } from '../values.js';

/** So many figures stand elsewhere at once at most. */
const mostAway = 2;
/** So many rows must bear it out at least. */
const fewestRight = 3;
/** More ways are not told apart. */
const mostWays = 400;

/** A row whose figures begin so many later than they would if none before stood elsewhere, and those of the next row. */
interface Step {
  row: RowIndex;
  from: number;
  to: number;
  /** Its sums do not hold, or it has too few or too many figures. */
  cost: number;
}

/**
 * Rows of which a text gives the first columns row by row and then the others row by row. Where a figure of the others stands in another row, all rows between slide
 * by one: the sums of the rows tell where. What all readings agree on in which the fewest rows are odd; `null` for the other cells,
 * and as a whole where too few rows bear it out.
 * @param width columns that come first
 */
export function slidRows(
  values: Figures,
  width: number,
  { rows, columns, alongRows }: Form,
  numberOf: (value: FlowValue) => number | null,
): PlacedCells | null {
  const others = columns - width;
  const beside = (row: RowIndex) =>
    values.slice(firstFigureOf(row, width), firstFigureOf(further(row), width));
  const begins = (row: RowIndex, slid: number): FigureIndex =>
    further(beginning, rows * width + row * others + slid);
  const behind = ({ row, from, to }: Step) => values.slice(begins(row, from), begins(further(row), to));
  const isRight = (row: RowIndex, rest: Iterable<FlowValue>) => {
    const own: List<ColumnIndex, number> = listOf(
      [...beside(row), ...rest].map((each) => numberOf(each) ?? 0),
    );
    return alongRows.every((sum) => isNothing(excess(sum, (column) => own[column] ?? NaN)));
  };
  const away = Array.from({ length: 2 * mostAway + 1 }, (_, i) => i - mostAway);
  const isThere = (row: RowIndex, slid: number) =>
    begins(row, slid) >= rows * width && begins(row, slid) <= values.length;
  const steps = range<RowIndex>(beginning, rows).map((row) =>
    away.flatMap((from) =>
      away
        .filter((to) => isThere(row, from) && isThere(further(row), to))
        .map((to): Step => {
          const step = { row, from, to, cost: 1 };
          return from === to && isRight(row, behind(step)) ? { ...step, cost: 0 } : step;
        }),
    ),
  );
  const ways = waysOf(cheapest(steps));
  if (!ways.some(isBorneOut)) return null;
  const slides = ways.some((way) => way.some(({ to }) => to !== 0));
  const readings = ways.map((way) => way.map(restOf));
  return listOf(
    range<RowIndex>(beginning, rows).flatMap((row): Placed[] => [
      ...beside(row),
      ...Array.from({ length: others }, (__, column): Placed => {
        const [first = null, ...rest] = readings.map((reading) => reading[row]?.[column] ?? null);
        if (first === null || !rest.every((each) => each?.text === first.text)) return null;
        // Where rows slid, the sums told from where to where.
        return slides ? { ...first, placedBy: 'row' } : first;
      }),
    ]),
  );

  /** Enough rows in which not all figures are nothing have the right sums. */
  function isBorneOut(way: readonly Step[]): boolean {
    const right = way.filter(
      (step) =>
        step.cost === 0 && [...beside(step.row), ...behind(step)].some((each) => numberOf(each) !== 0),
    );
    return right.length >= Math.max(fewestRight, 2 * way.filter(({ cost }) => cost > 0).length);
  }

  /** The figures behind those beside the label, put back where they stand in another row. */
  function restOf(step: Step, index: number, way: readonly Step[]): (FlowValue | null)[] {
    const own = [...behind(step)];
    if (step.from === step.to) return own;
    const other = partnerOf(step, index, way);
    if (other === null) return [];
    const [short, long] = own.length < others ? [step, other] : [other, step];
    const found = exchanged(short, long);
    const readings = found.map((each) => (step === short ? each.short : each.long));
    return Array.from({ length: others }, (_, column) => {
      const [first = null, ...rest] = readings.map((each) => each[column]);
      return rest.every((each) => each?.text === first?.text) ? first : null;
    });
  }

  /** The ways in which one figure of a row with one too many makes up another row with one too few, so that the sums of both hold. */
  function exchanged(short: Step, long: Step): { short: FlowValue[]; long: FlowValue[] }[] {
    const [few, many] = [[...behind(short)], [...behind(long)]];
    return many.flatMap((figure, at) => {
      const left = many.filter((_, i) => i !== at);
      if (!isRight(long.row, left)) return [];
      return Array.from({ length: few.length + 1 }, (_, to) => [
        ...few.slice(0, to),
        figure,
        ...few.slice(to),
      ])
        .filter((each) => isRight(short.row, each))
        .map((each) => ({ short: each, long: left }));
    });
  }
}

/** The step that takes back by how much another one slid; `null` where it is not the next or last that slides, by one. */
function partnerOf(step: Step, index: number, way: readonly Step[]): Step | null {
  const slides = ({ from, to }: Step) => to - from;
  if (Math.abs(slides(step)) !== 1) return null;
  const found =
    step.from === 0
      ? way.slice(index + 1).find((each) => slides(each) !== 0)
      : way.slice(0, index).findLast((each) => slides(each) !== 0);
  return found !== undefined && slides(found) === -slides(step) ? found : null;
}

/** The steps on the ways of least cost that end as they began, with nothing elsewhere, row by row. */
function cheapest(steps: readonly (readonly Step[])[]): Step[][] {
  const ahead = [new Map([[0, 0]])];
  for (const own of steps) ahead.push(least(own, ahead.at(-1), 'from', 'to'));
  const back = [new Map([[0, 0]])];
  for (const own of [...steps].reverse()) back.unshift(least(own, back[0], 'to', 'from'));
  const best = ahead.at(-1)?.get(0) ?? Infinity;
  return steps.map((own, row) =>
    own.filter(
      ({ from, to, cost }) =>
        (ahead[row]?.get(from) ?? Infinity) + cost + (back[row + 1]?.get(to) ?? Infinity) === best,
    ),
  );
}

function least(
  steps: readonly Step[],
  before: ReadonlyMap<number, number> | undefined,
  side: 'from' | 'to',
  other: 'from' | 'to',
): Map<number, number> {
  const found = new Map<number, number>();
  for (const step of steps) {
    const sum = (before?.get(step[side]) ?? Infinity) + step.cost;
    if (sum < (found.get(step[other]) ?? Infinity)) found.set(step[other], sum);
  }
  return found;
}

/** All ways along steps; none where there are too many. */
function waysOf(steps: readonly (readonly Step[])[]): Step[][] {
  let ways: Step[][] = [[]];
  for (const own of steps) {
    ways = ways.flatMap((way) =>
      own.filter(({ from }) => from === (way.at(-1)?.to ?? 0)).map((step) => [...way, step]),
    );
    if (ways.length > mostWays) return [];
  }
  return ways;
}
