import {
  leavesOf,
  type Block,
  type Document,
  type FormEdition,
  type TableCell,
} from '../../../model/index.js';
import { tablesFor } from '../../../form/parts.js';
import { ofPages } from '../../text/of-pages.js';
import { normalised, type Script } from '../../text/normalise.js';
import { linesOf, type PlacedLine } from '../rows/placed-lines.js';
import { squeeze } from '../stream.js';
import { readValue } from '../value.js';
import {
  areBehindOthers,
  beginsWithFigures,
  isOrderly,
  isScattered,
  labelledRows,
  labelsOf,
  rowLabelsOf,
  rowsOnLines,
} from './labels.js';
import { officialRows } from './official.js';
import { rowCount, sequencesOf, spareOf, type Sequence } from './sequences.js';
import { lacksRows } from './lacks-rows.js';
import { formOf, settled, type Candidate } from './readings/settle/settled.js';
import { withLooseRows } from './loose-rows.js';
import { regionsOf, type Region } from './regions.js';
import { inOrder, placeStacked, stackedRows } from './stacked.js';
import { unglued } from './unglue.js';
import { valuesOf, type FlowValue } from './values.js';

/** Longer lines among the figures are prose, unless they are part of a label. */
const shortestProse = 30;

/**
 * The document with the tables put together that a text made from pages gives as loose figures, with their labels broken, before, around or behind
 * them. Where the order of the figures leaves open which cell each belongs to, the cell is unreadable. Tables whose rows stand in the text as
 * label and figures stay as they are.
 */
export function restoreTables(document: Document, forms: readonly FormEdition[], script: Script): Document {
  if (document.format !== 'text') return document;
  let blocks = withLooseRows(document.blocks);
  const lines = linesOf(blocks, script);
  const parts = regionsOf(lines, forms, script).flatMap((region): Part[] => {
    const own = lines.slice(region.from, region.to);
    const candidates = candidatesFor(region.purpose, forms);
    if (candidates.length === 0 || own.length === 0 || own.includes(null)) return [];
    const read = valuesOf(own as PlacedLine[], rowLabelsOf(forms, region.purpose));
    return [{ region, ...read, candidates }];
  });
  const likeliest = byLabels(parts);
  for (const part of parts)
    part.candidates.sort((a, b) => likeliest.indexOf(a.form) - likeliest.indexOf(b.form));
  const restored: Restored[] = [];
  for (const [i, part] of parts.entries())
    restored.push(restoredPart(part, restored[i - 1]?.left ?? [], parts[i + 1], script));
  for (const [i, { region }] of [...parts.entries()].reverse()) {
    const rows = restored[i]?.rows;
    if (rows !== undefined) blocks = replaced(blocks, lines, region, rows, labelsOf(forms));
  }
  return restored.some((each) => each.rows !== undefined)
    ? ofPages({ ...document, blocks: [...blocks] })
    : document;
}

/** What becomes of a part. */
interface Restored {
  /** The table put together; absent when there is none, or one that can be read as it stands. */
  rows?: TableCell[][];
  /** What the table leaves of the figures of the part below, for each way in which it can be read. */
  left: Sequence[];
}

/** A part that should hold a table, with the editions of the table, the likeliest first. */
interface Part {
  region: Region;
  values: FlowValue[];
  behind: string;
  /** Numbers torn off labels. */
  ordinals: string[];
  candidates: Candidate[];
}

const candidatesFor = (purpose: string, forms: readonly FormEdition[]): Candidate[] =>
  forms.flatMap((form) => tablesFor(form, purpose).map((table) => ({ form, table })));

/** The editions by how many of their labels the parts show, the likeliest first. */
function byLabels(parts: readonly Part[]): FormEdition[] {
  const shown = new Map<FormEdition, number>();
  for (const { values, behind, candidates } of parts) {
    const key = values.map((each) => each.before).join('') + behind;
    for (const each of candidates) shown.set(each.form, (shown.get(each.form) ?? 0) + labelsShown(each, key));
  }
  return [...shown].sort(([, a], [, b]) => b - a).map(([form]) => form);
}

