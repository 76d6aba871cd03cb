import type { At } from '../../../model/report/location.js';
import { opensItem } from '../../../model/report/item.js';
import type { Passage } from '../../../model/report/report.js';
import { displayWidth } from '../../read/text/width.js';
import { placeOf } from './place-of.js';

/** Prose without line breaks and spaces, with the way back to the source. */
export interface Paragraph {
  text: string;
  /** A heading, or a line set off like one. */
  heading: boolean;
  /** The lines that it was joined from, each with its place in `text`. */
  lines: readonly PlacedLine[];
}

interface PlacedLine {
  start: number;
  passage: number;
  /** For each character its index in the passage. */
  indices: readonly number[];
}

const folded = new Map(
  [...'，；：（）！？％．～'].map((char, index) => [char.charCodeAt(0), ',;:()!?%.~'[index] ?? char]),
);
const space = /\s/;
/** Blanks come before these characters, and what is folded after them. */
const [lastBlank, firstFolded] = [0x3000, 0xff01];
const byteOrderMark = 0xfeff;
const ends = new Set('。!?');
/** How a line ends that is complete in itself. */
const stops = /[。!?;:,、]$/;
const goesOn = new Set(',、;:(“《');
/** No paragraph begins so: the line goes on from the one above. */
const goesOnFromAbove = /^[,、;。)]/;
/** Shorter lines may be those of an address or a signature. */
const shortestProse = 20;
const numeralEnd = /[\d零〇一二三四五六七八九十百千万两]$/;

interface Line {
  text: string;
  /** Comes from plain text, whose lines may end anywhere. */
  isText: boolean;
  passage: number;
  indices: number[];
  heading: boolean;
  /** Display columns that the line takes in the source. */
  columns: number;
}

function lineOf(passage: Passage, number: number): Line {
  let text = '';
  const indices: number[] = [];
  let from = 0;
  const take = (to: number, folding = '') => {
    text += passage.text.slice(from, to) + folding;
    from = to + 1;
  };
  for (let index = 0; index < passage.text.length; index += 1) {
    const code = passage.text.charCodeAt(index);
    if ((code <= lastBlank || code === byteOrderMark) && space.test(passage.text.charAt(index))) {
      take(index);
      continue;
    }
    const folding = code < firstFolded ? undefined : folded.get(code);
    if (folding !== undefined) take(index, folding);
    indices.push(index);
  }
  take(passage.text.length);
  const columns = displayWidth(passage.source);
  const isText = passage.at.line !== undefined;
  return { text, isText, passage: number, indices, heading: passage.heading !== undefined, columns };
}

/** A numbered line without punctuation that does not fill its line is a heading. */
const isHeading = (line: Line, width: number): boolean =>
  line.heading ||
  (opensItem.test(line.text) &&
    line.text.length <= 40 &&
    !/[,。;!?]/.test(line.text) &&
    (line.text.length < width - 2 || width <= 28));

/** Prose that has begun a clause and not closed it. */
const isUnfinished = (text: string): boolean =>
  text.length > shortestProse && /[,。;]/.test(text) && !stops.test(text);

/** The line ends inside a bracket that it opens. */
const isInBrackets = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');

/** How long lines are: the longest in characters, and in display columns. */
interface Measure {
  width: number;
  columns: number;
}

/** The line takes up about as much room as there is, or has as many characters as the longest. */
const isFull = (line: Line, { width, columns }: Measure): boolean =>
  line.columns >= columns * 0.8 || line.text.length >= width;

/** Whether the next line is the rest of the same paragraph: the source broke a sentence at the end of a line or page. */
function continues(line: Line, next: Line, measure: Measure, wrapped: boolean): boolean {
  if (isHeading(line, measure.width) || next.heading) return false;
  const last = line.text.at(-1) ?? '';
  if (ends.has(last)) return wrapped && isFull(line, measure) && !opensItem.test(next.text);
  if (goesOn.has(last) || isInBrackets(line.text) || goesOnFromAbove.test(next.text)) return true;
  if (line.isText && goesOnFromAbove.test(line.text)) return true;
  if (opensItem.test(next.text)) return false;
  if (numeralEnd.test(line.text)) return true;
  if (line.isText && isUnfinished(line.text)) return true;
  return isFull(line, measure) || line.text.length > 40;
}

