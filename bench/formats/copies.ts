import { findCopies } from '../../src/around/copies/copies.js';
import { maskedProse } from '../../src/around/copies/mask.js';
import { sketchOf } from '../../src/around/copies/sketch.js';
import { diceOf, overview, shortcomings } from '../../test/generators/county/county-prose.js';

/** Seconds for the search of copied prose in so many reports, of which each hundredth copies another. */
export interface Copies {
  reports: number;
  /** Condensing the prose, which the threads share. */
  sketching: number;
  searching: number;
  /** Copies put in, and found. */
  planted: number;
  found: number;
}

/** Reports of part one and part five with about 600 characters each. */
export function copies(reports: number): Copies {
  const prose = Array.from({ length: reports }, (_, index) => {
    const dice = diceOf(index % 100 === 99 ? index - 50 : index);
    return [overview(dice, '我局', [`全年公开信息${index}条。`]), shortcomings(dice, '我局')];
  });
  const start = performance.now();
  const parts = [0, 1].map((part) =>
    prose.flatMap((each, index) => {
      const sketch = sketchOf(maskedProse(each[part] ?? [], `第${index}局`));
      return sketch === null ? [] : [{ owner: String(index), sketch }];
    }),
  );
  const sketched = performance.now();
  const found = parts.map((texts) => findCopies(texts, 90).length);
  const end = performance.now();
  return {
    reports,
    sketching: (sketched - start) / 1000,
    searching: (end - sketched) / 1000,
    planted: 2 * Math.floor(reports / 100),
    found: found.reduce((all, each) => all + each, 0),
  };
}
