import { slice, u16 } from './binary.js';
import type { WordFile } from './file.js';
import { characterProperties, paragraphProperties, type ParagraphProperties } from './properties.js';

/** What a paragraph style says. */
export interface Style extends Pick<ParagraphProperties, 'list' | 'level' | 'outline'> {
  /** Entries of a generated table of contents. */
  contents: boolean;
  hidden: boolean;
}

const plain: Style = { list: null, level: null, outline: null, contents: false, hidden: false };

const deepest = 20;
const paragraphKind = 1;

/** The style sheet (MS-DOC 2.9.271): styles by number, each with what it takes from the one it is based on. */
export function stylesOf({ table, data, parts: { styles: part } }: WordFile): (number: number) => Style {
  if (part.length < 8) return () => plain;
  const headLength = u16(table, part.from);
  const count = u16(table, part.from + 2);
  const baseLength = u16(table, part.from + 4);
  const places: { at: number; length: number }[] = [];
  let at = part.from + 2 + headLength;
  for (let index = 0; index < count && at + 2 <= part.from + part.length; index++) {
    const length = u16(table, at);
    places.push({ at: at + 2, length });
    at += 2 + length;
  }
  const known = new Map<number, Style>();
  return (number) => styleOf(number, 0);

  function styleOf(number: number, depth: number): Style {
    const done = known.get(number);
    if (done !== undefined) return done;
    const place = places[number];
    const style =
      place === undefined || place.length < baseLength || depth > deepest
        ? plain
        : readStyle(place, number, depth);
    known.set(number, style);
    return style;
  }

  function readStyle(place: { at: number; length: number }, number: number, depth: number): Style {
    const identity = u16(table, place.at) & 0x0fff;
    const kind = u16(table, place.at + 2) & 0x000f;
    const base = u16(table, place.at + 2) >> 4;
    if (kind !== paragraphKind) return plain;
    const inherited = base === 0x0fff || base === number ? plain : styleOf(base, depth + 1);
    const lists = propertyLists(place, 2);
    // The paragraph list begins with the number of the style.
    const own = paragraphProperties((lists[0] ?? new Uint8Array()).subarray(2), data);
    // Numbers 1 to 9 are the built-in headings, identities 19 to 27 the entries of contents.
    const heading = number >= 1 && number <= 9 ? number - 1 : null;
    return {
      list: own.list ?? inherited.list,
      level: own.level ?? inherited.level,
      outline: own.outline ?? heading ?? inherited.outline,
      contents: identity >= 19 && identity <= 27,
      hidden: inherited.hidden || characterProperties(lists[1] ?? new Uint8Array()).gone,
    };
  }

  /** The first property lists of a style; they follow its name, each at an even place. */
  function propertyLists(place: { at: number; length: number }, most: number): Uint8Array[] {
    const end = place.at + place.length;
    let from = place.at + baseLength;
    from += 2 + u16(table, from) * 2 + 2;
    const lists: Uint8Array[] = [];
    while (lists.length < most && from + 2 <= end) {
      const length = u16(table, from);
      if (from + 2 + length > end) break;
      lists.push(slice(table, from + 2, from + 2 + length));
      from += 2 + length + (length % 2);
    }
    return lists;
  }
}
