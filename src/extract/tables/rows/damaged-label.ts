import type { Mark } from '../marks.js';
import type { Occurrence } from './occurrences.js';
import { wordAt, type Stream } from '../stream.js';

/** Key characters between two labels in which a damaged one is looked for. */
const widestZone = 200;
/** Shorter labels are too common to be told from pieces of others. */
const shortestDamaged = 4;

/**
 * A label too damaged to find by its beginning: cut in two by a page break with the values between the pieces, or with characters lost. Its
 * longest piece within the zone counts.
 */
function damagedLabel(stream: Stream, mark: Mark, from: number, to: number): Occurrence | null {
  const [text] = mark.texts;
  const zone = stream.key.slice(from, to);
  if (text === undefined || text.length < shortestDamaged || zone.length < 2 || zone.length > widestZone)
    return null;
  const at = (start: number, length: number): Occurrence => {
    const word = wordAt(stream, from + start);
    return {
      mark,
      start: from + start,
      end: from + start + length,
      fit: length / text.length,
      weight: 1,
      whole: false,
      word,
      cell: stream.words[word]?.cell ?? 0,
    };
  };
  for (let cut = text.length - 1; cut >= 1; cut -= 1) {
    const first = zone.indexOf(text.slice(0, cut));
    const second = first === -1 ? -1 : zone.indexOf(text.slice(cut), first + cut);
    if (second !== -1) return at(first, cut);
  }
  for (
    let size = Math.min(text.length, zone.length);
    size >= Math.max(3, Math.ceil(text.length / 2));
    size -= 1
  ) {
    for (let i = 0; i + size <= text.length; i += 1) {
      const found = zone.indexOf(text.slice(i, i + size));
      if (found !== -1) return at(found, size);
    }
  }
  return null;
}

/** The labels found and, between them, the damaged ones of `marks`. */
export function repairChain(
  stream: Stream,
  rows: readonly Occurrence[],
  marks: readonly Mark[],
): Occurrence[] {
  const byMark = new Map(rows.map((each) => [each.mark, each]));
  const result: Occurrence[] = [...rows];
  marks.forEach((mark, i) => {
    if (byMark.has(mark) || mark.role !== 'row') return;
    const before = marks.slice(0, i).findLast((each) => byMark.has(each));
    const after = marks.slice(i + 1).find((each) => byMark.has(each));
    const from = before === undefined ? undefined : byMark.get(before)?.end;
    const to = after === undefined ? undefined : byMark.get(after)?.start;
    if (from === undefined || to === undefined) return;
    const found = damagedLabel(stream, mark, from, to);
    if (found !== null) {
      byMark.set(mark, found);
      result.push(found);
    }
  });
  return result.sort((a, b) => a.start - b.start);
}
