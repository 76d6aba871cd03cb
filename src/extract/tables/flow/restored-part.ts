import { leavesOf, type FormBlock, type TableCell } from '../../../model/index.js';
import { normalised } from '../../text/normalise.js';
import type { Script } from '../../text/script.js';
import { readValue } from '../value.js';
import { anchoredCells } from './anchored/anchored.js';
import { areAnchored } from './anchored/anchors.js';
import { stripsOf } from './anchored/strips.js';
import { areBehindOthers, beginsWithFigures, isScattered } from './labels/apart.js';
import { isOrderly, labelledRows, rowsOnLines } from './labels/labelled-rows.js';
import { lacksRows } from './labels/lacks-rows.js';
import { officialRows, type PlacedCells } from './official.js';
import { formOf, settled, type Candidate } from './readings/settle/settled.js';
import type { Region } from './regions.js';
import { rowCount, sequencesOf, spareOf, type Sequence } from './sequences.js';
import { inOrder, placeStacked, stackedRows } from './stacked.js';
import type { Form } from './readings/settle/sums.js';
import { cutRun, singleDigits, unglued } from './unglue.js';
import { beginning, further } from '../positions.js';
import { listOf, type FigureIndex } from './indexes.js';
import type { Figures, FlowValue } from './values.js';

/** A part that should hold a table, with the editions of the table, the likeliest first. */
export interface Part {
  region: Region;
  values: Figures;
  behind: string;
  /** Numbers torn off labels. */
  ordinals: string[];
  candidates: Candidate[];
}

/** What becomes of a part. */
export interface Restored {
  /** The table put together; absent when there is none, or one that can be read as it stands. */
  rows?: TableCell[][];
  /** What the table leaves of the figures of the part below, for each way in which it can be read. */
  left: Sequence[];
}

/**
 * The table of a part put together.
 * @param left what the part above left of the figures of this one
 * @param below the next part, with whose figures its own may be mixed
 */
export function restoredPart(
  part: Part,
  left: readonly Sequence[],
  below: Part | undefined,
  script: Script,
): Restored {
  const [likeliest] = part.candidates;
  const [first, ...others] = likeliest?.table.blocks ?? [];
  if (likeliest === undefined || first === undefined) return { left: [] };
  if (part.candidates.some(({ table }) => isOrderly(table.blocks, part.values))) return { left: [] };
  return others.length > 0
    ? ofSeveralBlocks(part, likeliest, below)
    : ofOneBlock(part, first, left, below, script);
}

function ofSeveralBlocks(
  { values, behind, candidates }: Part,
  likeliest: Candidate,
  below: Part | undefined,
): Restored {
  const [first] = values;
  const at = first?.at ?? {};
  for (const { table } of candidates) {
    const labelled = labelledRows(table.blocks, values);
    const inRows = labelled ?? (areAnchored(table.blocks, values) ? values : null);
    const placed = inRows === null ? placeStacked(table, values, behind) : inOrder(table, inRows);
    if (placed !== null) return { rows: stackedRows(table, placed, at), left: [] };
  }
  const spare = below === undefined ? null : spareOf(below);
  if (below !== undefined && spare !== null && spare > 0) {
    const end = further<FigureIndex>(beginning, spare);
    const whole: Figures = listOf([...values, ...below.values.slice(beginning, end)]);
    for (const { table } of candidates) {
      const placed = placeStacked(table, whole, behind);
      if (placed !== null)
        return {
          rows: stackedRows(table, placed, at),
          left: [{ values: below.values.slice(end), strangers: listOf([]) }],
        };
    }
  }
  return isScattered(likeliest.table.blocks, values, behind)
    ? { rows: stackedRows(likeliest.table, [], at), left: [] }
    : { left: [] };
}

function ofOneBlock(
  { values, behind, ordinals, candidates }: Part,
  likeliest: FormBlock,
  left: readonly Sequence[],
  below: Part | undefined,
  script: Script,
): Restored {
  const [first] = values;
  const at = first?.at ?? {};
  const texts = [...values.map((each) => each.before), behind];
  const editions = candidates.map(({ table }) => table.blocks);
  const numberOf = ({ text }: FlowValue) => readValue(normalised(text, script)).value;
  for (const candidate of candidates) {
    const [block] = candidate.table.blocks;
    if (block === undefined || lacksRows(candidate.table.blocks, editions, texts)) continue;
    const model = formOf(candidate, block);
    const anchored = anchoredCells(block, values, model, numberOf);
    if (anchored?.every((each) => each !== null) === true)
      return { rows: officialRows(block, anchored, at), left: [] };
    const sequences =
      partedFigures(values, model, numberOf) ?? sequencesOf(candidate, { values, ordinals }, left, below);
    const found = settled(candidate, model, sequences, numberOf);
    if (found !== null && !areBehindOthers(block, found.placed))
      return {
        rows: officialRows(block, joined(anchored, found.placed), at),
        left: found.sequences.map((each) => ({
          values: below?.values.filter((value) => !each.values.includes(value)) ?? listOf([]),
          strangers: each.strangers,
        })),
      };
    const strips = stripsOf(block, values, model);
    const apart = strips.length === 0 ? null : anchoredCells(block, values, model, numberOf, strips);
    const read = readIn(apart) > readIn(anchored) ? apart : anchored;
    if (read !== null) return { rows: officialRows(block, read, at), left: [] };
  }
  if (beginsWithFigures([likeliest], values))
    return { rows: officialRows(likeliest, listOf([]), at), left: [] };
  const whole = rowsOnLines(likeliest, values);
  const columns = leavesOf(likeliest.columns).length;
  const glued = values.filter(({ text }) => /^\d+$/.test(text) && text.length >= columns).length;
  // Rows whose cells all ran together are one figure each, and are cut by who reads rows.
  if (glued * 2 > Math.min(rowCount(likeliest), values.length)) return { left: [] };
  // All figures are there, most rows stand on lines, but no order of the others agrees with the sums: labels near by do not tell it either.
  const isOpen =
    values.length >= whole.length && whole.filter((each) => each !== null).length * 2 > whole.length;
  if (glued === 0 && !isOpen && !isScattered([likeliest], values, behind)) return { left: [] };
  return { rows: officialRows(likeliest, whole, at), left: [] };
}

/** The figures of a table that ran together, parted in every way that its sums leave; `null` where none did. */
function partedFigures(
  values: Figures,
  model: Form,
  numberOf: (value: FlowValue) => number | null,
): Sequence[] | null {
  const digits = singleDigits(values, model);
  if (digits !== null) return [{ values: digits, strangers: listOf([]) }];
  const run = cutRun(values, model);
  const ways = run.length > 0 ? run : unglued(values, model, numberOf);
  return ways.length === 0
    ? null
    : ways.map((each) => ({ values: each, strangers: listOf([]), isGuess: true }));
}

const readIn = (placed: PlacedCells | null): number => placed?.filter((each) => each !== null).length ?? 0;

/** What labels and counts tell, and where it agrees with that, what the order of all figures tells of the rest. */
function joined(anchored: PlacedCells | null, ordered: PlacedCells): PlacedCells {
  if (anchored === null) return ordered;
  const agrees = anchored.every((each, cell) => {
    const other = ordered[cell] ?? null;
    return each === null || other === null || each.text === other.text;
  });
  return agrees ? anchored.map((each, cell) => each ?? ordered[cell] ?? null) : anchored;
}
