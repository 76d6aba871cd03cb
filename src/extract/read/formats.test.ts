import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

import { describe, expect, test } from 'vitest';

import { tablesOf } from '../../../test/fixtures/blocks.js';
import type { Document, Table } from '../../model/index.js';
import { readDocument } from './index.js';
import { readPdf } from './pdf/pdf.js';

/** One report in many formats, with the numbers of Tables 3 and 4 in `truth.json`. */
const folder = env['GOUJI_FORMATS'];

interface Truth {
  one: number[];
  two: number[];
  leaf: number[][];
  tot7: number[];
  four: number[];
  t4: number[];
}

/** The numbers at the end of each row that has at least `many`. */
function numbers(table: Table, many: number): number[][] {
  return table.rows
    .map((row) =>
      row
        .map((cell) => cell.text.trim())
        .filter((text) => /^\d+$/.test(text))
        .map(Number),
    )
    .filter((row) => row.length >= many);
}

describe.skipIf(folder === undefined)('sample report (set GOUJI_FORMATS to its folder)', () => {
  const open = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder ?? '', name)));
  const truth = (): Truth => JSON.parse(new TextDecoder().decode(open('truth.json'))) as Truth;

  const check = (document: Document): void => {
    const { one, two, leaf, tot7, four, t4 } = truth();
    const [, three, last, ...more] = tablesOf(document.blocks);
    expect(more).toEqual([]);
    expect(three?.grid).toBe(true);
    expect(numbers(three as Table, 7)).toEqual([one, two, ...leaf, tot7, four]);
    expect(numbers(last as Table, 15)).toEqual([t4]);
  };

  test.each([
    'report-lo.pdf',
    'report-chromium.pdf',
    'report-lo.docx',
    'report-pandoc.docx',
    'report.xlsx',
    'report.xls',
    'report.odt',
    'report.rtf',
    'report.doc',
    'report.ofd',
  ])('%s', async (name) => {
    check(await readDocument(open(name), name));
  });

  test('a font that is not embedded', async () => {
    const { blocks } = await readPdf(open('gbk-nonembedded.pdf'));
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind))).toEqual([
      '行政许可 15231 总计',
    ]);
  });
});
