import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { utils, write, type BookType } from '@e965/xlsx';

import { glance } from '../../../../test/fixtures/blocks.js';
import { packed } from '../../../../test/fixtures/packages.js';
import { readXlsx } from './xlsx.js';

type Value = string | number | null;

/** One sheet as a clerk makes it: values, merged ranges, and borders around what stands in `ruled`. */
async function workbook(
  rows: readonly (readonly Value[])[],
  make: (sheet: ExcelJS.Worksheet) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== null) sheet.getCell(index + 1, column + 1).value = value;
    });
  });
  make(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function ruled(sheet: ExcelJS.Worksheet, range: string): void {
  const [from = 'A1', to = 'A1'] = range.split(':');
  const first = sheet.getCell(from);
  const last = sheet.getCell(to);
  for (let row = Number(first.row); row <= Number(last.row); row += 1)
    for (let column = Number(first.col); column <= Number(last.col); column += 1)
      sheet.getCell(row, column).border = { top: { style: 'thin' } };
}

const shown = async (rows: readonly (readonly Value[])[], make?: (sheet: ExcelJS.Worksheet) => void) =>
  glance(await readXlsx(await workbook(rows, make)));

describe('what a cell says', () => {
  const one = async (value: ExcelJS.CellValue, format = 'General') => {
    const bytes = await workbook(
      [
        ['甲', null],
        ['乙', 'x'],
      ],
      (sheet) => {
        sheet.getCell('B1').value = value;
        sheet.getCell('B1').numFmt = format;
      },
    );
    const [table] = (await readXlsx(bytes)).blocks;
    return table?.kind === 'table' ? table.rows[0]?.[1]?.text : null;
  };

  test.each([
    [31, 'General', '31'],
    [0.190457379, 'General', '0.190457379'],
    [0.1 + 0.2, 'General', '0.3'],
    [92.2343, '0', '92.2343'],
    [92.2343, '0.00', '92.2343'],
    [92, '0.00', '92.00'],
    [1234567, '#,##0', '1,234,567'],
    [1234567.5, '#,##0', '1234567.5'],
    [12345678901234, 'General', '12345678901234'],
    [31, '0"件"', '31件'],
    [0, '0;-0;"-"', '-'],
    [0.45, '0%', '45%'],
    [-8, '0', '-8'],
  ] as const)('%s displayed with %s is %s', async (value, format, text) => {
    expect(await one(value, format)).toBe(text);
  });

  test('text stays text, a formula is its stored value, a date is as displayed', async () => {
    expect(await one('031')).toBe('031');
    expect(await one('　 1')).toBe('　 1');
    expect(await one({ formula: 'SUM(1,2)', result: 3 })).toBe('3');
    expect(await one({ richText: [{ text: '31' }, { text: '件' }] })).toBe('31件');
    expect(await one(new Date(Date.UTC(2022, 0, 31)), 'yyyy"年"m"月"d"日"')).toBe('2022年1月31日');
  });
});

describe('sheets', () => {
  test('merged cells, empty cells, and the place of every cell', async () => {
    const bytes = await workbook(
      [
        ['题', null, '总计'],
        [null, null, 5],
        ['甲', null, 6],
      ],
      (sheet) => {
        sheet.mergeCells('A1:B2');
      },
    );
    expect((await readXlsx(bytes)).blocks).toEqual([
      {
        kind: 'table',
        grid: true,
        at: { sheet: '表', ref: 'A1' },
        rows: [
          [
            { text: '题', at: { sheet: '表', ref: 'A1' }, column: 0, columnSpan: 2, rowSpan: 2 },
            { text: '总计', at: { sheet: '表', ref: 'C1' }, column: 2, columnSpan: 1, rowSpan: 1 },
          ],
          [{ text: '5', at: { sheet: '表', ref: 'C2' }, column: 2, columnSpan: 1, rowSpan: 1 }],
          [
            { text: '甲', at: { sheet: '表', ref: 'A3' }, column: 0, columnSpan: 1, rowSpan: 1 },
            { text: '', at: { sheet: '表', ref: 'B3' }, column: 1, columnSpan: 1, rowSpan: 1 },
            { text: '6', at: { sheet: '表', ref: 'C3' }, column: 2, columnSpan: 1, rowSpan: 1 },
          ],
        ],
      },
    ]);
  });

  const prose = '这一年，本机关认真办理各项申请。'.repeat(6);

  test('title, prose and tables in one grid, merged over the full width', async () => {
    const rows: Value[][] = [
      ['某局年度报告'],
      ['一、总体情况'],
      [prose],
      ['二、主动公开政府信息情况'],
      ['第二十条第（五）项'],
      ['行政许可', 3],
      ['三、收到和处理政府信息公开申请情况'],
      ['申请', '自然人', '总计'],
      ['新收', 1, 2],
    ];
    const merge = (sheet: ExcelJS.Worksheet) => {
      for (const row of [1, 2, 3, 4, 5, 7]) sheet.mergeCells(row, 1, row, 3);
      sheet.mergeCells('B6:C6');
    };
    expect(await shown(rows, merge)).toEqual([
      '某局年度报告',
      '一、总体情况',
      prose,
      '二、主动公开政府信息情况',
      '第二十条第（五）项',
      ['0: 行政许可 | 1+2: 3'],
      '三、收到和处理政府信息公开申请情况',
      ['0: 申请 | 1: 自然人 | 2: 总计', '0: 新收 | 1: 1 | 2: 2'],
    ]);
  });

  test('the same without merging, around ruled tables of different widths', async () => {
    const rows: Value[][] = [
      ['某局年度报告'],
      [prose],
      [null, '五、表'],
      ['行政许可', 3],
      [],
      ['六、表'],
      ['a', 'b', 'c', 'd'],
      ['新收', 1, 2, 3],
    ];
    rows[2] = ['五、表'];
    const make = (sheet: ExcelJS.Worksheet) => {
      ruled(sheet, 'A4:B4');
      ruled(sheet, 'A7:D8');
    };
    expect(await shown(rows, make)).toEqual([
      '某局年度报告',
      prose,
      '五、表',
      ['0: 行政许可 | 1: 3'],
      '六、表',
      ['0: a | 1: b | 2: c | 3: d', '0: 新收 | 1: 1 | 2: 2 | 3: 3'],
    ]);
  });

  test('a row with only its label, and a row of empty ruled cells, stay in their table', async () => {
    const rows: Value[][] = [['题', 'a', 'b'], ['一、新收'], ['二、结转', 1, 2], []];
    expect(await shown(rows, (sheet) => ruled(sheet, 'A1:C4'))).toEqual([
      ['0: 题 | 1: a | 2: b', '0: 一、新收 | 1:  | 2: ', '0: 二、结转 | 1: 1 | 2: 2', '0:  | 1:  | 2: '],
    ]);
  });

  test('a table that begins in a later column', async () => {
    expect(
      await shown([
        [null, null, 'a', 'b'],
        [null, null, 1, 2],
      ]),
    ).toEqual([['0: a | 1: b', '0: 1 | 1: 2']]);
  });

  test('hidden rows, columns and sheets are left out and told', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.addRows([
      ['题', 'x', 'a', 'b'],
      ['隐', 'x', 7, 8],
      ['甲', 'x', 1, 2],
    ]);
    sheet.mergeCells('A1:B1');
    sheet.getRow(2).hidden = true;
    sheet.getColumn(2).hidden = true;
    book.addWorksheet('藏', { state: 'hidden' }).addRow(['y', 'z']);
    const document = await readXlsx(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(glance(document)).toEqual([['0: 题 | 1: a | 2: b', '0: 甲 | 1: 1 | 2: 2']]);
    expect(document.notes).toEqual([
      { code: 'hidden-cells', at: null, values: { sheets: '1', rows: '1', columns: '1' } },
    ]);
  });

  test('a picture on a sheet is told', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('图');
    sheet.addRow(['三、收到和处理政府信息公开申请情况']);
    const base64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    sheet.addImage(book.addImage({ base64, extension: 'png' }), 'A2:C9');
    expect((await readXlsx(new Uint8Array(await book.xlsx.writeBuffer()))).blocks).toEqual([
      { kind: 'paragraph', text: '三、收到和处理政府信息公开申请情况', at: { sheet: '图', ref: 'A1' } },
      { kind: 'aside', what: 'picture', at: { sheet: '图' } },
    ]);
  });

  test('sheets follow each other; empty ones leave nothing', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('一').addRows([
      ['a', 1],
      ['b', 2],
    ]);
    book.addWorksheet('二');
    book.addWorksheet('三').addRows([
      ['c', 3],
      ['d', 4],
    ]);
    expect(glance(await readXlsx(new Uint8Array(await book.xlsx.writeBuffer())))).toEqual([
      ['0: a | 1: 1', '0: b | 1: 2'],
      ['0: c | 1: 3', '0: d | 1: 4'],
    ]);
  });
});

