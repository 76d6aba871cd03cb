const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
/** Characters that take one or two columns, depending on the program. */
export const ambiguous = /[\u2018\u2019\u201c\u201d\u2026\u2014\u00b7\u2460-\u2473\u00d7]/;

/** Nothing but characters that take one column each. */
const narrow = /^[^\u00b7\u00d7\u1100-\uffff]*$/;

/** Terminal columns of one character; curly quotes and the like take `ambiguousWidth`, which differs between programs. */
export function charWidth(character: string, ambiguousWidth: 1 | 2): number {
  if (character < '\u1100' && character !== '\u00b7' && character !== '\u00d7') return 1;
  if (character >= '\u4e00' && character <= '\u9fff') return 2;
  if (ambiguous.test(character)) return ambiguousWidth;
  return wide.test(character) ? 2 : 1;
}

/** `charWidth` of one character of a text, without asking for those that most are. */
function widthAt(text: string, index: number, ambiguousWidth: 1 | 2): number {
  const code = text.charCodeAt(index);
  if (code < 0x7f) return 1;
  return code >= 0x4e00 && code <= 0x9fff ? 2 : charWidth(text.charAt(index), ambiguousWidth);
}

/** A line laid out on terminal columns: the string index of the character that covers each column. */
export interface Laid {
  text: string;
  /** `indexAt[column]` is the index in `text`; its length is the display width of the line. */
  indexAt: number[];
}

export function layOut(text: string, ambiguousWidth: 1 | 2): Laid {
  const indexAt: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const width = widthAt(text, i, ambiguousWidth);
    indexAt.push(i);
    if (width === 2) indexAt.push(i);
  }
  return { text, indexAt };
}

/** Text on the columns `[from, to)`; a wide character counts where it begins. */
export function sliceColumns(line: Laid, from: number, to: number): { text: string; index: number } {
  const { indexAt, text } = line;
  const start = from >= indexAt.length ? text.length : (indexAt[from] ?? text.length);
  const end = to >= indexAt.length ? text.length : (indexAt[to] ?? text.length);
  const first = from > 0 && indexAt[from - 1] === start ? start + 1 : start;
  const last = to > 0 && indexAt[to - 1] === end && to < indexAt.length ? end + 1 : end;
  return { text: text.slice(first, last), index: first };
}

/** Terminal columns that a text takes. */
export function displayWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += widthAt(text, i, 2);
  return width;
}
