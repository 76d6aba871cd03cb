import { leavesOf, type FormBlock, type FormTable } from '../../../model/index.js';
import { beginsBlock, beginsLine } from './readings/parts.js';
import { beginning, further } from '../positions.js';
import { listOf, range, type FigureIndex } from './indexes.js';
import type { Figures, FlowValue } from './values.js';

/** Page numbers among the figures that are told by nothing but that there is one figure too many. */
const mostPageNumbers = 2;
const pageNumber = /^[1-9]\d?$/;
/** More ways to leave figures out are not tried. */
const mostSequences = 24;
/** More ways to take runs out of the next table are not tried. */
const mostRuns = 400;

export const rowCount = (block: FormBlock): number =>
  block.rows === undefined ? 1 : leavesOf(block.rows).length;

export const sizeOf = ({ blocks }: FormTable): number =>
  blocks.reduce((sum, block) => sum + rowCount(block) * leavesOf(block.columns).length, 0);

/** Figures for every cell of a table, in their order, and those left out among them that belong to the next table. */
export interface Sequence {
  values: Figures;
  strangers: Figures;
  /** Figures were cut or left out in one of several ways: only sums can tell that it is the right one. */
  isGuess?: boolean;
}

/** A part with figures below or above a table. */
interface Neighbour {
  values: Figures;
  /** Numbers torn off labels, which may stand among the figures. */
  ordinals: readonly string[];
  candidates: readonly { table: FormTable }[];
}

/** How many figures a part has more than its only sub-table; `null` where it has several. */
export const spareOf = ({ values, candidates }: Neighbour): number | null => {
  const table = candidates[0]?.table;
  return table?.blocks.length === 1 ? values.length - sizeOf(table) : null;
};

const plain = (values: Figures): Sequence => ({ values, strangers: listOf([]) });

/**
 * The ways in which just as many figures as the table has cells can be taken from a part, in their order: all of them; those that the table above left,
 * with the strangers that it met; all but those of the table below that stand among them; with those that stand below; all but numbers of pages or of
 * labels.
 * @param left what the table above left of the figures of both parts, for each way in which it could be read
 */
export function sequencesOf(
  { table }: { table: FormTable },
  { values, ordinals }: Pick<Neighbour, 'values' | 'ordinals'>,
  left: readonly Sequence[],
  below: Neighbour | undefined,
): Sequence[] {
  const size = sizeOf(table);
  const spare = values.length - size;
  if (spare === 0) return [plain(values)];
  const fromAbove = left.flatMap(({ values: own, strangers }) =>
    own.length + strangers.length !== size
      ? []
      : strangers.length === 0
        ? [plain(own)]
        : range<FigureIndex>(beginning, own.length + 1).map((at) =>
            plain(listOf([...own.slice(beginning, at), ...strangers, ...own.slice(at)])),
          ),
  );
  if (fromAbove.length > 0) return fromAbove;
  if (below !== undefined && spareOf(below) === -spare)
    return spare < 0
      ? fromBelow(values, below.values, -spare)
      : strangerStarts(values, spare).map((from) => ({
          values: values.filter((_, i) => i < from || i >= from + spare),
          strangers: values.slice(from, further(from, spare)),
        }));
  if (spare < 0) return [];
  const numbered = spare <= mostPageNumbers ? withoutPageNumbers(table, values, spare) : [];
  return [
    ...numbered,
    ...withoutOrdinals(values, spare, ordinals).map((each) => ({ ...plain(each), isGuess: true })),
  ];
}

/** Without as many lines of one figure each as are too many, where these are the numbers that labels lack, in the order of the labels. */
function withoutOrdinals(values: Figures, count: number, ordinals: readonly string[]): Figures[] {
  const lacking = new Set(ordinals.slice(count - 1).map((_, i) => ordinals.slice(i, i + count).join(' ')));
  const isRun = (from: FigureIndex) => {
    const own = values.slice(from, further(from, count));
    return (
      lacking.has(own.map(({ text }) => text).join(' ')) &&
      own.every(({ before }, i) => beginsLine(values, further(from, i)) && (i === 0 || before === '')) &&
      beginsLine(values, further(from, count))
    );
  };
  const starts = values.flatMap((_, from) => (isRun(from) ? [from] : []));
  return starts.length > mostSequences
    ? []
    : starts.map((from) => values.filter((_, i) => i < from || i >= from + count));
}

