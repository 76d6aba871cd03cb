import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/model/index.js';
import { audit, read } from '../properties/reading/reading.js';

interface Gold {
  agency: string;
  year: number;
  /** `null`: no number. */
  cells: Record<string, number | null>;
}

const folder = process.env.GOUJI_REAL;
const names =
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.pdf'))
        .sort();
const noText = spawnSync('pdftotext', ['-v']).error === undefined ? null : 'pdftotext is not installed';

const numbersIn = (cells: Record<string, Cell>, addresses: readonly string[]) =>
  Object.fromEntries(addresses.map((address) => [address, cells[address]?.value ?? null]));

describe.skipIf(folder === undefined)('published PDFs (set GOUJI_REAL to their folder)', () => {
  describe.each(names)('%s', (name) => {
    const path = join(folder ?? '', name);
    const gold = JSON.parse(readFileSync(path.replace(/\.pdf$/, '.json'), 'utf8')) as Gold;

    test('every cell, the year and the agency are read', async () => {
      const { cells, year, agency } = await read(readFileSync(path));
      expect(numbersIn(cells, Object.keys(gold.cells))).toEqual(gold.cells);
      expect({ year, agency: agency.name }).toEqual({ year: gold.year, agency: gold.agency });
    });

    test('Table 4 is found wrong where its groups do not add up', async () => {
      const { findings } = await audit(readFileSync(path));
      const wrong = ['review', 'litigationDirect', 'litigationAfterReview'].flatMap((group) => {
        const at = (result: string) => gold.cells[`t4.${group}.${result}`] ?? 0;
        const sum = at('upheld') + at('corrected') + at('otherResult') + at('pending');
        return sum === at('total') ? [] : [`t4.${group}.total`];
      });
      const found = findings
        .filter(({ category, severity }) => category === 'arithmetic' && severity === 'error')
        .flatMap(({ cells }) => cells.filter((cell) => /^t4\.\w+\.total$/.test(cell)));
      expect([...new Set(found)].sort()).toEqual(wrong.sort());
    });

    test.skipIf(noText !== null).each(['', '-layout', '-raw'])(
      `its text (pdftotext %s) gives no other cell${noText === null ? '' : `: ${noText}`}`,
      async (mode) => {
        const { stdout } = spawnSync('pdftotext', [...(mode === '' ? [] : [mode]), path, '-']);
        const { cells, year, agency } = await read(new Uint8Array(stdout));
        const other = Object.entries(gold.cells).filter(
          ([address, value]) => (cells[address]?.value ?? value) !== value,
        );
        expect(other).toEqual([]);
        expect({ year, agency: agency.name }).toEqual({ year: gold.year, agency: gold.agency });
      },
    );
  });
});
