import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';

import { auditOf } from '../../../../test/fixtures/audits.js';
import { editions } from '../../../../test/generators/form/forms.js';
import type { Cell } from '../../../model/index.js';
import { formXlsx } from './form-xlsx.js';
import { translator } from '../../translate.js';

const forms = Object.values(editions);
const t = translator('zh-CN');

async function written(...reports: ReturnType<typeof auditOf>[]) {
  const bytes = await formXlsx({ reports, forms, lang: 'zh-CN', t });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return { bytes, book };
}

/** Value and comment of the cell in the row that begins with a label. */
function figures(book: ExcelJS.Workbook, rowLabel: string): { value: unknown; note: unknown }[] {
  const found: { value: unknown; note: unknown }[] = [];
  book.worksheets[0]?.eachRow((row) => {
    if (found.length > 0 || !(row.values as unknown[]).includes(rowLabel)) return;
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.note !== undefined && cell.master === cell) found.push({ value: cell.value, note: cell.note });
    });
  });
  return found;
}

test('figures are numbers and say where they were read', async () => {
  const { book } = await written(auditOf({}, { 't2.fees.amount': 92.2343 }));
  expect(figures(book, '行政事业性收费')).toEqual([{ value: 92.2343, note: '“92.2343”（第31行第9字）' }]);
  expect(figures(book, '一、本年新收政府信息公开申请数量')).toHaveLength(7);
});

test('what is no number stays what it is; what was not read stays empty and says so', async () => {
  const audit = auditOf();
  const cell = (changes: Partial<Cell>): Cell => ({
    value: null,
    raw: '',
    state: 'blank',
    at: { table: 2, row: 4, cell: 2 },
    confidence: 1,
    ...changes,
  });
  const row = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrg', 'total'];
  const cells = [
    cell({}),
    cell({ state: 'placeholder', raw: '/', confidence: 0.84 }),
    cell({ state: 'text', raw: '=HYPERLINK("x")' }),
    cell({ state: 'unreadable', raw: '1?' }),
    cell({ state: 'absent', at: null }),
    cell({ state: 'text', raw: '-' }),
    cell({ state: 'number', value: -8, raw: '-8', at: null }),
  ];
  row.forEach((column, index) => Object.assign(audit.cells, { [`t3.received.${column}`]: cells[index] }));
  const { book } = await written(audit);
  expect(figures(book, '一、本年新收政府信息公开申请数量')).toEqual([
    { value: null, note: '空白（第2个表第4行第2格）' },
    { value: '/', note: '“/”（第2个表第4行第2格），识读把握84%，请与原件核对' },
    { value: '\'=HYPERLINK("x")', note: '“=HYPERLINK("x")”（第2个表第4行第2格）' },
    { value: null, note: '未能识读（第2个表第4行第2格）' },
    { value: null, note: '表中没有' },
    { value: '-', note: '“-”（第2个表第4行第2格）' },
    { value: -8, note: '“-8”' },
  ]);
});

test('a sheet for each report, named apart', async () => {
  const name = "某[市]:县*?/\\'很长很长很长很长很长很长很长很长的名称的局";
  const one = auditOf({ agency: { name, level: 'county', kind: 'department' } });
  const { book } = await written(
    one,
    one,
    auditOf({ agency: { name: null, level: 'unknown', kind: 'unknown' }, year: null }),
  );
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
    '某_市__县_____很长很长很长很长很长很长很长',
    '某_市__县_____很长很长很长很长很长很长很长 (2)',
    '（机关名称未能确定）',
  ]);
});

test('the workbook is the same at every writing', async () => {
  const audit = auditOf();
  const { bytes } = await written(audit);
  expect((await written(audit)).bytes).toEqual(bytes);
});
