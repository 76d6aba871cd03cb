import { isClassOf } from '../../lexicon/classes.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import type { NumberReading } from '../setting.js';

/** Whether parts like these make up the whole: outcomes make up what was handled, not what was received. */
export function makesUp(lexicon: Lexicon, whole: NumberReading, parts: readonly NumberReading[]): boolean {
  const cells = whole.measures.flat();
  const isItem = (part: NumberReading) =>
    part.measures.length > 0 &&
    part.measures
      .flat()
      .every((each) =>
        cells.some(
          (cell) =>
            cell !== each &&
            each.startsWith(cell.slice(0, cell.lastIndexOf('.') + 1)) &&
            each.split('.').length > cell.split('.').length,
        ),
      );
  if (cells.length > 0 && parts.every(isItem)) return true;
  const isPublished = (each: NumberReading) =>
    each.topics.some((topic) => lexicon.data.topics[topic]?.overlapping);
  if (
    isPublished(whole) &&
    parts.every((part) => part.measures.flat().every((cell) => isClassOf(cells[0] ?? '', cell)))
  )
    return true;
  if (parts.every((part) => part.aspects.length === 0 || part.aspects.join() === whole.aspects.join()))
    return true;
  return whole.topics.every((topic) => {
    const entry = lexicon.data.topics[topic]?.parts ?? {};
    const own = whole.aspects.length === 0 ? [] : whole.aspects.map((aspect) => entry[aspect] ?? []);
    const allowed =
      own.every((each) => each.length > 0) && own.length > 0 ? own.flat() : (entry['all'] ?? []);
    return parts.every(
      (part) =>
        part.topics.every((each) => whole.topics.includes(each)) &&
        part.aspects.length > 0 &&
        part.aspects.every((aspect) => allowed.includes(aspect)),
    );
  });
}
