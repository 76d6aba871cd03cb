import type { Paragraph } from '../../../../model/index.js';
import type { PageLine } from './layout.js';
import { locate, union } from '../page.js';
import type { PlacedLine, Setting } from './setting.js';

/** Larger letters than the body's by these factors mark a heading, of the first and of the second level. */
const firstLevel = 1.4;
const secondLevel = 1.2;
/** A heading has no more than this many characters. */
const longestHeading = 60;
/** A line that begins farther from the left edge than this (em) begins a paragraph. */
const indent = 1.2;
/** Space that justification may leave at the end of a broken line (em). */
const slack = 0.6;

/** What cannot be parted at the end of a line: a word or number, or a character, with the marks that cling to it. */
const unbreakable = /^[（《“‘〔【([<]*(?:[A-Za-z0-9.,%:/@_+&?=#-]+|.)[，。、；：！？）》”’〕】)\]>%]*/u;
/** The number of a heading or of an item in an enumeration. */
export const ordinal =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/;

/** Lines in reading order put together into paragraphs; `setting` is that of the whole document. */
export function paragraphsOf(lines: readonly PlacedLine[], setting: Setting): Paragraph[] {
  const paragraphs: PlacedLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const open = paragraphs.at(-1);
    if (open !== undefined && before !== undefined && goesOn(before, line, setting)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((each) => paragraphOf(each, setting.body));
}

/** Whether `line` was broken because the beginning of `next` had no room in it. */
function goesOn(line: PlacedLine, next: PlacedLine, { body, edges }: Setting): boolean {
  if (Math.abs(next.size - line.size) >= 0.1 * line.size) return false;
  const { left, right } = edges.get(line.page) ?? line;
  const nextLeft = edges.get(next.page)?.left ?? left;
  const [before, after] = [line.left - left, right - line.right];
  const centred = Math.abs(before - after) < line.size;
  const isLarge = line.size >= secondLevel * body;
  if (!isLarge && next.left > nextLeft + indent * next.size) return false;
  if (/[。！？；：]$/.test(line.text) && ordinal.test(next.text)) return false;
  const room = isLarge && centred ? before + after : after;
  return room <= widthOfFirst(next) + slack * line.size;
}

/** Width of what stands unbreakable at the beginning of a line. */
export function widthOfFirst(line: PageLine): number {
  const first = unbreakable.exec(line.text)?.[0] ?? '';
  const last = line.glyphs[Math.min([...first].length, line.glyphs.length) - 1];
  return last === undefined ? 0 : last.right - line.left;
}

function paragraphOf(lines: readonly PlacedLine[], body: number): Paragraph {
  const [first] = lines;
  let text = '';
  for (const line of lines)
    text += (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text) ? ' ' : '') + line.text;
  const page = first?.page;
  const at = page === undefined ? {} : locate(page, union(lines.filter((line) => line.page === page)));
  const size = first?.size ?? 0;
  const paragraph: Paragraph = { kind: 'paragraph', text, at };
  if (size >= secondLevel * body && text.length <= longestHeading)
    paragraph.heading = size >= firstLevel * body ? 1 : 2;
  return paragraph;
}
