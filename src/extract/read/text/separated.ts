import type { TableCell } from '../../../model/index.js';
import type { TextLine } from './lines.js';
import { layOut } from './width.js';

/** Longest run of empty cells kept: pages with layout residue have rows of hundreds of separators. */
const longestBlankRun = 40;

function cellsOf(line: TextLine, pieces: { text: string; index: number }[]): TableCell[] {
  const cells: TableCell[] = [];
  let blanks = 0;
  for (const piece of pieces) {
    const text = piece.text.replaceAll(/<br\s{0,2}\/?>/gi, '\n').trim();
    blanks = text === '' ? blanks + 1 : 0;
    if (blanks > longestBlankRun) continue;
    const indent = piece.text.length - piece.text.trimStart().length;
    cells.push({
      text,
      at: { line: line.number, column: piece.index + (text === '' ? 0 : indent) + 1 },
      column: cells.length,
      columnSpan: 1,
      rowSpan: 1,
    });
  }
  return cells;
}

function splitAt(text: string, separator: RegExp): { text: string; index: number }[] {
  const pieces: { text: string; index: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    pieces.push({ text: text.slice(from, match.index), index: from });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from), index: from });
  return pieces;
}

/** The rule between head and body of a Markdown table. */
export const isMarkdownRule = (text: string) =>
  text.includes('-') && /^[\s|:-]+$/.test(text) && text.includes('|') && /-{2,}|:-/.test(text);

export const hasPipe = (text: string) => text.includes('|') || text.includes('｜');
export const isLonePipe = (text: string) => /^\s*[|｜]\s*$/.test(text);

/** Which ends of the rows of one table carry a pipe that only frames them. */
export interface PipeFrame {
  left: boolean;
  right: boolean;
}

/** A pipe at an end is a frame when every row of the run has it; otherwise it sets off an empty cell. */
export function pipeFrame(lines: readonly TextLine[]): PipeFrame {
  return {
    left: lines.every((line) => /^\s*[|｜]/.test(line.text)),
    right: lines.every((line) => /[|｜]\s*$/.test(line.text)),
  };
}

/** Cells between pipes. */
export function readPipes(line: TextLine, frame: PipeFrame): TableCell[] {
  const pieces = splitAt(line.text, /[|｜]/g);
  if (pieces.length > 1 && frame.left) pieces.shift();
  if (pieces.length > 1 && frame.right) pieces.pop();
  return cellsOf(line, pieces);
}

export function readTabs(line: TextLine): TableCell[] {
  return cellsOf(line, splitAt(line.text, /\t/g));
}

/** Columns set off by at least two spaces, as text browsers and PDF converters align them. */
export const isAligned = (text: string) => /\S[ \u3000]{2,}\S/.test(text);

/** Cells between gaps; `column` and `columnSpan` are display columns, by which rows of the same table line up. */
export function readAligned(line: TextLine): TableCell[] {
  const { indexAt } = layOut(line.text, 2);
  const displayOf = new Map<number, number>();
  indexAt.forEach((index, column) => {
    if (!displayOf.has(index)) displayOf.set(index, column);
  });
  const cells: TableCell[] = [];
  for (const match of line.text.matchAll(/\S+(?:[ \u3000]\S+)*/g)) {
    const column = displayOf.get(match.index) ?? match.index;
    const end = displayOf.get(match.index + match[0].length - 1) ?? match.index;
    cells.push({
      text: match[0],
      at: { line: line.number, column: match.index + 1 },
      column,
      columnSpan: end - column + 1,
      rowSpan: 1,
    });
  }
  return cells;
}
