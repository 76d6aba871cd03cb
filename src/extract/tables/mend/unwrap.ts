import {
  leavesOf,
  type Document,
  type FormBlock,
  type FormEdition,
  type TableCell,
} from '../../../model/index.js';
import { meets } from '../../interval.js';
import type { Script } from '../../text/script.js';
import { lacksRows } from '../flow/labels/lacks-rows.js';
import { cellOf, headerRows } from '../header/unwrap-header.js';
import { extentOf, linesOf, valuesAtEnd, type PlacedLine, type PlacedWord } from '../rows/placed-lines.js';
import { squeeze } from '../stream/stream.js';
import { hasOtherLabel, labelReach, leafRows, showsLabel, type Leaf } from './leaf-rows.js';
import { replaced } from './replaced.js';

/** Smaller tables hold their labels on one line. */
const fewestColumns = 5;
/** Share of rows whose label shows beside their values. */
const enough = 0.9;
/** Figures stand below the figure before the next row: it may be one number, broken in a narrow cell. */
const goesOnBelow = (figure: PlacedWord, below: readonly (PlacedLine | null)[]): boolean =>
  below.some((line) => line?.words.some((word) => word.value && meets(extentOf(word), extentOf(figure))));

interface Found {
  /** Lines of the table: the first of its header, and behind the last of its values. */
  from: number;
  to: number;
  rows: TableCell[][];
}

function find(
  lines: readonly (PlacedLine | null)[],
  blocks: readonly FormBlock[],
  editions: readonly (readonly FormBlock[])[],
): Found | null {
  const block = blocks.find((each) => leavesOf(each.columns).length >= fewestColumns);
  if (block === undefined) return null;
  const columns = leavesOf(block.columns).length;
  const leaves = leafRows(block.rows ?? []);
  const at = lines.flatMap((line, i) => (line !== null && valuesAtEnd(line) === columns ? [i] : []));
  const [first] = at;
  const last = at.at(-1);
  if (first === undefined || last === undefined) return null;
  if (at.length !== Math.max(1, leaves.length) || lines.slice(first, last).includes(null)) return null;
  const values = at.map((i) => (lines[i]?.words ?? []).slice(-columns));
  const left = Math.min(...values.map((row) => row[0]?.column ?? 0));
  const labels = new Set(
    leavesOf(block.columns).flatMap(({ label }) => [label.label, ...(label.variants ?? [])].map(squeeze)),
  );
  const header = headerRows(
    lines,
    values,
    first,
    leaves.length === 0 ? Number.POSITIVE_INFINITY : left,
    labels,
  );
  const official = new Set(leavesOf(block.columns).map(({ label }) => squeeze(label.label)));
  const above = lines.slice(header.from, first).flatMap((line) => line?.words.map(({ key }) => key) ?? []);
  const texts = at.map((i) => {
    const own = lines[i]?.words.filter(({ column }) => column < left) ?? [];
    return own.map(({ key }) => key).join('');
  });
  const isWhole = ({ wordings }: Leaf, i: number) =>
    wordings.some((each) => texts[i]?.endsWith(each) === true);
  if ([...official].every((each) => above.includes(each)) && leaves.every(isWhole)) return null;
  // Rows that stand in another order are read by their labels.
  if (leaves.some((leaf, i) => !isWhole(leaf, i) && leaves.some((other) => isWhole(other, i)))) return null;
  const keys = lines
    .slice(first - labelReach, last + labelReach)
    .flatMap((line) => line?.words.map(({ key }) => key) ?? []);
  if (lacksRows(blocks, editions, keys)) return null;
  const labelled = header.rows.at(-1)?.filter(({ text }) => labels.has(squeeze(text))).length ?? 0;
  if (labelled < (leaves.every(isWhole) ? columns : columns / 2)) return null;
  const shown = leaves.map((leaf, i) => showsLabel(lines, at[i] ?? 0, leaf, left));
  if (shown.filter(Boolean).length < leaves.length * enough) return null;
  // A row of which nothing shows is known by its neighbours on both sides, and by no other label on its line.
  const isKnown = (leaf: Leaf, i: number) =>
    shown[i] === true ||
    (shown[i - 1] === true && shown[i + 1] === true && !hasOtherLabel(lines[at[i] ?? 0], leaf, left));
  if (!leaves.every(isKnown)) return null;
  const body = values.map((row, i) => {
    const place = lines[at[i] ?? 0]?.words[0]?.at ?? {};
    const leaf = leaves[i];
    const labels = leaf === undefined ? [] : [...leaf.groups, leaf.label];
    const below = lines.slice((at[i] ?? 0) + 1, at[i + 1] ?? (at[i] ?? 0) + labelReach);
    return [
      ...labels.map((text, column) => cellOf(text, place, column)),
      ...row.map((word, column) => ({
        ...cellOf(word.text, word.at, labels.length + column),
        ...(goesOnBelow(word, below) ? { confidence: 0 } : {}),
      })),
    ];
  });
  return { from: header.from, to: last + 1, rows: [...header.rows, ...body] };
}

/**
 * The document with tables put together that stand in aligned columns and whose labels run over several lines above and below their values, as
 * text made from pages shows them. Every row must have all its values, as many rows as the form has, and beside nearly every one a piece of the
 * label that stands in its place; other tables stay as they are.
 */
export function unwrapTables(document: Document, forms: readonly FormEdition[], script: Script): Document {
  if (!document.blocks.some((each) => each.kind === 'table' && each.gaps === true)) return document;
  const tables = forms.flatMap((form) => form.tables);
  let { blocks: result } = document;
  let lines = linesOf(result, script);
  for (const { id, blocks } of tables) {
    const editions = tables.filter((each) => each.id === id).map((each) => each.blocks);
    const found = find(lines, blocks, editions);
    if (found === null) continue;
    const rows = found.rows.filter((row) => row.length > 0);
    result = replaced(result, lines, found, { rows, grid: false });
    lines = linesOf(result, script);
  }
  return result === document.blocks ? document : { ...document, blocks: result };
}
