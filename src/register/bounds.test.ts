import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadRegisterVocabulary } from '../defaults/defaults.js';
import { registerDocument } from '../report/register/index.js';
import { translator } from '../report/translate.js';
import { full } from '../../test/depth.js';
import { readRegisters } from './index.js';
import { mostRows } from './read/workbook.js';
import { forms } from '../../test/fixtures/defaults.js';

const vocabulary = loadRegisterVocabulary();
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet whose rows are given as XML. */
function workbook(name: string, rows: string): Uint8Array {
  const part = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return zipSync(
    {
      '[Content_Types].xml': part(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      '_rels/.rels': part(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': part(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': part(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': part(
        `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`,
      ),
    },
    { level: 1 },
  );
}

const row = (number: number, ...texts: string[]): string =>
  `<row r="${number}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const head = row(1, '编号', '收到日期', '申请人类型', '答复日期', '答复结果');
const entry = (number: number, ...[id = 'A', result = '予以公开']: string[]) =>
  row(number, id, '2023-01-05', '自然人', '2023-02-01', result);

const received = async (bytes: Uint8Array) => {
  const tables = await readRegisters([{ name: 'a.xlsx', bytes }], 2023, vocabulary);
  return { tables, rows: tables.cells['t3.received.total']?.rows };
};

test('rows beyond all bounds, all of them empty but the head and one entry, give that entry', async () => {
  const last = 1_048_576;
  const count = full ? last - 2 : mostRows;
  const empty = Array.from({ length: count }, (_, index) => `<row r="${last - index}"/>`)
    .reverse()
    .join('');
  expect((await received(workbook('台账', head + entry(2) + empty))).rows).toEqual(['1!2']);
});

test('what a sheet claims of its size, columns at the edge and rows far below cost nothing', async () => {
  const far = `<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>`;
  expect((await received(workbook('台账', head + entry(2) + far))).rows).toEqual(['1!2']);
});

test('formulas are never reckoned nor handed on', async () => {
  const formula = `<row r="3"><c r="A3"><f>HYPERLINK("http://127.0.0.1/"&amp;A2,"x")</f></c><c r="B3" t="str"><f>REPT("A",32767)</f><v>2023-03-05</v></c><c r="C3" t="inlineStr"><is><t>自然人</t></is></c><c r="D3" t="str"><f>WEBSERVICE("http://127.0.0.1/")</f><v>2023-03-20</v></c><c r="E3" t="inlineStr"><is><t>=cmd|'/c calc'!A0</t></is></c></row>`;
  const { tables, rows } = await received(workbook('台账', head + entry(2) + formula));
  expect(rows).toEqual(['1!2']);
  expect(tables.unclassified).toEqual([
    { row: '1!3', column: 'E', field: 'outcome', length: 17, why: 'unknown-word', counted: false },
  ]);
});

test('hostile names of sheets, files and numbers are nowhere in what is told', async () => {
  const names = ['../../etc/passwd', '__proto__', '=2+5', 'constructor', 'toString'];
  for (const name of names) {
    const bytes = workbook(name, head + entry(2, name) + entry(3, name, '重复申请') + entry(4, 'B', name));
    const tables = await readRegisters([{ name: `${name}.xlsx`, bytes }], 2023, vocabulary);
    const view = {
      tables,
      differences: null,
      compared: 0,
      unread: 0,
      forms,
      lang: 'zh-CN' as const,
      t: translator('zh-CN'),
    };
    expect(tables.cells['t3.received.total']).toEqual({ value: 2, rows: ['1!2', '1!3'], open: ['1!4'] });
    for (const format of ['pretty', 'json', 'md'] as const)
      expect(String(await registerDocument[format](view)).includes(name)).toBe(false);
  }
});
