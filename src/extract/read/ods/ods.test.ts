import { expect, test } from 'vitest';
import { packed } from '../../../../test/fixtures/packages.js';
import { detect } from '../detect.js';
import { readDocument } from '../index.js';
import { readOds } from './ods.js';

const namespaces = ['office', 'style', 'text', 'table', 'drawing']
  .map(
    (each) =>
      `xmlns:${each === 'drawing' ? 'draw' : each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`,
  )
  .join(' ');
const media = 'application/vnd.oasis.opendocument.spreadsheet';

const hiddenSheet =
  '<office:automatic-styles><style:style style:name="H" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';

const content = (sheets: string, root = 'document-content'): string =>
  `<?xml version="1.0"?><office:${root} ${namespaces} office:mimetype="${media}">${hiddenSheet}<office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:${root}>`;

const book = (sheets: string): Uint8Array => packed({ mimetype: media, 'content.xml': content(sheets) });

const sheet = (rows: string, more = ''): string =>
  `<table:table table:name="表三" ${more}>${rows}</table:table>`;
const cell = (text: string, more = ''): string =>
  `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;

const cellsOf = (bytes: Uint8Array) =>
  readOds(bytes).sheets.map(({ rows }) =>
    [...rows].map(([row, columns]) => [row, Object.fromEntries(columns)] as const),
  );

test('cells stand where the sheet has them, whatever is repeated, spanned or covered', () => {
  const rows =
    `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
    `<table:table-row>${cell('申请人情况', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('0', 'table:number-columns-repeated="3"')}</table:table-row>` +
    `<table:table-row><table:table-cell office:value-type="float" office:value="7"/>${cell('甲<text:s text:c="2"/>乙<office:annotation><text:p>批注</text:p></office:annotation><draw:frame><draw:text-box><text:p>9</text:p></draw:text-box></draw:frame>')}</table:table-row>`;
  expect(cellsOf(book(sheet(rows)))).toEqual([
    [
      [0, { 0: '' }],
      [2, { 0: '申请人情况', 2: '0', 3: '0', 4: '0' }],
      [3, { 0: '7', 1: '甲  乙' }],
    ],
  ]);
  expect(readOds(book(sheet(rows))).sheets[0]?.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
});

test('hidden sheets, rows and columns are left out and said so; a single file is read like a package', async () => {
  const sheets =
    sheet(
      `<table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell('甲')}${cell('乙')}</table:table-row>` +
        `<table:table-row table:visibility="collapse">${cell('丙')}</table:table-row>`,
    ) + sheet(`<table:table-row>${cell('丁')}</table:table-row>`, 'table:style-name="H"');
  const single = new TextEncoder().encode(content(sheets, 'document'));
  expect([await detect(book(sheets)), await detect(single)]).toEqual(['ods', 'ods']);
  for (const bytes of [book(sheets), single]) {
    const { format, blocks, notes } = await readDocument(bytes, '年报.ods');
    expect([format, JSON.stringify(blocks)]).toEqual(['ods', expect.stringContaining('甲')]);
    expect(JSON.stringify(blocks)).not.toMatch(/[乙丙丁]/);
    expect(notes).toEqual([
      { code: 'hidden-cells', at: null, values: { sheets: '1', rows: '1', columns: '1' } },
    ]);
  }
});

test('rows and columns without end are cut where a report cannot reach', () => {
  const rows = `<table:table-row table:number-rows-repeated="1048576">${cell('1', 'table:number-columns-repeated="16384"')}</table:table-row>`;
  const [found] = readOds(book(sheet(rows)), 50).sheets;
  expect([found?.rows.size, found?.rows.get(0)?.size, found?.truncated]).toEqual([50, 256, true]);
});
