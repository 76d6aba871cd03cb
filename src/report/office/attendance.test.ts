import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { troubledAudit } from '../../../test/fixtures/audits.js';
import { bytesOf, contextOf, documentOf } from '../../../test/fixtures/context.js';
import type { Attendance } from '../../model/index.js';
import { attendanceLines } from './attendance.js';
import { indexPage } from '../html/index/index-page.js';
import { json } from '../formats/json.js';
import { md } from '../formats/md.js';
import { summary } from '../pretty/summary.js';
import type { Part } from '../renderer.js';
import { xlsx } from '../formats/sheets/xlsx.js';

const attendance: Attendance = {
  agencies: 4,
  missing: [
    { year: 2022, agency: '甲局' },
    { year: 2023, agency: '甲局' },
    { year: 2023, agency: '乙\u202e局' },
  ],
  duplicate: [{ year: 2023, agency: '丙局', sources: ['a.html', 'b.docx'] }],
  unknown: [{ source: 'c.html', agency: null }],
};

test('who is missing by year, who is there twice, who is unknown', () => {
  expect(attendanceLines(attendance, contextOf().t)).toEqual([
    { heading: '2022 年度缺报（1 个单位）', items: ['甲局'] },
    { heading: '2023 年度缺报（2 个单位）', items: ['甲局', '乙�局'] },
    { heading: '重复报送（1 个单位）', items: ['丙局 2023 年度（a.html、b.docx）'] },
    { heading: '名录之外的报告（1 份）', items: ['（机关名称未能确定）（c.html）'] },
  ]);
});

test('without a roster nothing is said', () => {
  expect([null, undefined].map((each) => attendanceLines(each, contextOf().t))).toEqual([[], []]);
});

async function* none(): AsyncGenerator<Part> {
  yield* await Promise.resolve([]);
}

test('the summary, the overview and the JSON document tell of the roster', async () => {
  const context = { ...contextOf('en'), attendance };
  const text = summary([], [], context).join('\n');
  let document = '';
  for await (const chunk of json.document(none(), context)) document += String(chunk);
  const page = indexPage([], context);
  const complete = summary([], [], {
    ...context,
    attendance: { agencies: 4, missing: [], duplicate: [], unknown: [] },
  });
  expect({
    text: text.includes('Roster: 4 agencies\n  No report for 2022 (1 agency)\n    甲局\n'),
    document: (JSON.parse(document) as { roster: Attendance }).roster,
    page: page.includes('Roster: 4 agencies') && page.includes('a.html'),
    complete: complete.at(-1),
  }).toEqual({
    text: true,
    document: attendance,
    page: true,
    complete: '  Everyone has reported once, and nobody else.',
  });
});

async function sheetOf(given: Attendance | null, lang: 'zh-CN' | 'en') {
  const bytes = await bytesOf(xlsx, [troubledAudit()], contextOf(lang, { attendance: given }));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.getWorksheet(lang === 'en' ? 'Roster' : '名录核对');
  const rows: unknown[] = [];
  sheet?.eachRow((row) => rows.push(Array.from({ length: 4 }, (_, index) => row.getCell(index + 1).value)));
  return { sheets: book.worksheets.map(({ name }) => name), rows };
}

test('the workbook has a sheet of the roster that can be filtered, when there is one', async () => {
  expect([
    await sheetOf(attendance, 'zh-CN'),
    (await sheetOf({ agencies: 4, missing: [], duplicate: [], unknown: [] }, 'en')).rows,
    (await sheetOf(null, 'zh-CN')).sheets,
  ]).toEqual([
    {
      sheets: ['汇总', '排名', '名录核对', '问题清单', '等级由来', '全部数据'],
      rows: [
        ['报送情况', '年度', '机关', '文件'],
        ['缺报', 2022, '甲局', null],
        ['缺报', 2023, '甲局', null],
        ['缺报', 2023, '乙�局', null],
        ['重复报送', 2023, '丙局', 'a.html'],
        ['重复报送', 2023, '丙局', 'b.docx'],
        ['名录之外', null, null, 'c.html'],
      ],
    },
    [
      ['Reporting', 'Year', 'Agency', 'File'],
      ['complete', null, null, null],
    ],
    ['汇总', '排名', '问题清单', '等级由来', '全部数据'],
  ]);
});

test('Markdown ends with the roster, also where there is only one report', async () => {
  const context = contextOf('zh-CN', { attendance });
  const one = await documentOf(md, [troubledAudit()], context);
  const two = await documentOf(md, [troubledAudit(), troubledAudit()], context);
  const section = [
    '## 名录核对：名录内 4 个单位',
    '',
    '- 2022 年度缺报（1 个单位）',
    '  - 甲局',
    '- 2023 年度缺报（2 个单位）',
    '  - 甲局',
    '  - 乙�局',
    '- 重复报送（1 个单位）',
    '  - 丙局 2023 年度（a.html、b.docx）',
    '- 名录之外的报告（1 份）',
    '  - （机关名称未能确定）（c.html）',
    '',
  ].join('\n');
  expect(one).toBe(`${md.part(troubledAudit(), context)}\n${section}`);
  expect(two.split('\n---\n')[0]).toContain(`\n${section}`);
});
