import type { Mark } from '../marks.js';
import { misspelt } from './misspelt.js';
import { cellOfWord, keyStart, wordAt } from '../stream/lookup.js';
import type { Stream, StreamCell } from '../stream/stream.js';
import {
  itemAt,
  beginning,
  further,
  type KeyPosition,
  type WordPosition,
  type CellPosition,
} from '../positions.js';

/** A place where the text of a label stands. */
export interface Occurrence {
  mark: Mark;
  /** In the key of the stream; `start` is that of the ordinal when one precedes. */
  start: KeyPosition;
  end: KeyPosition;
  /** Share of the label's characters that match. */
  fit: number;
  /** How surely it is the label of a table and not a word of the prose. */
  weight: number;
  /** The label and nothing else makes up its words. */
  whole: boolean;
  word: WordPosition;
  cell: CellPosition;
}

/** Characters of a label that prove it, so that a label cut in two is still found. */
const stemLength = 6;
const longestCellOfTable = 120;
/** Weight of a label behind another ordinal than its own: misnumbered, or the label of another row. */
const otherOrdinal = 0.5;
/** Occurrences of one label looked at, and those kept, so that a hostile text costs no more than a long report. */
const mostSeen = 2000;
const mostKept = 60;

/** Follows a label from its stem as far as the text agrees, forgiving single characters missing or added. */
function extent(
  key: string,
  from: KeyPosition,
  text: string,
  matched: number,
): { end: KeyPosition; matched: number } {
  let at = from;
  let i = matched;
  let good = matched;
  let slips = 0;
  while (i < text.length && slips <= 2) {
    if (key.charAt(at) === text.charAt(i)) {
      at = further(at);
      i += 1;
      good += 1;
      continue;
    }
    slips += 1;
    if (key.charAt(at) === text.charAt(i + 1)) i += 1;
    else if (key.charAt(at + 1) === text.charAt(i)) at = further(at);
    else if (key.charAt(at + 1) === text.charAt(i + 1)) {
      at = further(at);
      i += 1;
    } else break;
  }
  return { end: at, matched: good };
}

const hasSentence = /[。;,]/;

function weightOf(
  stream: Stream,
  mark: Mark,
  cell: StreamCell,
  atCellStart: boolean,
  atWordStart: boolean,
  ordinal: boolean,
  fit: number,
  wholeWord: boolean,
): number {
  const prose = cell.paragraph && cell.raw.length > longestCellOfTable;
  const place =
    atCellStart && !prose
      ? 3
      : atCellStart || (atWordStart && !prose)
        ? 2
        : atWordStart
          ? 1.2
          : ordinal
            ? 1.2
            : (mark.texts[0]?.length ?? 0) >= 6
              ? 0.8
              : 0.3;
  const inSentence =
    cell.paragraph && !prose && hasSentence.test(cell.raw) && !wholeWord && !atCellStart ? 0.4 : 1;
  return place * fit * inSentence;
}

/** What was found in a stream, by the id of a mark and by the mark itself. */
interface Searched {
  byId: Map<string, readonly Occurrence[]>;
  byMark: Map<Mark, readonly Occurrence[]>;
}

const searched = new WeakMap<Stream, Searched>();

function occurrencesOf(stream: Stream, mark: Mark): readonly Occurrence[] {
  let known = searched.get(stream);
  if (known === undefined) {
    known = { byId: new Map(), byMark: new Map() };
    searched.set(stream, known);
  }
  let own = known.byMark.get(mark);
  if (own === undefined) {
    const same = known.byId.get(mark.id);
    own = same?.map((each) => ofMark(each, mark)) ?? search(stream, mark);
    if (same === undefined) known.byId.set(mark.id, own);
    known.byMark.set(mark, own);
  }
  return own;
}

/** Every occurrence of a label between two positions of the key, in order. */
export function findMark(
  stream: Stream,
  mark: Mark,
  from: KeyPosition = beginning,
  to = stream.key.length as KeyPosition,
): readonly Occurrence[] {
  const all = occurrencesOf(stream, mark);
  return from <= 0 && to >= stream.key.length
    ? all
    : all.filter((each) => each.start >= from && each.start < to);
}

function ofMark({ start, end, fit, weight, whole, word, cell }: Occurrence, mark: Mark): Occurrence {
  return { mark, start, end, fit, weight, whole, word, cell };
}

/** -1 where it does not stand. */
const placeOf = (key: string, text: string, from = 0) => key.indexOf(text, from) as KeyPosition;

function search(stream: Stream, mark: Mark): Occurrence[] {
  const { key } = stream;
  const found = new Map<number, Occurrence>();
  const note = (
    at: KeyPosition,
    reach: { end: KeyPosition; matched: number },
    text: string,
    alone: boolean,
  ) => {
    const fit = reach.matched / text.length;
    const word = wordAt(stream, at);
    const wordStart = keyStart(stream, word);
    const wordText = itemAt(stream.words, word)?.key ?? '';
    let start = at;
    let ordinal = false;
    if (mark.ordinal !== '' && key.slice(at - mark.ordinal.length, at) === mark.ordinal) {
      const ordinalWord = wordAt(stream, further(at, -mark.ordinal.length));
      const marked = stream.words.slice(ordinalWord, word).some((each) => /[.、,()]/.test(each.text));
      if (ordinalWord === word || marked) {
        start = further(at, -mark.ordinal.length);
        ordinal = true;
      }
    }
    const cellIndex = cellOfWord(stream, word);
    const cell = itemAt(stream.cells, cellIndex);
    if (cell === undefined) return;
    const cellStart = keyStart(stream, cell.firstWord);
    const before = key.slice(cellStart, at);
    const numbered = /^[0-9一二三四五六七八九十]{1,2}$/.test(before);
    const atCellStart = start <= cellStart || numbered;
    const atWordStart = start <= wordStart || at === wordStart;
    const whole = at === wordStart && reach.end === wordStart + wordText.length;
    if (alone && !(whole && atCellStart)) return;
    const other = numbered && !ordinal && mark.ordinal !== '' ? otherOrdinal : 1;
    const weight = other * weightOf(stream, mark, cell, atCellStart, atWordStart, ordinal, fit, whole);
    found.set(at, { mark, start, end: reach.end, fit, weight, whole, word, cell: cellIndex });
  };
  for (const text of mark.texts) {
    const stem = text.slice(0, Math.max(Math.min(text.length, stemLength), 1));
    for (let at = placeOf(key, stem); at !== -1 && found.size < mostSeen; at = placeOf(key, stem, at + 1)) {
      const reach = extent(key, further(at, stem.length), text, stem.length);
      const inside =
        text !== mark.texts[0] &&
        [...found.values()].some((each) => each.start <= at && each.end >= reach.end);
      if (!inside) note(at, reach, text, false);
    }
  }
  if (found.size === 0 && mark.role === 'row')
    for (const text of mark.texts)
      for (const at of misspelt(key, text))
        note(at, { end: further(at, text.length), matched: text.length - 1 }, text, true);
  const kept = [...found.values()];
  if (kept.length > mostKept) kept.sort((a, b) => b.weight - a.weight || a.start - b.start).splice(mostKept);
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
