import type { BlockMarks, Mark } from '../marks.js';
import { findMark, type Occurrence } from '../rows/occurrences.js';
import { keyStart, wordAt } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { itemAt, further, latest, type KeyPosition, type WordPosition } from '../positions.js';

/** A header whose values do not all stand below it: for every column the word that holds its value. */
export interface HeaderInParts {
  words: Map<Mark, WordPosition>;
  start: KeyPosition;
  end: KeyPosition;
}

/** Words between a label and the next label or value, beyond which they are of another table. */
const mostWordsBetween = 6;

type Token = { label: Occurrence; word: WordPosition } | { label: null; word: WordPosition };

/** Labels of the block and values from a position on, in reading order, until other text begins. */
function tokensFrom(stream: Stream, marks: BlockMarks, from: KeyPosition): Token[] {
  const texts = new Map<string, Mark>();
  for (const mark of [...marks.columnGroups, ...marks.columns]) texts.set(mark.official, mark);
  const labels: Occurrence[] = [];
  const found = [...texts.values()]
    .flatMap((mark) => findMark(stream, mark, from).filter((each) => each.fit >= 0.6))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const each of found)
    if (!labels.some((other) => other.start < each.end && each.start < other.end)) labels.push(each);
  labels.sort((a, b) => a.start - b.start);
  const tokens: Token[] = [];
  let word = wordAt(stream, from);
  let others = 0;
  const needed = marks.columns.length;
  for (let values = 0; word < stream.words.length && values < needed; word = further(word)) {
    const start = keyStart(stream, word);
    const end = keyStart(stream, further(word));
    const here = labels.filter((each) => each.start >= start && each.start < end);
    const inside = labels.some((each) => each.start < start && each.end > start);
    if (here.length > 0) {
      tokens.push(...here.map((label) => ({ label, word })));
      others = 0;
    } else if (itemAt(stream.words, word)?.value === true) {
      tokens.push({ label: null, word });
      values += 1;
      others = 0;
    } else if (!inside && end > start) {
      others += 1;
      if (others > mostWordsBetween) break;
    }
  }
  return tokens;
}

/** Deals the leaf labels of one run to the groups of the run in order; `null` when they do not come out even. */
function columnsOfRun(
  marks: BlockMarks,
  leaves: readonly string[],
  groups: readonly string[],
): Mark[] | null {
  const share = leaves.length / groups.length;
  if (!Number.isInteger(share) || share === 0) return null;
  const columns = leaves.map((leaf, i) =>
    marks.columns.find(
      (each) => each.official === leaf && each.groups.at(-1) === groups[Math.floor(i / share)],
    ),
  );
  return columns.every((each) => each !== undefined) ? columns : null;
}

/**
 * Reads a block without row labels that is not written as one header over one row: each group as a table of its own, each group as a row,
 * or each column as a row. Every column must come out with just one value, else `null`.
 */
export function readInParts(stream: Stream, marks: BlockMarks, from: KeyPosition): HeaderInParts | null {
  const tokens = tokensFrom(stream, marks, from);
  const innermost = new Set(marks.columns.map((each) => each.groups.at(-1)));
  const words = new Map<Mark, WordPosition>();
  let leaves: string[] = [];
  let header: string[] = [];
  let groups: string[] = [];
  let lastGroup: string | undefined;
  let runs = 0;
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.label !== null) {
      const { mark } = token.label;
      if (mark.role === 'column') leaves.push(mark.official);
      else if (innermost.has(mark.official)) groups.push(mark.official);
      i += 1;
      continue;
    }
    let behind = i;
    while (tokens[behind] !== undefined && tokens[behind]?.label === null) behind += 1;
    const values = tokens.slice(i, behind).map((each) => each.word);
    if (leaves.length > 0) header = leaves;
    if (groups.length === 0 && lastGroup !== undefined) groups = [lastGroup];
    const columns = values.length === header.length ? columnsOfRun(marks, header, groups) : null;
    if (columns === null) return null;
    for (const [at, column] of columns.entries()) {
      const value = values[at];
      if (words.has(column) || value === undefined) return null;
      words.set(column, value);
    }
    lastGroup = groups.at(-1);
    leaves = [];
    groups = [];
    runs += 1;
    i = behind;
  }
  if (runs < 2 || words.size !== marks.columns.length) return null;
  return { words, start: from, end: keyStart(stream, further(latest(...words.values()))) };
}
