import { normalised } from '../../text/normalise.js';
import type { Script } from '../../text/script.js';
import {
  beginning,
  further,
  itemAt,
  latest,
  type CellPosition,
  type KeyPosition,
  type WordPosition,
} from '../positions.js';
import type { Stream, StreamCell } from './stream.js';

/** The normalised text of a cell; values on several lines of it stay apart. */
export function textOf(stream: Stream, cell: StreamCell, script: Script): string {
  const count = cell.lastWord - cell.firstWord;
  if (count === 0) return '';
  if (count === 1) return itemAt(stream.words, cell.firstWord)?.text ?? '';
  const words = stream.words.slice(cell.firstWord, cell.lastWord);
  const isSeveral = cell.raw.includes('\n') && words.every((each) => each.value);
  return isSeveral ? words.map((each) => each.text).join(' ') : normalised(cell.raw, script);
}

/** Index of the word that holds the character at `position` of the key. */
export function wordAt(stream: Stream, position: KeyPosition): WordPosition {
  const starts = stream.keyStarts as unknown as readonly KeyPosition[];
  let low: number = beginning;
  let high = stream.words.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low as WordPosition;
}

/** Where a word begins in the key; the start of the key for a word that is not there. */
export const keyStart = (stream: Stream, word: WordPosition): KeyPosition =>
  itemAt(stream.keyStarts, word) ?? beginning;

/** The cell of a word; the first where there is no such word. */
export const cellOfWord = (stream: Stream, word: WordPosition): CellPosition =>
  itemAt(stream.words, word)?.cell ?? beginning;

/** The cell that holds the character at `position` of the key. */
export const cellAt = (stream: Stream, position: KeyPosition): CellPosition =>
  cellOfWord(stream, wordAt(stream, position));

/** The word behind the one that holds the last character before `position` of the key. */
export const wordBehind = (stream: Stream, position: KeyPosition): WordPosition =>
  further(wordAt(stream, latest(beginning, further(position, -1))));

/** The source of the words that a stretch of the key takes. */
export function sourceOf(stream: Stream, from: KeyPosition, to: KeyPosition): string {
  const last = wordAt(stream, latest(from, further(to, -1)));
  const words = stream.words.slice(wordAt(stream, from), further(last));
  return words.map((each) => each.raw).join(' ');
}
