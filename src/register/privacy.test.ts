import ExcelJS from 'exceljs';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { loadRegisterVocabulary } from '../defaults/defaults.js';
import { registerDocument } from '../report/register/index.js';
import { translator } from '../report/translate.js';
import { readRegisters } from './index.js';
import { forms } from '../../test/fixtures/defaults.js';

const secrets = [
  '欧阳某某',
  '栖霞路八号院',
  '110101199003071234',
  '13912345678',
  '宏图伟业商贸',
  'someone@example.org',
];

/** Every cell of the register names somebody, in the words of an entry, alone, or behind them. */
async function plantedRegister(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(`${secrets[0] ?? ''}的申请`);
  sheet.addRow([`${secrets[4] ?? ''}依申请公开台账2023年`]);
  const heads = [
    '编号',
    '收到日期',
    '申请人',
    '申请人类型',
    '地址',
    '联系电话',
    '答复日期',
    '办理结果',
    '不予公开理由',
    '是否结转',
    '复议结果',
    '诉讼结果',
    ...secrets,
  ];
  sheet.addRow(heads);
  const plain = [
    '1',
    '2023-01-05',
    '某',
    '自然人',
    '',
    '',
    '2023-02-01',
    '不予公开',
    '属于国家秘密',
    '否',
    '维持',
    '',
  ];
  sheet.addRow(plain);
  for (let column = 0; column < plain.length; column += 1)
    for (const secret of secrets) {
      sheet.addRow(plain.map((text, at) => (at === column ? secret : text)));
      sheet.addRow(plain.map((text, at) => (at === column ? `${text}（${secret}）` : text)));
      sheet.addRow(plain.map((text, at) => (at === column ? `依据《${secret}》不予处理` : text)));
    }
  sheet.addRow([`填表人：${secrets[0] ?? ''}，电话${secrets[3] ?? ''}`]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('no output holds a name, an address, an identity or a telephone number of the register', async () => {
  const bytes = await plantedRegister();
  const name = `${secrets[0] ?? ''}.xlsx`;
  const tables = await readRegisters([{ name, bytes }], 2023, loadRegisterVocabulary());
  expect(tables.sheets.map(({ kind }) => kind)).toEqual(['applications']);
  expect(tables.unclassified.length).toBeGreaterThan(50);
  const texts = [JSON.stringify(tables)];
  for (const lang of ['zh-CN', 'en'] as const) {
    const differences = Object.entries(tables.cells).map(([cell, { value, rows, open }]) => ({
      cell,
      report: null,
      register: value,
      rows,
      open,
    }));
    const view = {
      tables,
      differences,
      compared: 0,
      unread: 0,
      forms,
      lang,
      t: translator(lang),
    };
    for (const format of ['pretty', 'json', 'md', 'xlsx'] as const) {
      const document = await registerDocument[format](view);
      if (typeof document === 'string') texts.push(document);
      else texts.push(...Object.values(unzipSync(document)).map((part) => strFromU8(part)));
    }
  }
  for (const text of texts) for (const secret of secrets) expect(text.includes(secret)).toBe(false);
});
