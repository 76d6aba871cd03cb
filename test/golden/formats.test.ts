import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leavesOf, type Audit } from '../../src/model/index.js';
import { blockOf, editions } from '../generators/form/forms.js';
import { audit } from '../properties/reading/reading.js';

/** Figures of Tables 3 and 4, row by row in the order of the form of 2021. */
interface Truth {
  one: number[];
  two: number[];
  leaf: number[][];
  tot7: number[];
  four: number[];
  t4: number[];
}

const folder = process.env.GOUJI_FORMATS;
const names =
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.startsWith('report'))
        .sort();

function expectedCells(truth: Truth): Record<string, number> {
  const form = editions['2021'];
  const block = blockOf(form, 'applications');
  const rows = leavesOf(block.rows ?? []).map((leaf) => leaf.path);
  const columns = leavesOf(block.columns).map((leaf) => leaf.path);
  const figures = [truth.one, truth.two, ...truth.leaf, truth.tot7, truth.four];
  const t3 = rows.flatMap((row, at) =>
    columns.map((column, index) => [`t3.${row}.${column}`, figures[at]?.[index]]),
  );
  const t4 = leavesOf(blockOf(form, 'disputes').columns).map((leaf, at) => [`t4.${leaf.path}`, truth.t4[at]]);
  return Object.fromEntries([...t3, ...t4]) as Record<string, number>;
}

const accusations = ({ findings }: Audit): string[] =>
  findings.map(({ rule, severity, cells }) => `${severity} ${rule} ${cells.join(' ')}`).sort();

/** This page was saved without the headings over the tables. */
const onlyIn: Record<string, string[]> = { 'report-site.html': ['warning L-HEAD '] };

describe.skipIf(folder === undefined)(
  'one report in many formats (set GOUJI_FORMATS to their folder)',
  () => {
    const bytesOf = (name: string): Uint8Array => readFileSync(join(folder ?? '', name));

    test.each(names)('%s: Tables 3 and 4 are exact', async (name) => {
      const truth = JSON.parse(new TextDecoder().decode(bytesOf('truth.json'))) as Truth;
      const { cells } = await audit(bytesOf(name));
      const wanted = expectedCells(truth);
      expect(
        Object.fromEntries(Object.keys(wanted).map((address) => [address, cells[address]?.value])),
      ).toEqual(wanted);
    });

    test.each(names.filter((name) => name !== 'report.html'))(
      '%s is judged like the web page',
      async (name) => {
        const expected = [...accusations(await audit(bytesOf('report.html'))), ...(onlyIn[name] ?? [])].sort();
        expect(accusations(await audit(bytesOf(name)))).toEqual(expected);
      },
    );
  },
);