/** Joins the lines of a section into paragraphs. */
export function runningText(passages: readonly Passage[]): Paragraph[] {
  const lines = passages.map(lineOf).filter((line) => line.text !== '');
  const measure = lines.reduce<Measure>(
    ({ width, columns }, line) => ({
      width: Math.max(width, line.text.length),
      columns: Math.max(columns, line.columns),
    }),
    { width: 0, columns: 0 },
  );
  // Lines that end in the middle of a sentence show that the source breaks paragraphs into lines.
  const wrapped =
    measure.width < 80 &&
    lines.some((line) => !stops.test(line.text) && isFull(line, measure) && !isHeading(line, measure.width));
  const paragraphs: { lines: Line[]; heading: boolean }[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (previous !== null && last !== undefined && continues(previous, line, measure, wrapped)) {
      last.lines.push(line);
    } else {
      paragraphs.push({ lines: [line], heading: line.heading });
    }
    previous = line;
  }
  return paragraphs.map(({ lines: own, heading }) => {
    const text = own.map((line) => line.text).join('');
    const bare = text.length <= 40 && !/[。;!?]/.test(text);
    let start = 0;
    const placed = own.map(({ passage, indices }): PlacedLine => {
      const line = { start, passage, indices };
      start += indices.length;
      return line;
    });
    return {
      text,
      lines: placed,
      heading: heading || (bare && (opensItem.test(text) || !/[\d,:]/.test(text))),
    };
  });
}

/** Finds the source of a stretch of a paragraph. */
export type Place = (start: number, end: number) => { quote: string; at: At };

/** Positions of the line breaks in a source. */
function breaksOf(source: string): number[] {
  const breaks: number[] = [];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) breaks.push(at);
  return breaks;
}

function placeIn(passage: Passage, breaks: readonly number[], offset: number): At {
  const { at } = passage;
  if (at.line === undefined) return at;
  const before = placeOf(breaks, offset, (each) => each);
  const last = breaks[before - 1];
  const column = last === undefined ? (at.column ?? 1) + offset : offset - last;
  return { ...at, line: at.line + before, column };
}

/** The passage that a character of a paragraph comes from, and its index there. */
function sourceOf({ lines }: Paragraph, position: number): { passage: number; index: number } {
  const line = lines[placeOf(lines, position + 1, (each) => each.start) - 1];
  return { passage: line?.passage ?? 0, index: line?.indices[position - line.start] ?? 0 };
}

/** Finds the sources of the paragraphs of a section: the slice as it stands there, and where it begins. */
export function placesIn(passages: readonly Passage[]): (paragraph: Paragraph) => Place {
  const breaks = passages.map((passage) => breaksOf(passage.source));
  return (paragraph) => (start, end) => {
    const first = sourceOf(paragraph, start);
    const last = sourceOf(paragraph, end - 1);
    const passage = passages[first.passage];
    const at =
      passage === undefined
        ? {}
        : placeIn(passage, breaks[first.passage] ?? [], passage.offsets[first.index] ?? 0);
    if (passage !== undefined && first.passage === last.passage)
      return {
        quote: passage.source.slice(passage.offsets[first.index], passage.offsets[last.index + 1]),
        at,
      };
    const slices: string[] = [];
    for (let number = first.passage; number <= last.passage; number += 1) {
      const each = passages[number];
      if (each === undefined) continue;
      const from = number === first.passage ? each.offsets[first.index] : 0;
      const to = number === last.passage ? each.offsets[last.index + 1] : each.source.length;
      const slice = each.source.slice(from ?? 0, to ?? each.source.length);
      if (slice.trim() !== '') slices.push(slice);
    }
    return { quote: slices.join('\n'), at };
  };
}
