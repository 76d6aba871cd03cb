import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { expect, test } from 'vitest';
import { sorted } from './sort.js';
import { resources } from '../../../test/fixtures/defaults.js';

const wordDocument = async (title: string, rows: string[][]): Promise<Uint8Array> => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const table = new Table({ rows: rows.map((texts) => new TableRow({ children: texts.map(cell) })) });
  return new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(title), table] }] })),
  );
};

const heads = ['序号', '收到日期', '申请人类型', '答复日期', '答复结果'];
const entry = ['1', '2023-02-01', '自然人', '2023-02-22', '予以公开'];
const licences = ['事项', '本年处理决定数量'];
const sample = (name: string) => new Uint8Array(readFileSync(`samples/${name}`));

test('registers are told from reports by their heads, in documents of Word, too', async () => {
  const documents = [
    { name: '台账.docx', bytes: await wordDocument('2023年度依申请公开台账', [heads, entry]) },
    {
      name: '年报.docx',
      bytes: await wordDocument('禾屿县民政局2023年政府信息公开工作年度报告', [licences, ['行政许可', '31']]),
    },
    {
      name: '名单.docx',
      bytes: await wordDocument('值班表', [
        ['日期', '姓名'],
        ['1日', '某'],
      ]),
    },
    { name: 'applications.xlsx', bytes: sample('registers/applications.xlsx') },
    { name: '年报.html', bytes: sample('06-arithmetic.html') },
  ];
  expect(await sorted(documents, resources)).toEqual({ registers: [0, 3], earlier: null, year: 2023 });
});

test('of two reports of one agency the earlier is told, of two agencies none', async () => {
  const page = readFileSync('samples/06-arithmetic.html', 'utf8');
  const of = (text: string) => ({ name: '年报.html', bytes: new TextEncoder().encode(text) });
  const [year] = /20\d\d/.exec(page) ?? [''];
  const before = of(page.replaceAll(year, String(Number(year) - 1)));
  const other = of(page.replaceAll('青禾乡', '白沙乡'));
  expect(await sorted([of(page), before], resources)).toMatchObject({ registers: [], earlier: 1 });
  expect(await sorted([before, of(page)], resources)).toMatchObject({ registers: [], earlier: 0 });
  expect(await sorted([other, before], resources)).toMatchObject({ registers: [], earlier: null });
});
