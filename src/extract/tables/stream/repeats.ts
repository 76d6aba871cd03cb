import type { At } from '../../../model/index.js';
import { isValue } from '../value.js';

/** A cell or paragraph with its words, by their places in the document. */
interface Cell {
  raw: string;
  at: At;
  rowLength: number;
  firstWord: number;
  /** Exclusive. */
  lastWord: number;
}

/** Cells of so few characters are labels and values, of which a report has many that are equal, most of them zeros. */
const longestShort = 30;
const fewestShort = 20;
/** Lone values that a report has at least; after the dropping a few. */
const fewestLoneValues = 8;
/** Figures beside others: a text with so many has its rows on lines, none of which is like another because each has its label. */
const mostBesideOthers = 30;

/** Whether a text lost the lines that were equal to others, as programs drop them that take them for duplicates. */
export function dropsRepeats(cells: readonly Cell[], words: readonly { text: string }[]): boolean {
  const short = cells.filter((each) => each.lastWord > each.firstWord && each.raw.length <= longestShort);
  const texts = short.map(({ firstWord, lastWord }) =>
    lastWord === firstWord + 1
      ? (words[firstWord]?.text ?? '')
      : words
          .slice(firstWord, lastWord)
          .map((word) => word.text)
          .join(''),
  );
  const lone = texts.filter((text, index) => short[index]?.rowLength === 1 && /^\d{1,9}$/.test(text));
  // Lines that differ in white space alone are not dropped.
  const areDistinct = (lines: readonly string[]) => new Set(lines).size * 20 >= lines.length * 19;
  return (
    (lone.length >= fewestLoneValues && areDistinct(lone)) ||
    (texts.length >= fewestShort &&
      areDistinct(texts) &&
      texts.some(isValue) &&
      besideOthers(cells, words) < mostBesideOthers)
  );
}

/** Figures that stand on a line with others, as far as they matter here; a row of a table may take a line for each of its cells. */
function besideOthers(cells: readonly Cell[], words: readonly { text: string }[]): number {
  let count = 0;
  let above: number | undefined;
  for (const { firstWord, lastWord, rowLength, at } of cells) {
    const own = words.slice(firstWord, lastWord).filter(({ text }) => /^\d{1,9}$/.test(text)).length;
    const isBeside = rowLength > 1 && (at.line === undefined || at.line === above);
    if (own > 1 || (own > 0 && isBeside)) count += own;
    if (count >= mostBesideOthers) break;
    above = at.line;
  }
  return count;
}
