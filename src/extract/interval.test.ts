import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { areApart, hull, meets, shared, under, type Interval } from './interval.js';

const place = fc.integer({ min: 0, max: 30 });
const interval = fc
  .uniqueArray(place, { minLength: 2, maxLength: 2 })
  .map((ends): Interval => ({ from: Math.min(...ends), to: Math.max(...ends) }));
const placesOf = ({ from, to }: Interval) => Array.from({ length: to - from }, (_, i) => from + i);

test.prop([interval, interval])(
  'two meet where they have a place in common, and share all of these',
  (a, b) => {
    const common = placesOf(a).filter((each) => placesOf(b).includes(each)).length;
    expect(meets(a, b)).toBe(common > 0);
    expect(Math.max(0, shared(a, b))).toBe(common);
  },
);

test.prop([interval, fc.array(interval, { minLength: 1 })])(
  'columns are apart when no two meet in their order',
  (one, columns) => {
    const met = columns.flatMap((each, i) =>
      placesOf(each).some((at) => placesOf(one).includes(at)) ? [i] : [],
    );
    expect(under(one, columns)).toEqual(met);
    const all = columns.flatMap(placesOf);
    expect(placesOf(hull(columns))).toEqual(expect.arrayContaining(all));
    const inOrder = [...new Set(all)].sort((a, b) => a - b);
    expect(areApart(columns)).toBe(all.join() === inOrder.join());
  },
);
