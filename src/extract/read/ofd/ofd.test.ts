import { describe, expect, test } from 'vitest';

import { glance, tablesOf } from '../../../../test/fixtures/blocks.js';
import { ofdFile, path, text } from '../../../../test/fixtures/files/ofd-file.js';
import { packed } from '../../../../test/fixtures/packages.js';
import { InputError } from '../../../model/index.js';
import { readOfd } from './ofd.js';

const read = (...pages: string[]) => glance(readOfd(ofdFile(pages)));

/** Two rows of two cells from 20/30 mm, 50 by 8 mm each. */
const grid =
  [0, 8, 16].map((y) => `M 0 ${String(y)} L 100 ${String(y)}`).join(' ') +
  [0, 50, 100].map((x) => ` M ${String(x)} 0 L ${String(x)} 16`).join('');
const words = text(22, 31, '新收') + text(72, 31, '12') + text(22, 39, '结转') + text(72, 39, '3');
const table = ['0: 新收 | 1: 12', '0: 结转 | 1: 3'];

describe('tables', () => {
  test('from stroked paths', () => {
    const document = readOfd(ofdFile([path(20, 30, grid) + words]));
    expect(glance(document)).toEqual([table]);
    expect(tablesOf(document.blocks)[0]?.rows[0]?.[1]?.at).toEqual({ page: 1, box: [70, 30, 120, 38] });
  });

  test('from thin filled bars', () => {
    const bar = (x: number, y: number, width: number, height: number) =>
      path(
        x,
        y,
        `M 0 0 L ${String(width)} 0 L ${String(width)} ${String(height)} L 0 ${String(height)} C`,
        'Stroke="false" Fill="true"',
      );
    const bars =
      [30, 38, 46].map((y) => bar(20, y, 100, 0.2)).join('') +
      [20, 70, 120].map((x) => bar(x, 30, 0.2, 16)).join('');
    expect(read(bars + words)).toEqual([table]);
  });

  test('placed by a transformation', () => {
    const shrunk = grid.replaceAll(/\d+/g, (digits) => String(Number(digits) * 10));
    expect(read(path(20, 30, shrunk, 'CTM="0.1 0 0 0.1 0 0"') + words)).toEqual([table]);
  });

  test('with lines in the template of the page', () => {
    expect(glance(readOfd(ofdFile([words], { template: path(20, 30, grid) })))).toEqual([table]);
  });

  test('paths that clip or fill patterns are not lines', () => {
    const clipped = text(22, 31, '正文').replace(
      '<ofd:TextCode',
      `<ofd:Clips><ofd:Clip><ofd:Area>${path(0, 0, grid)}</ofd:Area></ofd:Clip></ofd:Clips><ofd:TextCode`,
    );
    expect(read(clipped)).toEqual(['正文']);
    expect(read(path(20, 30, grid, 'Stroke="false"') + text(22, 31, '正文'))).toEqual(['正文']);
    expect(read(path(20, 30, grid, 'Visible="false"') + text(22, 31, '正文'))).toEqual(['正文']);
  });
});

describe('text', () => {
  test('advances by DeltaX, with repetitions', () => {
    expect(read(text(20, 30, '共收到12件', '', 'DeltaX="g 3 4 2.2 2.2"'))).toEqual(['共收到12件']);
    // Two numbers of one text object in two columns.
    expect(read(text(20, 30, '1234', '', 'DeltaX="2 20 2"'))).toEqual(['12 34']);
  });

  test('a second text that does not say where it begins goes on at the same line', () => {
    const object = text(20, 30, '甲').replace(
      '</ofd:TextObject>',
      '<ofd:TextCode X="40">乙</ofd:TextCode></ofd:TextObject>',
    );
    expect(read(object)).toEqual(['甲 乙']);
  });

  test('glyph numbers do not replace the characters', () => {
    const object = text(20, 30, '收到').replace(
      '<ofd:TextCode',
      '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>12 13</ofd:Glyphs></ofd:CGTransform><ofd:TextCode',
    );
    expect(read(object)).toEqual(['收到']);
  });

  test('that runs down beside upright text', () => {
    const down = text(23, 31, '结果', 'ReadDirection="90"', 'DeltaX="0" DeltaY="4"');
    const upright = text(72, 31, '十二件') + text(22, 60, '以上数据截至年底');
    expect(read(path(20, 30, 'M 0 0 L 100 0 L 100 16 L 0 16 C M 50 0 L 50 16') + down + upright)).toEqual([
      ['0: 结果 | 1: 十二件'],
      '以上数据截至年底',
    ]);
  });

  test('that does not show is read and noted', () => {
    const scan = '<ofd:ImageObject ID="9" ResourceID="8" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>';
    const { notes } = readOfd(ofdFile([scan + text(20, 30, '收到十二件', 'Alpha="0"')]));
    expect(notes).toEqual([{ code: 'scanned', at: { page: 1 }, values: { count: '1' } }]);
  });
});

describe('packages', () => {
  const reason = (bytes: Uint8Array): unknown => {
    try {
      return glance(readOfd(bytes));
    } catch (error) {
      return error instanceof InputError ? error.code : error;
    }
  };

  test('a page that cannot be parsed is noted, the others are read', () => {
    const document = readOfd(ofdFile([text(20, 30, '甲'), '<broken', text(20, 30, '乙')]));
    expect([glance(document), document.pages, document.notes]).toEqual([
      ['甲', '乙'],
      3,
      [{ code: 'truncated', at: { page: 2 }, values: { pages: '2' } }],
    ]);
  });

  test('that cannot be read are named', () => {
    expect(reason(ofdFile([]))).toBe('damaged');
    expect(reason(ofdFile(['']))).toBe('empty');
    expect(reason(ofdFile(['<ofd:ImageObject ID="9" ResourceID="8" Boundary="0 0 210 297"/>']))).toBe(
      'illegible',
    );
    expect(reason(ofdFile(['<!DOCTYPE a [<!ENTITY b "c">]>']))).toBe('damaged');
    expect(reason(ofdFile([text(20, 30, '甲')], { files: { 'Encryptions.xml': '<a/>' } }))).toBe('encrypted');
    expect(reason(packed({ 'OFD.xml': '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>' }))).toBe(
      'damaged',
    );
  });
});
