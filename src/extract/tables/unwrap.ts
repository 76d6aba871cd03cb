import type { At, Block, Document, FormBlock, FormEdition, Label, TableCell } from '../../model/index.js';
import { leavesOf } from '../../model/index.js';
import { displayWidth } from '../read/text/width.js';
import { normalise } from '../text/normalise.js';
import { locate, squeeze } from './stream.js';
import { isValue } from './value.js';

/** Rows and columns from which on a table is read this way: smaller ones hold their labels on one line. */
const fewestColumns = 5;
/** Lines of a header, and around a row the lines on which its label may go on. */
const mostHeaderLines = 14;
const labelReach = 3;
/** Share of rows whose label shows beside their values. */
const enough = 0.9;
/** Characters of a piece of a label. */
const shortestPiece = 2;
/** A longer word above a table is prose. */
const longestPiece = 24;

interface PlacedWord {
  text: string;
  key: string;
  column: number;
  width: number;
  value: boolean;
  at: At;
}

interface PlacedLine {
  block: number;
  words: PlacedWord[];
}

const plain = { simplify: null, pinyin: false };

function wordsOf(text: string, column: number, at: At): PlacedWord[] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    const read = normalise(match[0], plain).text;
    return {
      text: match[0],
      key: squeeze(read),
      column: column + displayWidth(text.slice(0, match.index)),
      width: displayWidth(match[0]),
      value: isValue(read),
      at: locate(at, text, match.index),
    };
  });
}

/** The lines of plain text outside tables whose cells have marks; `null` for such a table. */
function linesOf(blocks: readonly Block[]): (PlacedLine | null)[] {
  return blocks.flatMap((block, index): (PlacedLine | null)[] => {
    if (block.kind === 'paragraph')
      return [{ block: index, words: wordsOf(block.text, (block.at.column ?? 1) - 1, block.at) }];
    if (block.kind !== 'table' || block.gaps !== true) return [null];
    return block.rows.map((row) => ({
      block: index,
      words: row.flatMap((cell) => wordsOf(cell.text, cell.column, cell.at)),
    }));
  });
}

/** How many values a line ends with. */
function valuesAtEnd({ words }: PlacedLine): number {
  const last = words.findLastIndex((each) => !each.value);
  return words.length - 1 - last;
}

interface Leaf {
  /** Labels of the groups that begin with this row, outermost first. */
  groups: string[];
  label: string;
  key: string;
  /** Wordings, squeezed. */
  wordings: string[];
}

const printed = ({ ordinal, label }: Label): string =>
  ordinal === undefined
    ? label
    : /^\d+$/.test(ordinal)
      ? `${ordinal}.${label}`
      : /[)）]$/.test(ordinal)
        ? ordinal + label
        : `${ordinal}、${label}`;

function leafRows(labels: readonly Label[], groups: readonly string[] = []): Leaf[] {
  return labels.flatMap((each, i) => {
    const opening = i === 0 ? groups : [];
    if (each.children !== undefined) return leafRows(each.children, [...opening, printed(each)]);
    return [
      {
        groups: [...opening],
        label: printed(each),
        key: squeeze(each.label),
        wordings: [each.label, ...(each.variants ?? [])].map(squeeze),
      },
    ];
  });
}

/** A piece of the label stands on the line of the values, left of them, or on a line near by that has no values. */
function showsLabel(lines: readonly (PlacedLine | null)[], at: number, key: string, from: number): boolean {
  const isPiece = ({ column, key: piece }: PlacedWord) => {
    const bare = piece.replace(/^\d/, '');
    return column < from && bare.length >= shortestPiece && (key.includes(bare) || bare.includes(key));
  };
  if (lines[at]?.words.some(isPiece) === true) return true;
  for (let reach = 1; reach <= labelReach; reach += 1)
    for (const near of [lines[at - reach], lines[at + reach]])
      if (near !== undefined && near !== null && valuesAtEnd(near) === 0 && near.words.some(isPiece))
        return true;
  return false;
}

interface Found {
  /** Lines of the table: the first of its header, and behind the last of its values. */
  from: number;
  to: number;
  rows: TableCell[][];
}

const cellOf = (text: string, at: At, column: number): TableCell => ({
  text,
  at,
  column,
  columnSpan: 1,
  rowSpan: 1,
});

/** Words one below the other, as one label. */
interface Stack {
  words: PlacedWord[];
  line: number;
}

const overlap = (a: PlacedWord, b: PlacedWord) =>
  Math.min(a.column + a.width, b.column + b.width) - Math.max(a.column, b.column);

/** Puts a word below the one that it goes on, or by itself. */
function stackUp(stacks: Stack[], word: PlacedWord, line: number): void {
  const above = stacks.find((each) => {
    const last = each.words.at(-1);
    return (
      each.line === line - 1 &&
      last !== undefined &&
      overlap(last, word) * 2 >= Math.min(last.width, word.width)
    );
  });
  if (above === undefined) stacks.push({ words: [word], line });
  else {
    above.words.push(word);
    above.line = line;
  }
}

const textOf = (words: readonly PlacedWord[]) => words.map(({ text }) => text).join('');

