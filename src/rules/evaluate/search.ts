import type { At, MissingReason, Passage } from '../../model/index.js';
import type { Context } from './context.js';
import type { Quote } from '../value.js';

/** A stretch of prose that can be searched. */
export interface Stretch {
  text: string;
  passages: readonly Passage[];
  /** Where each passage begins in `text`. */
  starts: readonly number[];
}

export interface Hit {
  text: string;
  /** Where it begins in the stretch. */
  start: number;
  groups: Readonly<Record<string, string>>;
  quote: () => Quote;
}

/** Roles or ids of sections, `title`, `headings`, or `agency` for its name; nothing named: all prose. */
export type Places = readonly string[] | undefined;

/** The stretches of the places; `null` when the document has none of them. */
export function stretchesOf(places: Places, context: Context): Stretch[] | null {
  const names = places ?? context.report.sections.map((section) => section.id);
  const found = names.flatMap((name): Stretch[] => {
    if (name === 'title') return context.report.title === null ? [] : [single(context.report.title)];
    if (name === 'agency') return nameOf(context.report.agency.name);
    if (name === 'front') return joined(context.report.front ?? []);
    if (name === 'closing')
      return joined(context.report.sections.at(-1)?.passages.slice(-CLOSING_LINES) ?? []);
    if (name === 'headings') return context.report.sections.flatMap((section) => headingOf(section));
    const section = context.section(name);
    return section === undefined ? [] : [section];
  });
  return found.length === 0 ? null : found;
}

/** Whether text of the places may be lost. */
export function isLost(places: Places, context: Context): boolean {
  const names = places ?? context.report.sections.map((section) => section.id);
  return names.some((name) => {
    const found = context.section(name);
    return found === undefined ? context.textLost : context.lostIn(found.section.id);
  });
}

function single(passage: Passage): Stretch {
  return { text: passage.text, passages: [passage], starts: [0] };
}

/** A request and a signature take no more lines. */
const CLOSING_LINES = 4;

/** Passages on lines of their own, none of them nothing to be found in. */
function joined(passages: readonly Passage[]): Stretch[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of passages) {
    starts.push(length);
    length += text.length + 1;
  }
  return [{ text: passages.map(({ text }) => text).join('\n'), passages, starts }];
}

function nameOf(name: string | null): Stretch[] {
  return name === null ? [] : headingOf({ heading: name, at: null });
}

function headingOf(section: { heading: string | null; at: At | null }): Stretch[] {
  const { heading, at } = section;
  if (heading === null) return [];
  return [single({ ...normalForm(heading), at: at ?? {} })];
}

/** Why nothing can be searched when `stretchesOf` finds none of the places. */
export function lacking(places: Places): MissingReason {
  return places?.every((place) => place === 'agency') === true ? 'no-agency-level' : 'section-missing';
}

/** Text in the form in which passages are searched, with the way back to the source. */
export function normalForm(source: string): Pick<Passage, 'text' | 'source' | 'offsets'> {
  const offsets: number[] = [];
  let text = '';
  let index = 0;
  for (const character of source) {
    const plain = character.normalize('NFKC');
    for (let each = 0; each < plain.length; each++) offsets.push(index);
    text += plain;
    index += character.length;
  }
  offsets.push(source.length);
  return { text, source, offsets };
}

const MOST_HITS = 50;

/** Whether the pattern occurs. The pattern must not be global. */
export function occurs(stretches: readonly Stretch[], pattern: RegExp): boolean {
  return stretches.some((stretch) => pattern.test(stretch.text));
}

/** Matches of the global pattern, at most 50. */
export function search(stretches: readonly Stretch[], pattern: RegExp): Hit[] {
  const hits: Hit[] = [];
  for (const stretch of stretches) {
    // `matchAll` would make a copy of the expression for every stretch.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(stretch.text); match !== null; match = pattern.exec(stretch.text)) {
      const [found, { index: start, groups = {} }] = [match[0], match];
      if (found === '') {
        pattern.lastIndex = start + ((stretch.text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
        continue;
      }
      if (hits.length === MOST_HITS) return hits;
      hits.push({
        text: found,
        start,
        groups,
        quote: () => quoteAt(stretch, start, start + found.length),
      });
    }
  }
  return hits;
}

const BREAKS = '。;!?\n';
const REACH = 40;

/** The sentence around the place, where it begins, and the one behind it; a semicolon or the end of a line ends it, too. */
export function sentenceAround(
  text: string,
  place: number,
): { start: number; sentence: string; next: string } {
  let start = place;
  while (start > 0 && !BREAKS.includes(text[start - 1] ?? '')) start--;
  const end = endOfSentence(text, place);
  return { start, sentence: text.slice(start, end), next: text.slice(end, endOfSentence(text, end + 1)) };
}

function endOfSentence(text: string, from: number): number {
  let end = from;
  while (end < text.length && !BREAKS.includes(text[end] ?? '')) end++;
  return end;
}

const PAUSES = ',、:(《';

/** A quote that does not reach back to the beginning of its sentence begins behind a pause, if there is one. */
function behindPause(text: string, from: number, start: number): number {
  for (let at = from; at < start; at++)
    if (PAUSES.includes(text[at] ?? '')) return text[at] === '《' ? at : at + 1;
  return from;
}

/** One that does not reach the end ends before a pause. */
function beforePause(text: string, end: number, to: number): number {
  for (let at = to - 1; at >= end; at--) if (PAUSES.includes(text[at] ?? '')) return at;
  return to;
}

/** The clause around the match as it stands in the source. */
function quoteAt({ text, passages, starts }: Stretch, start: number, end: number): Quote {
  let index = starts.findLastIndex((each) => each <= start);
  if (index < 0) index = 0;
  const passage = passages[index];
  if (passage === undefined) return { quote: text.slice(start, end), at: null };
  const base = starts[index] ?? 0;
  const limit = base + passage.text.length;
  let from = start;
  while (from > base && start - from < REACH && !BREAKS.includes(text[from - 1] ?? '')) from--;
  let to = Math.min(end, limit);
  while (to < limit && to - end < REACH && !BREAKS.includes(text[to] ?? '')) to++;
  if (start - from === REACH) from = behindPause(text, from, start);
  if (to - end === REACH) to = beforePause(text, end, to);
  const first = passage.offsets[from - base] ?? 0;
  const last = passage.offsets[to - base] ?? passage.source.length;
  return { quote: passage.source.slice(first, last).trim(), at: placeOf(passage, first) };
}

/** Where a character of the passage stands, for formats that count lines and columns. */
function placeOf(passage: Passage, offset: number): At {
  const { line, column } = passage.at;
  if (line === undefined || column === undefined) return passage.at;
  const before = passage.source.slice(0, offset);
  const breaks = before.split('\n').length - 1;
  const place = breaks === 0 ? column + offset : offset - before.lastIndexOf('\n');
  return { ...passage.at, line: line + breaks, column: place };
}
