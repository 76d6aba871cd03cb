/** Layout of text in a terminal whose full-width characters take two columns. */

// East Asian Width W and F, with emoji taken by block.
const fullWidth =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

const combining = /\p{Mn}|\p{Me}|\p{Cf}/u;

function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  if (fullWidth.test(character)) return 2;
  return combining.test(character) ? 0 : 1;
}

/** Columns that the text takes; it must hold no escape sequences. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum;
}

/** Columns of the widest text. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, width(text)), 0);
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}

/** The beginning of the text, ended by `…` when it does not fit. */
export function truncate(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let head = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > columns - 1) break;
    head += character;
  }
  return `${head}…`;
}

const neverFirst = /^[、。，．：；！？）」』】〕〉》”’…—,.:;!?)\]}%]/u;
const neverLast = /[（「『【〔〈《“‘(\[{]$/u;

/** Pieces that must not be broken: a full-width character alone, otherwise a word; closing punctuation stays with what it closes. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let previous = ' ';
  for (const character of text) {
    const joins =
      character === ' '
        ? previous !== ' '
        : previous !== ' ' &&
          (neverFirst.test(character) ||
            neverLast.test(previous) ||
            (widthOf(character) < 2 && widthOf(previous) < 2));
    if (joins && result.length > 0) result[result.length - 1] += character;
    else result.push(character);
    previous = character;
  }
  return result;
}

/** Breaks a text into lines of at most `columns`; a piece longer than a line is cut. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (width(line) + width(piece.trimEnd()) <= columns) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const character of width(piece) > columns ? piece : [piece]) {
      if (width(line) + width(character) > columns && line !== '') {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

// Control characters, halves of characters, characters that XML forbids, line and paragraph separators, and marks that change the direction
// of the text around them.
const unsafe = /[\p{Cc}\p{Cs}\ufffe\uffff\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text of the source made harmless: white space in one line, nothing that steers a terminal or breaks a document. */
export function inert(text: string): string {
  return text
    .replace(/(?:(?!\u3000)\s)+/gu, ' ')
    .replace(unsafe, '�')
    .trim();
}
