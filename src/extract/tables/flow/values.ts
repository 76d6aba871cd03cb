import type { At } from '../../../model/index.js';
import type { PlacedLine, PlacedWord } from '../rows/placed-lines.js';
import { han } from '../slots/slots.js';
import { listOf, type FigureIndex, type List } from './indexes.js';

/** A figure of a text made from a page, in the order in which the text gives it. */
export interface FlowValue {
  text: string;
  at: At;
  /** Index of its line. */
  line: number;
  /** Words, an empty line or the end of a page stand between it and the figure before. */
  apart: boolean;
  /** Label characters between it and the figure before. */
  before: string;
  /** Part of the label of a row stands between it and the figure before: they are not of one row. */
  labelled: boolean;
  /** Label characters stand between it and the figure before on its own line. */
  beside: boolean;
}

/** Figures in the order of the text. */
export type Figures = List<FigureIndex, FlowValue>;

/** What is known of the labels of the rows of a table. */
export interface RowLabels {
  /** Tells text that can only come from the label of a row. */
  isRowLabel: (key: string) => boolean;
  /** Whether it is the label of a row, whole. */
  isLabel: (key: string) => boolean;
  /** The number before a label that begins so; `null` when none does. */
  ordinalOf: (key: string) => string | null;
  /** The key of a word, for the label of a row without the note behind it. */
  withoutNote: (text: string, key: string) => string;
}

/** An ordinal on its own, torn off the label that it numbers, or a numeral of a label that is spaced out. */
const ofLabel = /^(?:\d{1,2}[.．、]|[〇零一二三四五六七八九十百千万两]+)$/;

/** The day or month of a date in a note that is broken at the end of a line; the label beside it may stand on a line between. */
const isInDate = (words: readonly PlacedWord[], index: number, below: readonly PlacedLine[]): boolean =>
  index === words.length - 1 &&
  /[年月至]$/.test(words[index - 1]?.key ?? '') &&
  below.some(
    (next, i) =>
      (i === 0 || below[0]?.words.length === 1) && next.words.some(({ key }) => /^[月日]/.test(key)),
  );

/** A year or another part of a date, with its word behind it or, for a year, on the next line: that of a running head, say. */
const isOfDate = (words: readonly PlacedWord[], index: number, next: PlacedLine | undefined): boolean =>
  /^[年月日]/.test(words[index + 1]?.key ?? '') ||
  (index === words.length - 1 &&
    /^20\d{2}$/.test(words[index]?.text ?? '') &&
    /^年/.test(next?.words[0]?.key ?? ''));

/** A number inside a note: words stand on both sides of it on its line, of which the one before is no whole label. */
const isInWords = (words: readonly PlacedWord[], index: number, isLabel: RowLabels['isLabel']): boolean =>
  !isLabel(words[index - 1]?.key ?? '') &&
  [words[index - 1], words[index + 1]].every(
    (each) => each !== undefined && !each.value && han.test(each.key),
  );

/** The label of an item without the number before it, which stands on a line near by. */
const unnumbered = /^[.．、]\p{Script=Han}/u;

/** The numbers that belong to such labels: those that stand before or near by, and the other ones that labels lack, in the order of the labels. */
function tornNumbers(
  lines: readonly PlacedLine[],
  ordinalOf: RowLabels['ordinalOf'],
): { near: Set<PlacedWord>; lost: string[] } {
  const near = new Set<PlacedWord>();
  const lost: string[] = [];
  lines.forEach(({ words }, i) => {
    const label = words.find(({ text }) => unnumbered.test(text));
    const ordinal = label === undefined ? null : ordinalOf(label.key);
    if (label === undefined || ordinal === null) return;
    const own = words[words.indexOf(label) - 1];
    if (own?.text === ordinal) {
      near.add(own);
      return;
    }
    const beside = [lines[i + 1]?.words[0], lines[i - 1]?.words.at(-1)];
    const [number, other] = beside.filter((each) => each?.text === ordinal);
    if (number !== undefined && other === undefined) near.add(number);
    else lost.push(ordinal);
  });
  return { near, lost };
}

/** More digits than a figure has are those of several that ran together. */
const run = /^\d{10,40}$/;

/** 无 in a text whose cells do not say so for nothing belongs to a label that is broken (无法提供). */
const none = '无';
const fewestNone = 3;

/** The figures among lines from pages, in reading order, with what stands behind the last, and the numbers that labels lack. */
export function valuesOf(
  lines: readonly PlacedLine[],
  { isRowLabel, isLabel, ordinalOf, withoutNote }: RowLabels,
): { values: Figures; behind: string; ordinals: string[] } {
  const values: FlowValue[] = [];
  const saysNone =
    lines.flatMap(({ words }) => words.filter(({ text }) => text === none)).length >= fewestNone;
  const torn = tornNumbers(lines, ordinalOf);
  let before = '';
  let apart = true;
  let above: number | undefined;
  let labelLine = -1;
  lines.forEach(({ words }, line) => {
    const number = words[0]?.at.line;
    if (number !== undefined && above !== undefined && number - above > 1) apart = true;
    above = number ?? above;
    for (const [index, word] of words.entries()) {
      const { value, key, text, at } = word;
      if (
        !(value || run.test(text)) ||
        torn.near.has(word) ||
        isInDate(words, index, lines.slice(line + 1, line + 3)) ||
        isOfDate(words, index, lines[line + 1]) ||
        ofLabel.test(text) ||
        isInWords(words, index, isLabel) ||
        (text === none && !saysNone)
      ) {
        before += withoutNote(text, key);
        apart = true;
        labelLine = line;
        continue;
      }
      const labelled = before !== '' && isRowLabel(before);
      values.push({ text, at, line, apart, before, labelled, beside: before !== '' && labelLine === line });
      before = '';
      apart = false;
    }
  });
  return { values: listOf(values), behind: before, ordinals: torn.lost };
}
