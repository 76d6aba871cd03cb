import { expect, test } from 'vitest';
import { suggest } from './suggest.js';

const names = ['t3.carriedIn.total', 't3.carriedOut.total', 'sum', 'count', 'greaterThan'];

test.each([
  ['t3.carriedin.total', 't3.carriedIn.total'],
  ['t3.carredIn.total', 't3.carriedIn.total'],
  ['usm', 'sum'],
  ['greatherThan', 'greaterThan'],
  ['something else', null],
  ['', null],
])('%s', (written, meant) => expect(suggest(written, names)).toBe(meant));
