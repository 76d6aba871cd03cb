import { describe, expect, test } from 'vitest';

import { glance } from '../../../../test/fixtures/blocks.js';
import { readRtf } from './rtf.js';

/** RTF holds one byte per character. */
const bytes = (source: string) => Uint8Array.from(source, (each) => each.charCodeAt(0));
const read = (body: string, head = '\\ansi\\ansicpg936\\deff0') => readRtf(bytes(`{\\rtf1${head}\n${body}}`));
const shown = (body: string, head?: string) => glance(read(body, head));

/** A row with cells up to the given right edges. */
const row = (cells: readonly [right: number, text: string, merge?: string][]) =>
  `\\trowd\\trleft0${cells.map(([right, , merge = '']) => `${merge}\\clvertalc\\cellx${String(right)}`).join('')}\\pard\\intbl ${cells.map(([, text]) => `${text}\\cell `).join('')}\\row `;

describe('characters', () => {
  test('bytes in the code page of the document, written out or raw', () => {
    expect(shown("\\'d2\\'bb\\'a1\\'a2\xd7\xdc\xcc\xe5\\par")).toEqual(['一、总体']);
  });

  test('bytes in the code page of the font', () => {
    const fonts =
      '\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fnil\\fcharset134 SimSun;}{\\f2\\fnil\\fcharset136 PMingLiU;}}';
    expect(shown("{\\f1 \\'d6\\'d0}{\\f2 \\'a4\\'a4}{\\f0 caf\\'e9}\\par", fonts)).toEqual(['中中café']);
  });

  test('a second byte that looks like ASCII', () => {
    expect(shown("\\'81@\\par")).toEqual([new TextDecoder('gb18030').decode(Uint8Array.of(0x81, 0x40))]);
  });

  test('Unicode with its replacement left out', () => {
    expect(
      shown("\\u20844?\\u24320\\'3f\\uc2\\u-229\\'a3\\'a8{\\uc0\\u19968}\\uc1\\u55357?\\u56842?.\\par"),
    ).toEqual(['公开；一😊.']);
  });

  test('named characters, escapes, breaks', () => {
    expect(shown('\\{a\\\\b\\}\\tab c\\line d\\emdash\\_1\\~e\\ldblquote\\rdblquote\\par')).toEqual([
      '{a\\b}\tc\nd—-1\u00a0e“”',
    ]);
  });

  test('line ends of the file are no text, binary data is passed over', () => {
    expect(shown('a\r\nb{\\pict\\bin4 }{}\\par}c\\par')).toEqual(['abc', '(picture)']);
  });
});

describe('what is left out', () => {
  test('hidden and deleted text, headers, notes, unknown destinations', () => {
    const document = read(
      '{\\header H\\par}{\\*\\unknown U{V}}{\\footnote F}a{\\v h}{\\v0 b}{\\deleted d}{\\revised c}{\\*\\bkmkstart x}{\\info{\\author A}}\\par',
    );
    expect(glance(document)).toEqual(['abc']);
    expect(document.notes).toEqual([{ code: 'changes-pending', at: null, values: { count: '2' } }]);
  });

  test('field codes, with links to attachments told', () => {
    expect(
      shown(
        '{\\field{\\*\\fldinst HYPERLINK "http://example.invalid/t.xls"}{\\fldrslt t}}{\\field{\\*\\fldinst PAGE}{\\fldrslt 2}}\\par',
      ),
    ).toEqual(['t2', '(attachment)']);
  });

  test('one of two forms of a text', () => {
    expect(
      shown('{\\upr{a?}{\\*\\ud{a\\u24320?}}}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}\\par'),
    ).toEqual(['a开', '(picture)']);
  });

  test('a list label is text', () => {
    expect(shown("{\\listtext\\pard \\'d2\\'bb\\'a1\\'a2\\tab}a\\par")).toEqual(['一、\ta']);
  });
});

test('headings by outline level and by style', () => {
  const document = read(
    '{\\stylesheet{\\s0 Normal;}{\\s3\\outlinelevel1 x;}{\\s4 heading 1;}}{\\info{\\title T}}\\pard\\s4 a\\par\\pard\\s3 b\\par\\pard\\outlinelevel2 c\\par\\pard\\s0 d\\par',
  );
  expect(document.blocks).toEqual([
    { kind: 'paragraph', text: 'a', at: { paragraph: 1 }, heading: 1 },
    { kind: 'paragraph', text: 'b', at: { paragraph: 2 }, heading: 2 },
    { kind: 'paragraph', text: 'c', at: { paragraph: 3 }, heading: 3 },
    { kind: 'paragraph', text: 'd', at: { paragraph: 4 } },
  ]);
});

