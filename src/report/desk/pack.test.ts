import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { pack, unpack } from './pack.js';

const data = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => !/^\$|^__proto__$/.test(key)),
      tie('value'),
    ),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
    fc.uniqueArray(fc.string()).map((values) => new Set(values)),
    fc.uint32Array(),
  ),
})).value;

test.prop([data])('what was packed comes back as it was', (value) => {
  expect(unpack(pack(value))).toEqual(value);
});
