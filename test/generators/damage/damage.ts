import * as fc from 'fast-check';
import { widthOf } from '../print/text/width.js';

export interface Damage {
  kind: 'blanked' | 'garbled' | 'removed' | 'linesLost' | 'cutOff';
  /** Where it begins and how much of the text it takes, in parts of a thousand. */
  at: number;
  length: number;
  garbage: string;
}

export const damages: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('blanked', 'garbled', 'removed', 'linesLost', 'cutOff'),
  at: fc.nat(999),
  length: fc.oneof(fc.nat(4), fc.nat(60)),
  garbage: fc.constantFrom('\ufffd', '□', '?', '＊', '锟斤拷', 'ã€'),
});

const partOfNumber = /[\d０-９.,，．\-－%]/;

/** Moves a boundary forward so that no number is cut in two: half a number is another number, and that one does stand in the text. */
function pastNumber(text: string, at: number): number {
  let place = at;
  while (
    place > 0 &&
    place < text.length &&
    partOfNumber.test(text[place - 1] ?? '') &&
    partOfNumber.test(text[place] ?? '')
  ) {
    place++;
  }
  return place;
}

/**
 * The first part of the text that is all words or all figures. Whoever takes out the end of one row together with the label and the
 * beginning of the next leaves a row that looks whole, and nobody could tell.
 */
function ofOneKind(lost: string): string {
  const first = /[\p{Script=Han}\d０-９]/u.exec(lost)?.[0] ?? '';
  const other = /\p{Script=Han}/u.test(first) ? /[\d０-９]/u : /\p{Script=Han}/u;
  const end = lost.search(other);
  return end < 0 ? lost : lost.slice(0, end);
}

/** Every character but the marks between cells replaced, wide ones and narrow ones apart. */
const replaced = (text: string, wide: string, narrow: string): string =>
  text.replace(/[^\n\t|]/gu, (character) => (widthOf(character) === 2 ? wide : narrow));

/** Loses a part of the text without leaving any number in it that was not there before. */
export function damaged(text: string, { kind, at, length, garbage }: Damage): string {
  const start = pastNumber(text, Math.floor((text.length * at) / 1000));
  const end = pastNumber(text, Math.min(text.length, start + Math.ceil((text.length * length) / 1000)));
  const [before, lost] = [text.slice(0, start), text.slice(start, end)];
  const gone = text.slice(start, pastNumber(text, start + ofOneKind(lost).length));
  switch (kind) {
    case 'blanked':
      return before + replaced(gone, '\u3000', ' ') + text.slice(start + gone.length);
    case 'garbled':
      return before + replaced(lost, garbage, garbage === '＊' ? '*' : garbage) + text.slice(end);
    case 'removed': {
      const rest = text.slice(start + gone.length);
      // Without a trace of the gap two numbers would become one.
      const gap = partOfNumber.test(before.at(-1) ?? '') && partOfNumber.test(rest[0] ?? '') ? ' ' : '';
      return before + gap + rest;
    }
    case 'linesLost': {
      const from = text.indexOf('\n', start) + 1;
      const lines = ofOneKind(text.slice(from, Math.max(from, end)));
      return text.slice(0, from) + text.slice(from + lines.lastIndexOf('\n') + 1);
    }
    case 'cutOff':
      return before;
  }
}

/** The same for a text whose columns are told by where they stand: nothing moves. */
export function damagedInPlace(text: string, damage: Damage): string {
  if (damage.kind === 'removed') return damaged(text, { ...damage, kind: 'blanked' });
  return damaged(text, { ...damage, garbage: '＊' });
}

/** The same for the text of a web page: whole cells and paragraphs, the markup left as it is. */
export function damagedMarkup(html: string, damage: Damage): string {
  const pieces = html.split(/(<\/?(?:t[dhr]|table|tbody|p|div|h\d|title|head|body|html)\b[^>]*>)/i);
  const spots = pieces.flatMap((piece, index) => (index % 2 === 1 || piece.trim() === '' ? [] : [index]));
  const first = Math.floor((spots.length * damage.at) / 1000);
  const last = first + Math.ceil((spots.length * damage.length) / 1000);
  const hit = new Set(spots.slice(first, last));
  const filler = damage.kind === 'garbled' ? damage.garbage : '';
  return pieces
    .map((piece, index) => (hit.has(index) ? piece.replace(/(^|>)[^<]+/g, `$1${filler}`) : piece))
    .join('');
}

/** Any change whatever: characters put in, taken out, doubled or moved. */
export interface Mutation {
  kind: 'insert' | 'delete' | 'double' | 'move';
  at: number;
  length: number;
  text: string;
}

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'delete', 'double', 'move'),
    at: fc.nat(999),
    length: fc.nat(400),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '|',
        '\t',
        '\n',
        '<td>',
        '</table>',
        '<table>',
        '三、',
        '0',
        '9'.repeat(40),
        '（',
        '\u0000',
        '\ud800',
      ),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

export function mutated(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((current, { kind, at, length, text: inserted }) => {
    const start = Math.floor((current.length * at) / 1000);
    const [before, part, after] = [
      current.slice(0, start),
      current.slice(start, start + length),
      current.slice(start + length),
    ];
    switch (kind) {
      case 'insert':
        return before + inserted + part + after;
      case 'delete':
        return before + after;
      case 'double':
        return before + part + part + after;
      case 'move':
        return part + before + after;
    }
  }, text);
}
