import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { squeeze } from './stream.js';

const inLabel = /^[\p{Script=Han}A-Za-z0-9]$/u;

test('labels are compared by their Han characters, letters and digits alone', () => {
  const alone = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
  const differing = alone.filter((each) => squeeze(each) !== (inLabel.test(each) ? each.toLowerCase() : ''));
  expect(differing).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'申请公开數𠀀aB3 、（）.\n') }), (text) => {
      const kept = Array.from(text).filter((each) => inLabel.test(each));
      expect(squeeze(text)).toBe(kept.join('').toLowerCase());
    }),
  );
});
