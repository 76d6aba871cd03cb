import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { loadRegisterVocabulary } from '../../src/defaults/defaults.js';
import { readRegisters } from '../../src/register/index.js';
import { applications, layouts, printRegister, tableOf, type Application } from '../generators/register.js';

const vocabulary = loadRegisterVocabulary();
const year = 2023;

const computed = async (entries: readonly Application[], layout: Parameters<typeof printRegister>[1]) => {
  const { files, rows } = printRegister(entries, layout);
  const tables = await readRegisters(files, year, vocabulary);
  const cells = Object.entries(tables.cells).filter(([, { value }]) => value > 0);
  for (const [, { value, rows: own }] of cells) expect(own.length).toBe(value);
  return { tables, rows, cells: Object.fromEntries(cells.map(([address, { rows: own }]) => [address, own])) };
};

test.prop([applications, layouts], { numRuns: 60 })(
  'a register in any layout gives the tables that it was made from, row by row',
  async (entries, layout) => {
    const { tables, rows, cells } = await computed(entries, layout);
    expect(cells).toEqual(tableOf(entries, rows, year));
    expect(tables.unclassified).toEqual([]);
  },
);

test.prop([applications, layouts, fc.nat()], { numRuns: 40 })(
  'a word that no list knows leaves its row out of every cell, and names it',
  async (entries, layout, at) => {
    const index = at % entries.length;
    const odd = entries.map((each, other) =>
      other === index
        ? { ...each, answered: each.answered ?? '2025-01-31', outcome: '某种前所未见的办法' }
        : each,
    );
    const { tables, rows, cells } = await computed(odd, layout);
    const place = rows[index] ?? '';
    expect(Object.values(cells).flat()).not.toContain(place);
    expect(tables.unclassified.map(({ row, why, text }) => [row, why, text])).toEqual([
      [place, 'unknown-word', undefined],
    ]);
    const others = odd.filter((_, other) => other !== index);
    expect(cells).toEqual(
      tableOf(
        others,
        rows.filter((row) => row !== place),
        year,
      ),
    );
  },
);

test.prop([applications, layouts, fc.nat(), fc.constantFrom('delete', 'double', 'date')], { numRuns: 60 })(
  'deleting, doubling or dating anew one row changes the cells that it must and no other',
  async (entries, layout, at, change) => {
    const index = at % entries.length;
    const changed = entries.flatMap((each, other): Application[] => {
      if (other !== index) return [each];
      if (change === 'delete') return [];
      return change === 'double'
        ? [each, each]
        : [{ ...each, received: '2022-01-01', answered: '2023-06-30' }];
    });
    const { rows, cells } = await computed(changed, layout);
    expect(cells).toEqual(tableOf(changed, rows, year));
  },
);
