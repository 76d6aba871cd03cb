import type { Mark } from '../marks.js';
import type { Occurrence } from './occurrences.js';
import { cellOfWord, wordAt } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { further, type KeyPosition } from '../positions.js';

/** Key characters between two labels in which a damaged one is looked for. */
const widestZone = 200;
/** Shorter labels are too common to be told from pieces of others. */
const shortestDamaged = 4;

/**
 * A label too damaged to find by its beginning: cut in two by a page break with the values between the pieces, or with characters lost. Its
 * longest piece within the zone counts.
 */
function damagedLabel(stream: Stream, mark: Mark, from: KeyPosition, to: KeyPosition): Occurrence | null {
  const [text] = mark.texts;
  const zone = stream.key.slice(from, to);
  if (text === undefined || text.length < shortestDamaged || zone.length < 2 || zone.length > widestZone)
    return null;
  const at = (offset: number, length: number): Occurrence => {
    const start = further(from, offset);
    const word = wordAt(stream, start);
    return {
      mark,
      start,
      end: further(start, length),
      fit: length / text.length,
      weight: 1,
      whole: false,
      word,
      cell: cellOfWord(stream, word),
    };
  };
  let begun = 0;
  while (begun < text.length - 1 && zone.includes(text.slice(0, begun + 1))) begun += 1;
  for (let cut = begun; cut >= 1; cut -= 1) {
    const first = zone.indexOf(text.slice(0, cut));
    const second = first === -1 ? -1 : zone.indexOf(text.slice(cut), first + cut);
    if (second !== -1) return at(first, cut);
  }
  const least = Math.max(3, Math.ceil(text.length / 2));
  // A longer piece holds one of the least length; most labels looked for are in no way there.
  if (!hasPiece(zone, text, least)) return null;
  for (let size = Math.min(text.length, zone.length); size >= least; size -= 1) {
    for (let i = 0; i + size <= text.length; i += 1) {
      const found = zone.indexOf(text.slice(i, i + size));
      if (found !== -1) return at(found, size);
    }
  }
  return null;
}

function hasPiece(zone: string, text: string, size: number): boolean {
  for (let i = 0; i + size <= text.length; i += 1) if (zone.includes(text.slice(i, i + size))) return true;
  return false;
}

/** The labels found and, between them, the damaged ones of `marks`. */
export function repairChain(
  stream: Stream,
  rows: readonly Occurrence[],
  marks: readonly Mark[],
): Occurrence[] {
  const byMark = new Map(rows.map((each) => [each.mark, each]));
  const known = marks.map((mark) => byMark.get(mark));
  const result: Occurrence[] = [...rows];
  let before: Occurrence | undefined;
  marks.forEach((mark, i) => {
    let own = known[i];
    if (own === undefined && before !== undefined && mark.role === 'row') {
      const after = known.find((each, j) => j > i && each !== undefined);
      own = (after && damagedLabel(stream, mark, before.end, after.start)) ?? undefined;
      if (own !== undefined) result.push(own);
    }
    before = own ?? before;
  });
  return result.sort((a, b) => a.start - b.start);
}
