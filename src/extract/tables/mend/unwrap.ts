import { printed } from '../../../form/printed.js';
import {
  leavesOf,
  type Block,
  type Document,
  type FormBlock,
  type FormEdition,
  type Label,
  type TableCell,
} from '../../../model/index.js';
import { printedWordings } from '../flow/labels.js';
import { meets } from '../../interval.js';
import { lacksRows } from '../flow/lacks-rows.js';
import { extentOf, linesOf, valuesAtEnd, type PlacedLine, type PlacedWord } from '../rows/placed-lines.js';
import type { Script } from '../../text/normalise.js';
import { squeeze } from '../stream.js';
import { cellOf, headerRows } from '../header/unwrap-header.js';

/** Smaller tables hold their labels on one line. */
const fewestColumns = 5;
/** Lines around a row on which its label may go on. */
const labelReach = 3;
/** Share of rows whose label shows beside their values. */
const enough = 0.9;
/** Characters of a piece of a label. */
const shortestPiece = 2;

interface Leaf {
  /** Labels of the groups that begin with this row, outermost first. */
  groups: string[];
  label: string;
  /** Wordings with the ordinal, squeezed. */
  wordings: string[];
}

function leafRows(labels: readonly Label[], groups: readonly string[] = []): Leaf[] {
  return labels.flatMap((each, i) => {
    const opening = i === 0 ? groups : [];
    if (each.children !== undefined) return leafRows(each.children, [...opening, printed(each)]);
    return [
      {
        groups: [...opening],
        label: printed(each),
        wordings: printedWordings(each),
      },
    ];
  });
}

/** A piece of the label stands on the line of the values, left of them, or on a line near by that has no values. */
function showsLabel(
  lines: readonly (PlacedLine | null)[],
  at: number,
  { wordings }: Leaf,
  left: number,
): boolean {
  const isPiece = ({ column, key }: PlacedWord) =>
    column < left && key.length >= shortestPiece && wordings.some((each) => each.includes(key));
  if (lines[at]?.words.some(isPiece) === true) return true;
  for (let reach = 1; reach <= labelReach; reach += 1)
    for (const near of [lines[at - reach], lines[at + reach]])
      if (near !== undefined && near !== null && valuesAtEnd(near) === 0 && near.words.some(isPiece))
        return true;
  return false;
}

/** Words stand left of the values that are no piece of the label of the row or of a group that begins with it. */
function hasOtherLabel(
  line: PlacedLine | null | undefined,
  { groups, wordings }: Leaf,
  left: number,
): boolean {
  const own = [...wordings, ...groups.map(squeeze)];
  const labels = line?.words.filter(({ column, key }) => column < left && key.length >= shortestPiece) ?? [];
  return labels.some(({ key }) => !own.some((each) => each.includes(key)));
}

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
    const start = lines[found?.from ?? -1];
    const end = lines[(found?.to ?? 0) - 1];
    if (found === null || start === null || start === undefined || end === null || end === undefined)
      continue;
    result = replaced(result, lines, found, start.block, end.block);
    lines = linesOf(result, script);
  }
  return result === document.blocks ? document : { ...document, blocks: result };
}

/** Puts the table where its lines were; rows of the first and last block that do not belong to it stay around it. */
function replaced(
  blocks: readonly Block[],
  lines: readonly (PlacedLine | null)[],
  found: Found,
  first: number,
  last: number,
): Block[] {
  const before = lines.slice(0, found.from).filter((each) => each?.block === first).length;
  const behind = lines.slice(found.to).filter((each) => each?.block === last).length;
  const cut = (block: Block | undefined, from: number, to: number): Block[] => {
    if (block?.kind !== 'table' || from >= to) return [];
    return [{ ...block, rows: block.rows.slice(from, to) }];
  };
  const opening = blocks[first];
  const closing = blocks[last];
  const rows = closing?.kind === 'table' ? closing.rows.length : 0;
  return [
    ...blocks.slice(0, first),
    ...cut(opening, 0, before),
    {
      kind: 'table',
      rows: found.rows.filter((row) => row.length > 0),
      at: found.rows.flat()[0]?.at ?? {},
      grid: false,
    },
    ...cut(closing, rows - behind, rows),
    ...blocks.slice(last + 1),
  ];
}
