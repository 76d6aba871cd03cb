import { expect, test } from 'vitest';
import { translator } from '../../report/translate.js';
import { pace } from './progress.js';

const t = translator('en');

test.each([
  [0, 100, 0, '0/100, 0.0/s, about – left'],
  [5, 100, 1000, '5/100, 5.0/s, about 0:19 left'],
  [50, 100_000, 100, '50/100000, 500/s, about 3:20 left'],
  [100, 100_000, 10_000, '100/100000, 10/s, about 2:46:30 left'],
  [100, 100, 10_000, '100/100, 10/s, about 0:00 left'],
])('%i of %i done in %i ms', (done, total, milliseconds, expected) => {
  expect(pace(done, total, milliseconds, t)).toBe(expected);
});