/** The header above the first values: words in the width of one column are pieces of its label, or of those of the groups above it. */
function headerRows(
  lines: readonly (PlacedLine | null)[],
  values: readonly PlacedWord[][],
  first: number,
  left: number,
  labels: ReadonlySet<string>,
): { from: number; rows: TableCell[][] } {
  const spans = (values[0] ?? []).map((_, i) => ({
    from: Math.min(...values.map((row) => row[i]?.column ?? 0)),
    to: Math.max(...values.map((row) => (row[i]?.column ?? 0) + (row[i]?.width ?? 0))),
  }));
  const middles = spans.map((span, i) => ((spans[i - 1]?.to ?? Number.NaN) + span.from) / 2);
  const [firstSpan] = spans;
  const half = (middles[1] ?? 0) - (firstSpan?.to ?? 0);
  const edges = [(firstSpan?.from ?? 0) - half, ...middles.slice(1)];
  const columnOf = (word: PlacedWord): number | null => {
    const middle = word.column + word.width / 2;
    const at = edges.findLastIndex((edge) => edge <= middle);
    const end = edges[at + 1] ?? Number.POSITIVE_INFINITY;
    return at >= 0 && word.width <= end - (edges[at] ?? 0) + 1 ? at : null;
  };
  const from = headerStart(lines, first, left);
  const pieces: { word: PlacedWord; line: number }[][] = spans.map(() => []);
  const groups: Stack[] = [];
  lines.slice(from, first).forEach((each, line) => {
    for (const word of each?.words ?? []) {
      if (word.column + word.width <= left || word.value) continue;
      const at = columnOf(word);
      if (at === null) stackUp(groups, word, line);
      else pieces[at]?.push({ word, line });
    }
  });
  const own = pieces.map((column) => {
    const ends = column.map((_, i) => column.slice(column.length - 1 - i));
    const label = ends.find((end) => labels.has(end.map(({ word }) => word.key).join(''))) ?? column;
    for (const { word, line } of column.slice(0, column.length - label.length)) stackUp(groups, word, line);
    return label.map(({ word }) => word);
  });
  groups.sort(
    (a, b) =>
      a.line - a.words.length - (b.line - b.words.length) ||
      (a.words[0]?.column ?? 0) - (b.words[0]?.column ?? 0),
  );
  const place = lines[first]?.words[0]?.at ?? {};
  return {
    from,
    rows: [
      groups.map(({ words }, i) => cellOf(textOf(words), words[0]?.at ?? place, i)),
      own.map((words, i) => cellOf(textOf(words), words[0]?.at ?? place, i)),
    ],
  };
}

/** A heading or prose above the header ends it. */
function headerStart(lines: readonly (PlacedLine | null)[], first: number, left: number): number {
  let from = first;
  while (from > 0 && first - from < mostHeaderLines) {
    const line = lines[from - 1];
    if (line === undefined || line === null || valuesAtEnd(line) > 0) break;
    const [only, second] = line.words;
    const isHeading = second === undefined && only !== undefined && /^#{0,6}[一二三四五六]、/.test(only.text);
    if (isHeading && only.column <= left) break;
    if (line.words.some((each) => each.key.length > longestPiece)) break;
    from -= 1;
  }
  return from;
}

function find(lines: readonly (PlacedLine | null)[], block: FormBlock): Found | null {
  const columns = leavesOf(block.columns).length;
  const leaves = leafRows(block.rows ?? []);
  const at = lines.flatMap((line, i) => (line !== null && valuesAtEnd(line) === columns ? [i] : []));
  const [first] = at;
  const last = at.at(-1);
  if (columns < fewestColumns || first === undefined || last === undefined) return null;
  if (at.length !== Math.max(1, leaves.length) || lines.slice(first, last).includes(null)) return null;
  const values = at.map((i) => (lines[i]?.words ?? []).slice(-columns));
  const left = Math.min(...values.map((row) => row[0]?.column ?? 0));
  const labels = new Set(
    leavesOf(block.columns).flatMap(({ label }) => [label.label, ...(label.variants ?? [])].map(squeeze)),
  );
  const header = headerRows(lines, values, first, leaves.length === 0 ? 0 : left, labels);
  if (leaves.length === 0) {
    const isWhole = (line: PlacedLine | null) =>
      new Set(line?.words.map(({ key }) => key).filter((key) => labels.has(key))).size > 2;
    if (lines.slice(header.from, first).some(isWhole)) return null;
  } else {
    const shown = leaves.filter((leaf, i) => showsLabel(lines, at[i] ?? 0, leaf.key, left));
    const isWhole = ({ wordings }: Leaf, i: number) => {
      const own = lines[at[i] ?? 0]?.words.map((each) => each.key).join('') ?? '';
      return wordings.some((each) => own.includes(each));
    };
    if (shown.length < leaves.length * enough || leaves.every(isWhole)) return null;
  }
  const body = values.map((row, i) => {
    const place = lines[at[i] ?? 0]?.words[0]?.at ?? {};
    const leaf = leaves[i];
    const labels = leaf === undefined ? [] : [...leaf.groups, leaf.label];
    return [...labels.map((text) => ({ text, at: place })), ...row].map((each, column) =>
      cellOf(each.text, each.at, column),
    );
  });
  return { from: header.from, to: last + 1, rows: [...header.rows, ...body] };
}

/**
 * The document with tables put together that stand in aligned columns and whose labels run over several lines above and below their values, as
 * text made from pages shows them. Every row must have all its values, as many rows as the form has, and beside nearly every one a piece of the
 * label that stands in its place; other tables stay as they are.
 */
export function unwrapTables(document: Document, forms: readonly FormEdition[]): Document {
  if (!document.blocks.some((each) => each.kind === 'table' && each.gaps === true)) return document;
  const blocks = forms.flatMap((form) => form.tables.flatMap((table) => table.blocks));
  let { blocks: result } = document;
  const done = new Set<number>();
  for (const block of blocks) {
    const lines = linesOf(result);
    const found = find(lines, block);
    const start = lines[found?.from ?? -1];
    const end = lines[(found?.to ?? 0) - 1];
    if (found === null || start === null || start === undefined || end === null || end === undefined)
      continue;
    if (done.has(found.to)) continue;
    result = replaced(result, lines, found, start.block, end.block);
    done.add(found.to);
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