describe('tables', () => {
  test('columns come from the edges of all rows, rounded or not', () => {
    const body =
      row([
        [1000, 'a'],
        [2000, 'b'],
        [3000, 'c'],
      ]) +
      row([
        [2010, 'd'],
        [2990, 'e'],
      ]);
    expect(shown(body)).toEqual([['0: a | 1: b | 2: c', '0+2: d | 2: e']]);
  });

  test('merged cells', () => {
    const body =
      row([
        [1000, 'a', '\\clvmgf'],
        [2000, 'b', '\\clmgf'],
        [3000, '', '\\clmrg'],
      ]) +
      row([
        [1000, '', '\\clvmrg'],
        [2000, 'c'],
        [3000, 'd'],
      ]) +
      row([
        [1000, 'e', '\\clvmgf'],
        [2000, 'f'],
        [3000, 'g'],
      ]);
    expect(shown(body)).toEqual([['0v2: a | 1+2: b', '1: c | 2: d', '0: e | 1: f | 2: g']]);
  });

  test('text between tables parts them; every cell knows its place', () => {
    const { blocks } = read(
      `\\pard x\\par ${row([
        [900, 'a'],
        [1800, 'b'],
      ])}\\pard y\\par ${row([
        [900, 'c\\par d'],
        [1800, 'e'],
      ])}`,
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'x', at: { paragraph: 1 } },
      expect.objectContaining({ kind: 'table', at: { table: 1 } }),
      { kind: 'paragraph', text: 'y', at: { paragraph: 2 } },
      {
        kind: 'table',
        grid: true,
        at: { table: 2 },
        rows: [
          [
            { text: 'c\nd', at: { table: 2, row: 1, cell: 1 }, column: 0, columnSpan: 1, rowSpan: 1 },
            { text: 'e', at: { table: 2, row: 1, cell: 2 }, column: 1, columnSpan: 1, rowSpan: 1 },
          ],
        ],
      },
    ]);
  });

  test('a definition repeated after the cells', () => {
    const once = row([
      [900, 'a'],
      [1800, 'b'],
    ]);
    expect(shown(once.replace('\\row', '\\trowd\\trleft0\\cellx900\\cellx1800\\row') + once)).toEqual([
      ['0: a | 1: b', '0: a | 1: b'],
    ]);
  });

  test('a row without a definition, and cells beyond it', () => {
    expect(shown('\\pard\\intbl a\\cell b\\cell\\row')).toEqual([['0: a | 1: b']]);
    expect(shown('\\trowd\\cellx500\\pard\\intbl a\\cell b\\cell\\row')).toEqual([['0: a | 1: b']]);
  });

  test('a table inside a cell', () => {
    const nested =
      '\\pard\\intbl\\itap2 p\\nestcell q\\nestcell{\\*\\nesttableprops\\trowd\\cellx400\\cellx800\\nestrow}{\\nonesttables\\par}';
    const body = `\\trowd\\cellx900\\cellx1800\\cellx2700\\pard\\intbl a\\cell ${nested}${nested}\\pard\\intbl b\\cell c\\cell\\row${row(
      [
        [900, '1'],
        [1800, '2'],
        [2700, '3'],
      ],
    )}`;
    expect(shown(body)).toEqual([
      ['0: a | 1: b | 2: c', '0: 1 | 1: 2 | 2: 3'],
      ['0: p | 1: q', '0: p | 1: q'],
    ]);
  });
});

describe('hostile files', () => {
  test('groups and tables nested too deep', () => {
    expect(() => read('{'.repeat(5000))).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => read('\\intbl\\itap10000 a\\par')).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });

  test('unbalanced, cut off, senseless numbers', () => {
    expect(shown('}}}a\\par')).toEqual(['a']);
    expect(shown('a\\par{\\b')).toEqual(['a']);
    expect(shown("a\\u99999999999?\\'zz\\bin99999999999 b")).toHaveLength(1);
    expect(shown(`\\trowd${'\\cellx1'.repeat(10_000)}${'\\intbl x\\cell'.repeat(10_000)}\\row`)).toHaveLength(
      1,
    );
  });
});