function restoredPart(
  { values, behind, ordinals, candidates }: Part,
  left: readonly Sequence[],
  below: Part | undefined,
  script: Script,
): Restored {
  const [likeliest] = candidates;
  const [first, ...others] = likeliest?.table.blocks ?? [];
  if (likeliest === undefined || first === undefined) return { left: [] };
  const { blocks } = likeliest.table;
  if (candidates.some(({ table }) => isOrderly(table.blocks, values))) return { left: [] };
  const at = values[0]?.at ?? {};
  if (others.length > 0) {
    for (const { table } of candidates) {
      const labelled = labelledRows(table.blocks, values);
      const placed = labelled === null ? placeStacked(table, values, behind) : inOrder(table, labelled);
      if (placed !== null) return { rows: stackedRows(table, placed, at), left: [] };
    }
    const spare = below === undefined ? null : spareOf(below);
    if (below !== undefined && spare !== null && spare > 0) {
      const whole = [...values, ...below.values.slice(0, spare)];
      for (const { table } of candidates) {
        const placed = placeStacked(table, whole, behind);
        if (placed !== null)
          return {
            rows: stackedRows(table, placed, at),
            left: [{ values: below.values.slice(spare), strangers: [] }],
          };
      }
    }
    return isScattered(blocks, values, behind)
      ? { rows: stackedRows(likeliest.table, [], at), left: [] }
      : { left: [] };
  }
  const texts = [...values.map((each) => each.before), behind];
  const editions = candidates.map(({ table }) => table.blocks);
  const numberOf = ({ text }: FlowValue) => readValue(normalised(text, script)).value;
  for (const candidate of candidates) {
    const [block] = candidate.table.blocks;
    if (block === undefined || lacksRows(candidate.table.blocks, editions, texts)) continue;
    const model = formOf(candidate, block);
    const cut = unglued(values, model, numberOf).map((each): Sequence => ({
      values: each,
      strangers: [],
      isGuess: true,
    }));
    const sequences = cut.length > 0 ? cut : sequencesOf(candidate, { values, ordinals }, left, below);
    const found = settled(candidate, model, sequences, numberOf);
    if (found !== null && !areBehindOthers(block, found.placed))
      return {
        rows: officialRows(block, found.placed, at),
        left: found.sequences.map((each) => ({
          values: below?.values.filter((value) => !each.values.includes(value)) ?? [],
          strangers: each.strangers,
        })),
      };
  }
  if (beginsWithFigures(blocks, values)) return { rows: officialRows(first, [], at), left: [] };
  const whole = rowsOnLines(first, values);
  const columns = leavesOf(first.columns).length;
  const glued = values.filter(({ text }) => /^\d+$/.test(text) && text.length >= columns).length;
  // Rows whose cells all ran together are one figure each, and are cut by who reads rows.
  if (glued * 2 > Math.min(rowCount(first), values.length)) return { left: [] };
  // All figures are there, most rows stand on lines, but no order of the others agrees with the sums: labels near by do not tell it either.
  const isOpen =
    values.length >= whole.length && whole.filter((each) => each !== null).length * 2 > whole.length;
  if (glued === 0 && !isOpen && !isScattered(blocks, values, behind)) return { left: [] };
  return { rows: officialRows(first, whole, at), left: [] };
}

function labelsShown({ table }: Candidate, key: string): number {
  const labels = table.blocks.flatMap((block) => [...leavesOf(block.rows ?? []), ...leavesOf(block.columns)]);
  const texts = new Set(labels.map(({ label }) => squeeze(label.label)));
  return [...texts].filter((each) => key.includes(each)).length;
}

/** Puts the table where its figures were; prose among them stays behind it. */
function replaced(
  blocks: readonly Block[],
  lines: readonly (PlacedLine | null)[],
  { from, to }: Region,
  rows: TableCell[][],
  labels: string,
): Block[] {
  const first = lines[from]?.block ?? 0;
  const last = lines[to - 1]?.block ?? first;
  const before = lines.slice(0, from).filter((each) => each?.block === first).length;
  const behind = lines.slice(to).filter((each) => each?.block === last).length;
  const cut = (block: Block | undefined, start: number, end: number): Block[] =>
    block?.kind !== 'table' || start >= end ? [] : [{ ...block, rows: block.rows.slice(start, end) }];
  const closing = blocks[last];
  const count = closing?.kind === 'table' ? closing.rows.length : 0;
  const prose = blocks.slice(first, last + 1).filter((each) => {
    if (each.kind !== 'paragraph') return each.kind === 'aside';
    const key = squeeze(each.text);
    return key.length >= shortestProse && !labels.includes(key);
  });
  return [
    ...blocks.slice(0, first),
    ...cut(blocks[first], 0, before),
    { kind: 'table', rows, at: rows[0]?.[0]?.at ?? {}, grid: true },
    ...prose,
    ...cut(closing, count - behind, count),
    ...blocks.slice(last + 1),
  ];
}
