import type { Table, TableCell } from '../../../model/index.js';
import type { TextLine } from './lines.js';
import { layOut, sliceColumns, type Laid } from './width.js';

const ruler = /^\s*-{2,}(?: +-{2,})+\s*$/;
/** The frame of a table whose header has a ruler of its own. */
const frame = /^\s*-{20,}\s*$/;
const longest = 400;
const highestHeader = 12;

const sameLine = (line: TextLine | undefined, text: string) => line?.text.trimEnd() === text.trimEnd();

/** A table between rulers of dashes, as document converters write it. Returns the end, exclusive; `start` when there is none. */
export function ruledRegion(lines: readonly TextLine[], start: number): number {
  const first = lines[start]?.text ?? '';
  const framed =
    frame.test(first) && lines.slice(start + 1, start + highestHeader).some((line) => ruler.test(line.text));
  if (!framed && !ruler.test(first)) return start;
  for (let i = start + 1; i < Math.min(lines.length, start + longest); i += 1)
    if (sameLine(lines[i], first)) return i + 1;
  return start;
}

/** A figure runs over the end of its column: what stands on the line was moved along it, and is not known to belong where it stands. */
function isMoved({ text, indexAt }: Laid, starts: readonly number[]): boolean {
  const at = (column: number) => text.charAt(indexAt[column] ?? -1);
  return starts.some((from) => from > 0 && /\d{2}/.test(at(from - 1) + at(from)));
}

/** The dashes of the ruler give the columns; a blank line ends a row if there is any, else each line is a row. */
export function readRuled(lines: readonly TextLine[]): Table {
  const first = lines.find((line) => ruler.test(line.text))?.text ?? '';
  const starts: number[] = [];
  for (const match of first.matchAll(/-+/g)) starts.push(match.index);
  starts[0] = 0;
  const body = lines.slice(1, -1);
  const spaced = body.some((line) => line.text.trim() === '');
  const rows: TableCell[][] = [];
  let open = false;
  for (const line of body) {
    if (line.text.trim() === '' || ruler.test(line.text)) {
      open = false;
      continue;
    }
    const laid = layOut(line.text, 1);
    const moved = isMoved(laid, starts);
    const cells = starts.map((from, column): TableCell => {
      const piece = sliceColumns(laid, from, starts[column + 1] ?? Number.POSITIVE_INFINITY);
      const indent = piece.text.length - piece.text.trimStart().length;
      return {
        text: piece.text.trim(),
        at: { line: line.number, column: piece.index + indent + 1 },
        column,
        columnSpan: 1,
        rowSpan: 1,
        ...(moved ? { confidence: 0 } : {}),
      };
    });
    const previous = rows.at(-1);
    if (!spaced || !open || previous === undefined) rows.push(cells);
    else {
      cells.forEach((cell, column) => {
        const above = previous[column];
        if (above === undefined || cell.text === '') return;
        if (above.text === '') previous[column] = cell;
        else above.text += `\n${cell.text}`;
      });
    }
    open = true;
  }
  return { kind: 'table', rows, at: { line: lines[0]?.number ?? 1 }, grid: true };
}
