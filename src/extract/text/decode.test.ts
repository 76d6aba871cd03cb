import { describe, expect, test } from 'vitest';
import { decode } from './decode.js';

const text = '县水利局政府信息公开工作年度报告，本年新收申请3件。\n';
const utf8 = new TextEncoder().encode(text);

/** UTF-16 bytes of a text. */
function utf16(source: string, little: boolean, mark: boolean): Uint8Array {
  const units = [
    ...(mark ? [0xfeff] : []),
    ...Array.from({ length: source.length }, (_, i) => source.charCodeAt(i)),
  ];
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])),
  );
}

/** 政府信息公开年度报告 in GBK, 政府資訊公開年度報告 in Big5. */
const gbk = Uint8Array.from([
  0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8,
  0xb8, 0xe6,
]);
const big5 = Uint8Array.from([
  0xac, 0x46, 0xa9, 0xb2, 0xb8, 0xea, 0xb0, 0x54, 0xa4, 0xbd, 0xb6, 0x7d, 0xa6, 0x7e, 0xab, 0xd7, 0xb3, 0xf8,
  0xa7, 0x69,
]);

describe('decode', () => {
  test.each([
    ['UTF-8', utf8, { text, encoding: 'utf-8', guessed: false }],
    [
      'UTF-8 with a mark',
      Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]),
      { text, encoding: 'utf-8', guessed: false },
    ],
    ['UTF-16 LE with a mark', utf16(text, true, true), { text, encoding: 'utf-16le', guessed: false }],
    ['UTF-16 BE with a mark', utf16(text, false, true), { text, encoding: 'utf-16be', guessed: false }],
    ['GBK', gbk, { text: '政府信息公开年度报告', encoding: 'gb18030', guessed: true }],
    ['Big5', big5, { text: '政府資訊公開年度報告', encoding: 'big5', guessed: true }],
  ])('%s', (_, bytes, expected) => {
    expect(decode(bytes)).toEqual(expected);
  });

  test('UTF-16 without a mark shows by the zero bytes of digits and markup', () => {
    const page = `<table>${'<tr><td>0</td></tr>'.repeat(30)}</table>${text}`;
    expect(decode(utf16(page, true, false))).toEqual({ text: page, encoding: 'utf-16le', guessed: true });
  });

  test('a wrong declaration does not prevail over valid UTF-8', () => {
    const page = `<meta charset="gb2312">${text}`;
    expect(decode(new TextEncoder().encode(page))).toEqual({ text: page, encoding: 'utf-8', guessed: false });
  });
});
