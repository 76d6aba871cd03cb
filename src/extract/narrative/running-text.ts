import type { At } from '../../model/location.js';
import type { Passage } from '../../model/report.js';

/** Prose without line breaks and spaces, with the way back to the source. */
export interface Paragraph {
  text: string;
  /** A heading, or a line set off like one. */
  heading: boolean;
  /** For each character of `text` the passage that it comes from, and its index there. */
  passages: readonly number[];
  indices: readonly number[];
}

const folded = new Map([...'，；：（）！？％．～'].map((char, index) => [char, ',;:()!?%.~'[index] ?? char]));
const space = /\s/;
const ends = new Set('。!?');
const goesOn = new Set(',、;:(“《');
const enumerator =
  /^(?:[一二三四五六七八九十]{1,3}[、.是]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳]|第[一二三四五六七八九十][,、部])/;
const numeralEnd = /[\d零〇一二三四五六七八九十百千万两]$/;

interface Line {
  text: string;
  passage: number;
  indices: number[];
  heading: boolean;
}

function lineOf(passage: Passage, number: number): Line {
  let text = '';
  const indices: number[] = [];
  for (let index = 0; index < passage.text.length; index += 1) {
    const char = passage.text[index] ?? '';
    if (space.test(char)) continue;
    text += folded.get(char) ?? char;
    indices.push(index);
  }
  return { text, passage: number, indices, heading: passage.heading !== undefined };
}

/** A numbered line without punctuation that does not fill its line is a heading. */
const isHeading = (line: Line, width: number): boolean =>
  line.heading ||
  (enumerator.test(line.text) &&
    line.text.length <= 40 &&
    !/[,。;!?]/.test(line.text) &&
    (line.text.length < width - 2 || width <= 28));

/** Whether the next line is the rest of the same paragraph: the source broke a sentence at the end of a line or page. */
function continues(line: Line, next: Line, width: number): boolean {
  if (isHeading(line, width) || next.heading) return false;
  const last = line.text.at(-1) ?? '';
  if (ends.has(last))
    return line.text.length >= width * 0.8 && !enumerator.test(next.text) && line.text.length < 80;
  if (goesOn.has(last)) return true;
  if (enumerator.test(next.text)) return false;
  if (numeralEnd.test(line.text)) return true;
  return line.text.length >= width * 0.8 || line.text.length > 40;
}

/** Joins the lines of a section into paragraphs. */
export function runningText(passages: readonly Passage[]): Paragraph[] {
  const lines = passages.map(lineOf).filter((line) => line.text !== '');
  const width = lines.reduce((longest, line) => Math.max(longest, line.text.length), 0);
  const paragraphs: { lines: Line[]; heading: boolean }[] = [];
  let previous: Line | null = null;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (previous !== null && last !== undefined && continues(previous, line, width)) {
      last.lines.push(line);
    } else {
      paragraphs.push({ lines: [line], heading: line.heading });
    }
    previous = line;
  }
  return paragraphs.map(({ lines: own, heading }) => {
    const text = own.map((line) => line.text).join('');
    const bare = text.length <= 40 && !/[。;!?]/.test(text);
    const passages = own.flatMap((line) => line.indices.map(() => line.passage));
    const indices = own.flatMap((line) => line.indices);
    return {
      text,
      passages,
      indices,
      heading: heading || (bare && (enumerator.test(text) || !/[\d,:]/.test(text))),
    };
  });
}

/** Finds the source of a stretch of a paragraph. */
export type Place = (start: number, end: number) => { quote: string; at: At };

/** The source of `text[start, end)` as it stands there, and where it begins. */
export function sourceOf(
  paragraph: Paragraph,
  passages: readonly Passage[],
  start: number,
  end: number,
): { quote: string; at: At } {
  const at = (index: number) => ({
    passage: paragraph.passages[index] ?? 0,
    index: paragraph.indices[index] ?? 0,
  });
  const first = at(start);
  const last = at(end - 1);
  const slices: string[] = [];
  for (let number = first.passage; number <= last.passage; number += 1) {
    const passage = passages[number];
    if (passage === undefined) continue;
    const from = number === first.passage ? passage.offsets[first.index] : 0;
    const to = number === last.passage ? passage.offsets[last.index + 1] : passage.source.length;
    const slice = passage.source.slice(from ?? 0, to ?? passage.source.length);
    if (slice.trim() !== '') slices.push(slice);
  }
  const passage = passages[first.passage];
  return { quote: slices.join('\n'), at: placeIn(passage, passage?.offsets[first.index] ?? 0) };
}

function placeIn(passage: Passage | undefined, offset: number): At {
  if (passage === undefined) return {};
  if (passage.at.line === undefined) return passage.at;
  const before = passage.source.slice(0, offset);
  const breaks = before.split('\n').length - 1;
  const column =
    breaks === 0 ? (passage.at.column ?? 1) + before.length : before.length - before.lastIndexOf('\n');
  return { ...passage.at, line: passage.at.line + breaks, column };
}