test.each(['xlsx', 'biff8', 'xlml'] as BookType[])('written as %s', async (bookType) => {
  const sheet = utils.aoa_to_sheet([
    ['题', null, '总计'],
    ['甲', 1.5, 2],
    ['乙', 3, 4],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
  expect(glance(await readXlsx(bytes))).toEqual([
    ['0+2: 题 | 2: 总计', '0: 甲 | 1: 1.5 | 2: 2', '0: 乙 | 1: 3 | 2: 4'],
  ]);
});

describe('hostile packages', () => {
  const parts = (sheet: string, book = '') => ({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/workbook.xml': `${book}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
  });
  const cell = (ref: string) => `<row r="${ref.replace(/\D/g, '')}"><c r="${ref}"><v>1</v></c></row>`;

  test('cells and ranges at the far corner of the sheet', async () => {
    const document = await readXlsx(
      packed(
        parts(
          `<dimension ref="A1:XFD1048576"/><sheetData>${cell('A1')}${cell('XFD1048576')}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
        ),
      ),
    );
    expect(document.notes).toEqual([{ code: 'truncated', at: { sheet: 'S' }, values: { rows: '5000' } }]);
  });

  test('merged ranges without end', async () => {
    const merges = Array.from(
      { length: 3000 },
      (_, index) => `<mergeCell ref="A${String(index + 1)}:ZZ5000"/>`,
    ).join('');
    const rows = Array.from({ length: 5000 }, (_, index) => cell(`A${String(index + 1)}`)).join('');
    await expect(
      readXlsx(packed(parts(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`))),
    ).rejects.toMatchObject({ code: 'too-large' });
  });

  test('hidden columns without end', async () => {
    const document = await readXlsx(
      packed(
        parts(
          `<cols><col min="2" max="4000000000" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>`,
        ),
      ),
    );
    expect(glance(document)).toEqual(['1']);
  });

  test('entities', async () => {
    await expect(readXlsx(packed(parts('', '<!DOCTYPE x [<!ENTITY a "b">]>')))).rejects.toMatchObject({
      code: 'unsafe-xml',
    });
  });

  test('no workbook at all', async () => {
    await expect(readXlsx(packed({ 'a.xml': '<a/>' }))).rejects.toMatchObject({ code: 'damaged' });
  });
});

test('Excel 95 keeps Chinese text in a code page', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['QQQQ', 12]]), 'a');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff5' }) as ArrayBuffer);
  // SheetJS writes no Chinese into this format: 规章 in GBK instead of the letters, and the record that names code page 936.
  const patched = replaced(bytes, [0x51, 0x51, 0x51, 0x51], [0xb9, 0xe6, 0xd5, 0xc2]);
  const chinese = replaced(patched, [0x42, 0, 2, 0, 0xe4, 0x04], [0x42, 0, 2, 0, 0xa8, 0x03]);
  expect(glance(await readXlsx(chinese))).toEqual([['0: 规章 | 1: 12']]);
});

function replaced(bytes: Uint8Array, from: readonly number[], to: readonly number[]): Uint8Array {
  const at = bytes.findIndex((_, index) => from.every((byte, next) => bytes[index + next] === byte));
  const result = bytes.slice();
  result.set(to, at);
  return result;
}

describe('a cell that contradicts itself', () => {
  const sheet = (rows: string) =>
    packed({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="s"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet.xml"/></Relationships>',
      'xl/sheet.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    });
  const texts = async (rows: string) =>
    (await readXlsx(sheet(rows))).blocks.map((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.kind,
    );

  test('is not read where its reference names another row, nor is the one that it names', async () => {
    const first = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C2"><v>3</v></c></row>';
    const second = '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="C2"><v>6</v></c></row>';
    expect(await texts(first + second)).toEqual([
      [
        ['1', '2', '\ufffd'],
        ['4', '5', '\ufffd'],
      ],
    ]);
  });

  test('is not read when it is there twice with different values', async () => {
    const row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="B1"><v>3</v></c></row>';
    const again = '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="B2"><v>5</v></c></row>';
    expect(await texts(row + again)).toEqual([
      [
        ['1', '\ufffd'],
        ['4', '5'],
      ],
    ]);
  });
});