/** Figures that follow each other closely, as a column of the last rows of a table does. */
function runsOf(values: Figures): FlowValue[][] {
  const runs: FlowValue[][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (value.apart || last === undefined) runs.push([value]);
    else last.push(value);
  }
  return runs;
}

/** The figures of a table with as many as are missing from those below: the first, runs of the height of its last columns, or blocks of the rest. */
function fromBelow(values: Figures, below: Figures, count: number): Sequence[] {
  const withBlock = below.flatMap((_, from) =>
    from > 0 &&
    from + count <= below.length &&
    beginsBlock(below, from) &&
    beginsBlock(below, further(from, count))
      ? [[...values, ...below.slice(from, further(from, count))]]
      : [],
  );
  const first = below.slice(beginning, further(beginning, count));
  const known = [[...values, ...first], ...runsBelow(values, below, count)].map((each) =>
    plain(listOf(each)),
  );
  if (withBlock.length > mostSequences) return known;
  return [...known, ...withBlock.map((each) => ({ ...plain(listOf(each)), isGuess: true }))];
}

/** The figures of a table whose last columns stand among those of the next: as many runs as are missing, each as high as the last of its own. */
function runsBelow(values: Figures, below: Figures, count: number): FlowValue[][] {
  const height = runsOf(values).at(-1)?.length ?? 0;
  if (height === 0 || count % height !== 0) return [];
  const runs = runsOf(below).filter((each) => each.length === height);
  let chosen: FlowValue[][][] = [[]];
  runs.forEach((run, i) => {
    const left = runs.length - i - 1;
    chosen = chosen
      .flatMap((each) => [each, [...each, run]])
      .filter((each) => each.length * height <= count && (each.length + left) * height >= count);
    if (chosen.length > mostRuns) chosen = [];
  });
  return chosen.map((each) => [...values, ...each.flat()]);
}

/** Where figures of another table may begin among the figures of a part: behind labels that are not those of its rows. */
function strangerStarts(values: Figures, count: number): FigureIndex[] {
  const first = [...values].findIndex((each) => each.labelled);
  return values
    .flatMap((each, i) => (i > first && each.before !== '' && !each.labelled ? [i] : []))
    .filter((i) => i + count <= values.length)
    .slice(-mostSequences);
}

/**
 * All figures but some that may be page numbers: those that are set apart, else those before a gap; where no labels of rows tell it better, any that
 * stand on lines of their own. Nothing but the sums tells which they are.
 */
function withoutPageNumbers({ blocks }: FormTable, values: Figures, count: number): Sequence[] {
  const numbers = values.flatMap((each, i) => (pageNumber.test(each.text) ? [i] : []));
  const ending = numbers.filter((i) => values[further(i)]?.apart ?? true);
  const apart = ending.filter((i) => values[i]?.apart);
  const isUnlabelled = blocks.every((block) => block.rows === undefined);
  const lone = numbers.filter((i) => isUnlabelled && beginsLine(values, i) && beginsLine(values, further(i)));
  const fewer = apart.length > 0 ? apart : ending.filter((i) => beginsLine(values, i));
  const all = [...new Set([...fewer, ...lone])].sort((a, b) => a - b);
  const ways = [all, fewer].map((each) => waysWithout(values, each, count));
  const chosen = ways.find(({ length }) => length <= mostSequences) ?? [];
  return chosen.map((each) => ({ ...plain(each), isGuess: true }));
}

/** What is left without one of the numbers, or without two that count on. */
function waysWithout(values: Figures, numbers: readonly FigureIndex[], count: number): Figures[] {
  const chosen =
    count === 1
      ? numbers.map((each) => [each])
      : numbers.flatMap((i, at) =>
          numbers
            .slice(at + 1)
            .filter((j) => Number(values[j]?.text) === Number(values[i]?.text) + 1)
            .map((j) => [i, j]),
        );
  const ways = new Map(
    chosen.map((out) => {
      const left = values.filter((_, i) => !out.includes(i));
      return [left.map((each) => each.text).join(' '), left];
    }),
  );
  return [...ways.values()];
}
