import { expect, test } from 'vitest';
import { contextOf } from '../../test/fixtures/context.js';
import type { Attendance } from '../model/index.js';
import { attendanceLines } from './attendance.js';
import { indexPage } from './html/index-page.js';
import { json } from './json.js';
import { summary } from './pretty/summary.js';
import type { Part } from './renderer.js';

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
    text: text.includes('Roster: 4 agencies\n  No report for 2022 (1 agencies)\n    甲局\n'),
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
