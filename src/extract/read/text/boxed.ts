import type { Table, TableCell } from '../../../model/index.js';
import type { TextLine } from './lines.js';
import { ambiguous, layOut, sliceColumns, type Laid } from './width.js';

const vertical = new Set('│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋┝┥┠┨┰┸╂');
const horizontal = new Set('─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋┝┥┠┨┰┸╂');

const asciiRule = /^\s*\+[-=+:]{3,}\+?\s*$/;
const boxCharacter = /[\u2500-\u257f]/;

/** A table drawn with lines (w3m, lynx with borders) or as a grid of `+---+`. Returns the end of the region, exclusive; `start` when none. */
export function boxedRegion(lines: readonly TextLine[], start: number): number {
  const first = lines[start]?.text ?? '';
  const ascii = asciiRule.test(first);
  if (!ascii && !/[┌╔┏├╠┣]/.test(first)) return start;
  const belongs = (text: string) => (ascii ? /^\s*[+|]/.test(text) : boxCharacter.test(text));
  let end = start;
  while (end < lines.length && belongs(lines[end]?.text ?? '')) end += 1;
  return end - start >= 3 ? end : start;
}

/** A grid of `+---+` in the characters of a drawn one. */
function drawAscii(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line
      .replaceAll(/\+[-=:]+(?=\+)/g, (run) => '┼' + '─'.repeat(run.length - 1))
      .replaceAll('+', '┼')
      .replaceAll('|', '│'),
  );
}

/** Curly quotes take one or two columns: the width that lines the bars up with the frame is the right one. */
function layOutLines(lines: readonly string[]): Laid[] {
  if (!lines.some((line) => ambiguous.test(line))) return lines.map((line) => layOut(line, 1));
  const frames = [1, 2].map((width) => lines.map((line) => layOut(line, width as 1 | 2)));
  const misfits = frames.map((laid) => {
    const widths = laid.map((line) => line.indexAt.length);
    const common = Math.max(...widths);
    return widths.filter((each) => each !== common).length;
  });
  return (misfits[0] ?? 0) <= (misfits[1] ?? 0) ? (frames[0] ?? []) : (frames[1] ?? []);
}

/** Bars one above the other, at least, that make the edge of a column. */
const fewestBars = 2;

/** Reads a drawn table as a grid: cells that no line separates are one cell with spans. */
export function readBoxed(lines: readonly TextLine[]): Table {
  const source = lines.map((line) => line.text);
  const drawn = asciiRule.test(source[0] ?? '') ? drawAscii(source) : source;
  const laid = layOutLines(drawn);
  const charAt = (y: number, x: number) => {
    const line = laid[y];
    return line === undefined ? ' ' : line.text.charAt(line.indexAt[x] ?? -1);
  };
  const barsAt = new Map<number, number>();
  const rules: number[] = [];
  laid.forEach((line, y) => {
    let dashes = 0;
    line.indexAt.forEach((index, x) => {
      const character = line.text.charAt(index);
      if (vertical.has(character)) barsAt.set(x, (barsAt.get(x) ?? 0) + 1);
      if (horizontal.has(character) && !'│┃║'.includes(character)) dashes += 1;
    });
    if (dashes >= 3) rules.push(y);
  });
  const xs = [...barsAt].flatMap(([x, count]) => (count >= fewestBars ? [x] : [])).sort((a, b) => a - b);
  // A line whose bars stand where no others do was moved: what stands in its columns is not known to belong there.
  const moved = laid.map(({ text, indexAt }) =>
    indexAt.some((index, x) => vertical.has(text.charAt(index)) && (barsAt.get(x) ?? 0) < fewestBars),
  );
  const ys = rules;
  const barsOf = ({ text, indexAt }: Laid) =>
    indexAt.filter((index) => vertical.has(text.charAt(index))).length;
  // Between two rules every line has the same bars: one that lost some may have been the rule between two rows.
  const torn = new Set(
    ys.slice(0, -1).flatMap((top, r) => {
      const between = laid.slice(top + 1, ys[r + 1]);
      const whole = between.every((line) => barsOf(line) === barsOf(between[0] ?? line));
      return whole ? [] : between.map((_, i) => top + 1 + i);
    }),
  );
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner: number[] = Array.from({ length: Math.max(0, rows * columns) }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (owner[root] !== undefined && owner[root] !== root) root = owner[root] ?? root;
    return root;
  };
  const join = (a: number, b: number) => {
    const [p, q] = [find(a), find(b)];
    owner[Math.max(p, q)] = Math.min(p, q);
  };
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const [left, right, top, bottom] = [xs[c] ?? 0, xs[c + 1] ?? 0, ys[r] ?? 0, ys[r + 1] ?? 0];
      if (c + 1 < columns && bottom - top > 1 && !vertical.has(charAt(top + 1, right)))
        join(r * columns + c, r * columns + c + 1);
      if (r + 1 < rows && right - left > 1 && !horizontal.has(charAt(bottom, left + 1)))
        join(r * columns + c, (r + 1) * columns + c);
    }
  }
  const members = new Map<number, number[]>();
  for (let i = 0; i < rows * columns; i += 1) members.set(find(i), [...(members.get(find(i)) ?? []), i]);
  const result: TableCell[][] = Array.from({ length: Math.max(0, rows) }, () => []);
  for (const [root, cells] of members) {
    const row = Math.floor(root / columns);
    const column = root % columns;
    const lastRow = Math.max(...cells.map((each) => Math.floor(each / columns)));
    const lastColumn = Math.max(...cells.map((each) => each % columns));
    const texts: string[] = [];
    let unsure = false;
    let at = { line: lines[(ys[row] ?? 0) + 1]?.number ?? 1, column: 1 };
    for (let y = (ys[row] ?? 0) + 1; y < (ys[lastRow + 1] ?? 0); y += 1) {
      const line = laid[y];
      if (line === undefined) continue;
      unsure ||= moved[y] === true || torn.has(y);
      const piece = sliceColumns(line, (xs[column] ?? 0) + 1, xs[lastColumn + 1] ?? 0);
      const text = piece.text.trim();
      if (text === '' || [...text].every((each) => horizontal.has(each) || vertical.has(each))) continue;
      if (texts.length === 0)
        at = {
          line: lines[y]?.number ?? 1,
          column: piece.index + piece.text.length - piece.text.trimStart().length + 1,
        };
      texts.push(text);
    }
    result[row]?.push({
      text: texts.join('\n'),
      at,
      column,
      columnSpan: lastColumn - column + 1,
      rowSpan: lastRow - row + 1,
      ...(unsure ? { confidence: 0 } : {}),
    });
  }
  for (const row of result) row.sort((a, b) => a.column - b.column);
  return { kind: 'table', rows: result, at: { line: lines[0]?.number ?? 1 }, grid: true };
}
