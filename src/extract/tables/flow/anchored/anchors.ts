import { leavesOf, type FormBlock, type Label } from '../../../../model/index.js';
import { squeeze } from '../../stream/stream.js';
import { allLabels, printedWordings, wordingsOf } from '../labels/wordings.js';
import { beginning, further } from '../../positions.js';
import { firstFigureOf, range, type FigureIndex, type RowIndex } from '../indexes.js';
import type { Figures, FlowValue } from '../values.js';

/** Where the figures of a row begin. */
export interface Anchor {
  row: RowIndex;
  /** Its first figure. */
  at: FigureIndex;
}

/** Characters of a label that tell it, with and without its number. */
const fewest = { numbered: 3, plain: 4 };
/** Anchors next to each other that bear each other out, for a text to have lost or gained figures between them and others. */
const fewestInLine = 3;

/** The beginnings of the labels of a table, by its first block. */
const known = new WeakMap<FormBlock, string[][]>();

/** For each row the shortest beginnings of its label, and of the group that it opens, that no other text of the table has. */
export function beginningsOf(blocks: readonly FormBlock[]): string[][] {
  const [first] = blocks;
  const made = first === undefined ? undefined : known.get(first);
  if (made !== undefined) return made;
  const labels = blocks.flatMap(({ rows = [], columns }) => allLabels([...rows, ...columns]));
  const notes = blocks.flatMap(({ corner = [], note = '' }) => [...corner, note].map(squeeze));
  const of = (label: Label): string[] => {
    const others = [...notes, ...labels.filter((each) => each !== label).flatMap(wordingsOf)];
    const shortest = (wording: string, from: number): string[] => {
      for (let length = Math.min(from, wording.length); length <= wording.length; length += 1) {
        const beginning = wording.slice(0, length);
        if (!others.some((each) => each.includes(beginning))) return [beginning];
      }
      return [];
    };
    const numbered = label.ordinal === undefined ? [] : printedWordings(label);
    const plain = [label.label, ...(label.variants ?? [])].map(squeeze);
    return [
      ...numbered.flatMap((each) => shortest(each, fewest.numbered)),
      ...plain.flatMap((each) => shortest(each, fewest.plain)),
    ];
  };
  const opening = (label: Label, groups: readonly Label[]): string[][] =>
    label.children === undefined
      ? [[...new Set([...groups, label].flatMap(of))]]
      : label.children.flatMap((each, i) => opening(each, i === 0 ? [...groups, label] : []));
  const beginnings = blocks.flatMap(({ rows = [] }) => rows.flatMap((each) => opening(each, [])));
  if (first !== undefined) known.set(first, beginnings);
  return beginnings;
}

/**
 * The rows that begin where label and count agree: before a figure stands the label of its row, and between it and others of which this holds there are just
 * as many figures as the rows have cells. A label alone tells nothing, because programs write labels before, around and behind their figures; where
 * there are just as many figures as cells, one behind its figures tells as much.
 */
export function anchorsOf(block: FormBlock, values: Figures, columns: number): Anchor[] {
  const beginnings = beginningsOf([block]);
  const surplus = values.length - beginnings.length * columns;
  const offsetOf = ({ row, at }: Anchor) => at - firstFigureOf(row, columns);
  const shown = (row: RowIndex, { before }: FlowValue) =>
    beginnings[row]?.some((each) => before.includes(each)) === true;
  const isLikely = (anchor: Anchor) =>
    offsetOf(anchor) >= Math.min(0, surplus) && offsetOf(anchor) <= Math.max(0, surplus);
  const rows = range<RowIndex>(beginning, beginnings.length);
  // A label on the line of a whole row is its own: rows that change places are read by it, not by their order.
  const isElsewhere = values.some((value, at) => {
    const isRow = value.beside && values[further(at, columns - 1)]?.line === value.line;
    const own = isRow ? rows.filter((row) => shown(row, value)) : [];
    return own.length > 0 && !own.some((row) => isLikely({ row, at }));
  });
  if (isElsewhere) return [];
  const met = values.flatMap((value, at) =>
    value.before === ''
      ? []
      : rows
          .map((row) => ({ row, at }))
          .filter(isLikely)
          .filter(({ row }) => shown(row, value) || (surplus === 0 && shown(further(row, -1), value))),
  );
  // As many figures too many as a row has may be a row before its label.
  const first = values[met[0]?.at ?? beginning]?.before ?? '';
  if (surplus >= columns && !headerTexts(block).some((each) => first.includes(each))) return [];
  const counts = new Map<number, number>();
  for (const each of met) counts.set(offsetOf(each), (counts.get(offsetOf(each)) ?? 0) + 1);
  const [main] = [...counts].sort(([, a], [, b]) => b - a);
  const rising: Anchor[] = [];
  // Beside the figures that are in place, those behind ones that are missing or strange are in place among themselves.
  const likely = met.filter((each) => (counts.get(offsetOf(each)) ?? 0) >= fewestInLine);
  for (const each of likely) {
    if (isAbove(rising.at(-1), each)) rising.push(each);
    else if (offsetOf(each) === main?.[0]) {
      while (!isAbove(rising.at(-1), each)) rising.pop();
      rising.push(each);
    }
  }
  return borneOut(inLine(rising, offsetOf), Math.sign(surplus), offsetOf);
}

const headerTexts = ({ corner = [], columns }: FormBlock): string[] => [
  ...corner.map(squeeze),
  ...allLabels(columns).flatMap(wordingsOf),
];

const isAbove = (one: Anchor | undefined, other: Anchor): boolean =>
  one === undefined || (one.row < other.row && one.at < other.at);

/** The runs of anchors that bear each other out. */
function inLine(anchors: readonly Anchor[], offsetOf: (anchor: Anchor) => number): Anchor[][] {
  const runs: Anchor[][] = [];
  for (const each of anchors) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && offsetOf(last[0]) === offsetOf(each)) last.push(each);
    else runs.push([each]);
  }
  return runs.filter((each) => each.length >= fewestInLine);
}

/**
 * In a text with too many figures strange ones stand between runs, in one with too few some are lost: that both happen says that labels have slid on to
 * the figures of others. A run stands where those that contradict it are fewer.
 */
function borneOut(
  runs: readonly Anchor[][],
  direction: number,
  offsetOf: (anchor: Anchor) => number,
): Anchor[] {
  const offsets = runs.map(([first]) => (first === undefined ? 0 : offsetOf(first)));
  const contradicts = (one: number, other: number) =>
    ((offsets[Math.max(one, other)] ?? 0) - (offsets[Math.min(one, other)] ?? 0)) * direction < 0;
  return runs
    .filter((own, index) => {
      const against = runs.filter((_, other) => contradicts(index, other)).flat().length;
      return own.length > against;
    })
    .flat();
}

/** Whether every row of a table of several blocks begins where label and count agree, one behind the other. */
export function areAnchored(blocks: readonly FormBlock[], values: Figures): boolean {
  const beginnings = beginningsOf(blocks);
  const widths = blocks.flatMap(({ rows = [], columns }) =>
    leavesOf(rows).map(() => leavesOf(columns).length),
  );
  let at: FigureIndex = beginning;
  const isEach = widths.every((width, row) => {
    const before = values[at]?.before ?? '';
    at = further(at, width);
    return beginnings[row]?.some((each) => before.includes(each)) === true;
  });
  return isEach && at === values.length;
}
