import {
  InputError,
  type Block,
  type Document,
  type Paragraph,
  type TableCell,
} from '../../../model/index.js';
import { decode } from '../../text/decode.js';
import { readEntities } from '../../text/entities.js';
import { beyond, bounds, megabyte } from '../bounds.js';
import { boxedRegion, readBoxed } from './boxed.js';
import { withoutFurniture } from './furniture.js';
import { splitLines, type TextLine } from './lines.js';
import { endPipesRows, lonePipeRegion, readLonePipes, withoutRowEnds } from './lone-pipes.js';
import { readRuled, ruledRegion } from './ruled.js';
import {
  hasPipe,
  isAligned,
  isLonePipe,
  isMarkdownRule,
  pipeFrame,
  readAligned,
  readPipes,
  readTabs,
} from './separated.js';

const isBlank = (line: TextLine | undefined) =>
  line === undefined || (line.text.trim() === '' && !line.text.includes('\t'));

/** Rows of cells; a row of a single cell is a paragraph, because prose comes framed and indented too. */
function pushRow(blocks: Block[], cells: TableCell[], line: TextLine): void {
  if (cells.length === 1) {
    const [only] = cells;
    if (only !== undefined && only.text !== '')
      blocks.push({ kind: 'paragraph', text: only.text, at: only.at, wrapped: true });
    else if (only !== undefined) pushTableRow(blocks, cells, line);
    return;
  }
  pushTableRow(blocks, cells, line);
}

function pushTableRow(blocks: Block[], cells: TableCell[], line: TextLine, gaps = false): void {
  const last = blocks.at(-1);
  if (last?.kind === 'table' && !last.grid && (last.gaps === true) === gaps) last.rows.push(cells);
  else
    blocks.push({
      kind: 'table',
      rows: [cells],
      at: { line: line.number },
      grid: false,
      ...(gaps ? { gaps } : {}),
    });
}

function paragraphOf(line: TextLine): Paragraph | null {
  const text = line.text.trim();
  if (text === '') return null;
  const heading = /^(#{1,6})\s+(?=\S)/.exec(text);
  const indent = line.text.length - line.text.trimStart().length + (heading?.[0].length ?? 0);
  return {
    kind: 'paragraph',
    text: heading === null ? text : text.slice(heading[0].length),
    at: { line: line.number, column: indent + 1 },
    wrapped: true,
    ...(heading?.[1] === undefined ? {} : { heading: heading[1].length }),
  };
}

/** A single tab before or behind the only cell of a line frames the cell; it does not begin another. */
function withoutLoneTab(cells: TableCell[]): TableCell[] {
  const [first, second] = cells;
  if (cells.length !== 2 || first === undefined || second === undefined) return cells;
  if (second.text === '') return [first];
  return first.text === '' ? [second] : cells;
}

/** Lines from `start` to the next blank one. */
function stanza(lines: readonly TextLine[], start: number): TextLine[] {
  let end = start;
  while (end < lines.length && !isBlank(lines[end])) end += 1;
  return lines.slice(start, end);
}

/**
 * A stanza whose every cell begins with a tab on a line of its own, a line without one continuing the cell before; a blank line ends the row.
 * `null` when the stanza is written otherwise.
 */
function readTabLed(lines: readonly TextLine[]): TableCell[] | null {
  if (lines.length < 2 || !lines[0]?.text.startsWith('\t')) return null;
  const cells: TableCell[] = [];
  for (const line of lines) {
    const text = line.text.trim();
    if (!line.text.startsWith('\t')) {
      const last = cells.at(-1);
      if (last === undefined || line.text.includes('\t') || hasPipe(line.text)) return null;
      last.text = last.text === '' ? text : `${last.text}\n${text}`;
      continue;
    }
    if (line.text.trimEnd().lastIndexOf('\t') > 0) return null;
    const indent = line.text.length - line.text.trimStart().length;
    cells.push({
      text,
      at: { line: line.number, column: text === '' ? 2 : indent + 1 },
      column: cells.length,
      columnSpan: 1,
      rowSpan: 1,
    });
  }
  return cells;
}

/** Lines with pipes that follow each other. */
function pipeRun(lines: readonly TextLine[], start: number): TextLine[] {
  let end = start;
  while (end < lines.length && hasPipe(lines[end]?.text ?? '')) end += 1;
  return lines.slice(start, end);
}

/** Blocks of decoded text. */
export const readTextBlocks = (text: string): Block[] => blocksOf(splitLines(text));

/**
 * Reads lines of a text by themselves, from one line up to another: how they are written is not told by what stands before and behind them.
 * The file is one that `readText` has read.
 */
export function textReader(bytes: Uint8Array): (from: number, to: number) => Block[] {
  const lines = splitLines(readEntities(decode(bytes).text));
  return (from, to) => blocksOf(lines.slice(from - 1, to - 1));
}

function blocksOf(all: readonly TextLine[]): Block[] {
  const lines = withoutFurniture(all);
  const areRowEnds = endPipesRows(lines);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    if (line === undefined) break;
    const boxed = boxedRegion(lines, i);
    if (boxed > i) {
      blocks.push(readBoxed(lines.slice(i, boxed)));
      i = boxed;
      continue;
    }
    const ruled = ruledRegion(lines, i);
    if (ruled > i) {
      blocks.push(readRuled(lines.slice(i, ruled)));
      i = ruled;
      continue;
    }
    if (isLonePipe(line.text)) {
      const end = lonePipeRegion(lines, i);
      if (end > i) {
        blocks.push(readLonePipes(lines.slice(i, end)));
        i = end;
        continue;
      }
    }
    if (hasPipe(line.text)) {
      const run = pipeRun(lines, i);
      const frame = pipeFrame(run);
      // Pipes with nothing beside them end rows or set cells apart: which, a few do not tell, and they hold no empty cell for sure.
      const isNoCell = areRowEnds || run.every(({ text: each }) => isLonePipe(each));
      const rows = isNoCell ? withoutRowEnds(run) : run;
      for (const each of rows) if (!isMarkdownRule(each.text)) pushRow(blocks, readPipes(each, frame), each);
      i += run.length;
    } else if (line.text.includes('\t')) {
      const led = line.text.startsWith('\t') ? stanza(lines, i) : [];
      const cells = readTabLed(led);
      pushRow(blocks, cells ?? withoutLoneTab(readTabs(line)), line);
      i += cells === null ? 1 : led.length;
    } else if (isAligned(line.text)) {
      pushTableRow(blocks, readAligned(line), line, true);
      i += 1;
    } else {
      const paragraph = paragraphOf(line);
      if (paragraph !== null) blocks.push(paragraph);
      i += 1;
    }
  }
  return blocks;
}

/**
 * Plain text and Markdown.
 * @throws InputError `too-large`, `empty`
 */
export function readText(bytes: Uint8Array): Document {
  if (bytes.length > bounds.text * megabyte) throw beyond('text');
  const { text, encoding, guessed } = decode(bytes);
  if (text.trim() === '') throw new InputError('empty');
  return {
    format: 'text',
    encoding,
    title: null,
    blocks: readTextBlocks(readEntities(text)),
    pages: null,
    notes: guessed ? [{ code: 'encoding-guessed', at: null, values: { encoding } }] : [],
  };
}
