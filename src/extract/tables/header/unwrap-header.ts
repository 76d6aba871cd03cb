import { hull, shared } from '../../interval.js';
import { opensPart } from '../../sections/headings.js';
import type { At, TableCell } from '../../../model/index.js';
import { extentOf, valuesAtEnd, type PlacedLine, type PlacedWord } from '../rows/placed-lines.js';

/** Lines of a header. */
const mostHeaderLines = 14;
/** A longer word above a table is prose, unless so many words stand on its line. */
const longestPiece = 24;
const fewestBeside = 3;

export const cellOf = (text: string, at: At, column: number): TableCell => ({
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

/** Puts a word below the one that it goes on, or by itself. */
function stackUp(stacks: Stack[], word: PlacedWord, line: number): void {
  const above = stacks.find((each) => {
    const last = each.words.at(-1);
    return (
      each.line === line - 1 &&
      last !== undefined &&
      shared(extentOf(last), extentOf(word)) * 2 >= Math.min(last.width, word.width)
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
export function headerRows(
  lines: readonly (PlacedLine | null)[],
  values: readonly PlacedWord[][],
  first: number,
  left: number,
  labels: ReadonlySet<string>,
): { from: number; rows: TableCell[][] } {
  const spans = (values[0] ?? []).map((_, i) => hull(values.flatMap((row) => row[i] ?? []).map(extentOf)));
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
      if (word.value || word.column + word.width / 2 < (edges[0] ?? 0)) continue;
      const at = columnOf(word);
      if (at === null) stackUp(groups, word, line);
      else pieces[at]?.push({ word, line });
    }
  });
  const own = pieces.map((column) => {
    const ends = column.map((_, i) => column.slice(i));
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
    const [opening] = line.words;
    const isHeading =
      line.words.length < fewestBeside && opening !== undefined && opensPart.test(opening.text);
    if (isHeading && opening.column <= left) break;
    if (line.words.length < fewestBeside && line.words.some(({ key }) => key.length > longestPiece)) break;
    from -= 1;
  }
  return from;
}
