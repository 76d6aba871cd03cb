import type { Table, TableCell } from '../../../model/index.js';
import type { TextLine } from './lines.js';
import { hasPipe, isLonePipe } from './separated.js';

/** Pipes alone on their lines separate the cells between them. Returns the end of such a run, exclusive. */
export function lonePipeRegion(lines: readonly TextLine[], start: number): number {
  let end = start;
  let pipes = 0;
  let texts = 0;
  let lastPipe = start;
  for (; end < lines.length; end += 1) {
    const text = lines[end]?.text ?? '';
    if (isLonePipe(text)) {
      pipes += 1;
      lastPipe = end;
    } else if (hasPipe(text)) break;
    else if (text.trim() !== '') {
      texts += 1;
      if (end - lastPipe > 6) break;
    }
  }
  return pipes >= 8 && pipes * 3 >= texts ? lastPipe + 1 : start;
}

export function readLonePipes(lines: readonly TextLine[]): Table {
  const rows: TableCell[][] = [];
  let cell: TableCell | null = null;
  let gap = false;
  const begin = (line: TextLine): TableCell => ({
    text: '',
    at: { line: line.number, column: 1 },
    column: 0,
    columnSpan: 1,
    rowSpan: 1,
  });
  for (const line of lines) {
    if (isLonePipe(line.text)) {
      rows.push([cell ?? begin(line)]);
      cell = null;
      continue;
    }
    const text = line.text.trim();
    if (text === '') {
      gap = true;
      continue;
    }
    // A blank line inside ends the last cell of a table: what follows is a heading or prose.
    if (gap && cell !== null && cell.text !== '') {
      rows.push([cell]);
      cell = null;
    }
    cell ??= begin(line);
    cell.text = cell.text === '' ? text : `${cell.text}\n${text}`;
    gap = false;
  }
  if (cell !== null) rows.push([cell]);
  return { kind: 'table', rows, at: { line: lines[0]?.number ?? 1 }, grid: false };
}

const isFramedCell = (text: string | undefined): boolean =>
  text !== undefined && !isLonePipe(text) && /^\s*(?:[|｜][^|｜]+|[^|｜]+[|｜])\s*$/.test(text);

/** Cells stand on a line each, and a pipe alone stands between a row and the label of the next: it is no cell that was left empty. */
export const endPipesRows = (lines: readonly TextLine[]): boolean =>
  lines.some(
    ({ text }, i) =>
      isLonePipe(text) &&
      isFramedCell(lines[i - 1]?.text) &&
      isFramedCell(lines[i + 1]?.text) &&
      /\d/.test(lines[i - 1]?.text ?? '') &&
      /\p{Script=Han}{2}/u.test(lines[i + 1]?.text ?? ''),
  );

/** Pipes alone that end rows, before a label or at the end; one before a figure is an empty cell beside it. */
export const withoutRowEnds = (lines: readonly TextLine[]): TextLine[] =>
  lines.filter(({ text }, i) => {
    if (!isLonePipe(text)) return true;
    const next = lines.slice(i + 1).find((each) => !isLonePipe(each.text))?.text ?? '';
    return /^[\s|｜]*\d[\d.,]*[\s|｜]*$/.test(next);
  });
