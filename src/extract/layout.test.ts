import { expect, test } from 'vitest';
import type { BlockReading } from '../model/index.js';
import { readLayout } from './layout.js';
import { forms } from '../../test/fixtures/defaults.js';

const block = (table: string, edition: string): BlockReading => ({
  table,
  block: 'any',
  edition,
  found: true,
  at: null,
  oddLabels: [],
  missingLabels: [],
  extraLabels: [],
});

test.each([
  ['the form in force', ['2021', '2021'], 2023, '2021', 'current'],
  ['replaced since', ['2019', '2019'], 2020, '2019', 'superseded'],
  ['a newer one was required', ['2019'], 2022, '2019', 'outdated'],
  ['newer than its year', ['2021'], 2020, '2021', 'early'],
  ['sub-tables of two editions', ['2019', '2021'], 2021, 'mixed', 'mixed'],
  ['in 2019 the unified form was only encouraged', ['2014'], 2019, '2014', 'superseded'],
  ['the old statistics in 2020', ['2014'], 2020, '2014', 'outdated'],
  ['old statistics as an appendix', ['2021', '2014'], 2023, '2021', 'current'],
  ['no year', ['2021'], null, '2021', 'unknown'],
  ['no table', [], 2023, null, 'unknown'],
])('%s', (_, editions, year, id, status) => {
  const { id: read, status: found } = readLayout(
    editions.map((each, i) => block(`t${i + 1}`, each)),
    forms,
    year,
  );
  expect([read, found]).toEqual([id, status]);
});
