import type { Sketch } from './sketch.js';
import { likenessOf } from './sketch.js';

/** A text to compare with others, and whose it is: nobody copies from himself. */
export interface Text {
  owner: string;
  sketch: Sketch;
}

export interface Pair {
  one: number;
  other: number;
  /** In per cent. */
  likeness: number;
}

/** Texts of a band that each one is compared with. Texts alike share many bands, so that a crowd in one of them hides nothing. */
const NEIGHBOURS = 24;

/**
 * Texts of different owners that are at least so alike, in per cent, by their places in the list, found by an index: time grows with the
 * number of texts, not with that of pairs. Among very many copies of one text, each is paired with some of them.
 */
export function findCopies(texts: readonly Text[], atLeast: number): Pair[] {
  const pairs: Pair[] = [];
  const compared = texts.map(() => new Set<number>());
  const bands = texts[0]?.sketch.bands.length ?? 0;
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<number, number[]>();
    texts.forEach((text, index) => {
      const key = text.sketch.bands[band] ?? 0;
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [index]);
      else bucket.push(index);
    });
    for (const bucket of buckets.values()) {
      bucket.forEach((other, place) => {
        for (const one of bucket.slice(Math.max(0, place - NEIGHBOURS), place)) {
          const [first, second] = [texts[one], texts[other]];
          if (first === undefined || second === undefined || first.owner === second.owner) continue;
          if (compared[other]?.has(one) !== false) continue;
          compared[other].add(one);
          const likeness = likenessOf(first.sketch, second.sketch);
          if (likeness >= atLeast) pairs.push({ one, other, likeness });
        }
      });
    }
  }
  return pairs;
}
