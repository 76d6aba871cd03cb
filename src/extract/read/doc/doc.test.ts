import { describe, expect, test } from 'vitest';

import { glance, tablesOf } from '../../../../test/fixtures/blocks.js';
import {
  cell,
  docFile,
  double,
  inTable,
  rowEnd,
  sprm,
  word,
  type DocParagraph,
} from '../../../../test/fixtures/files/doc-file.js';
import { InputError } from '../../../model/index.js';
import { readDoc } from './doc.js';

const read = (paragraphs: DocParagraph[], options = {}) => glance(readDoc(docFile(paragraphs, options)));

describe('text', () => {
  test('of two bytes and of one byte a character', () => {
    expect(read([{ text: '一、总体情况' }, { text: '' }, { text: '收到3件' }])).toEqual([
      '一、总体情况',
      '收到3件',
    ]);
    expect(read([{ text: '12 of 15' }], { compressed: true })).toEqual(['12 of 15']);
  });

  test('a field shows its result only', () => {
    expect(read([{ text: '共\x13 =SUM(A1:A2) \x1412\x15件，见\x13 PAGE \x15。' }])).toEqual(['共12件，见。']);
    expect(read([{ text: '\x13 IF \x13 PAGE \x142\x15 = 2 \x14是\x15' }])).toEqual(['是']);
  });

  test('deleted and hidden characters are left out, and changes noted', () => {
    const document = readDoc(
      docFile([
        {
          text: [
            { text: '共1' },
            { text: '2', properties: sprm(0x0800, 1) },
            { text: '3', properties: sprm(0x0801, 1) },
            { text: '4', properties: sprm(0x083c, 1) },
            { text: '件' },
          ],
        },
      ]),
    );
    expect([glance(document), document.notes]).toEqual([
      ['共13件'],
      [{ code: 'changes-pending', at: null, values: { count: '2' } }],
    ]);
  });

  test('special characters', () => {
    expect(read([{ text: '甲\x0b乙\x1e丙\x1f丁\x02' }])).toEqual(['甲\n乙-丙丁']);
    expect(read([{ text: '前\x01后' }])).toEqual(['前后', '(picture)']);
    expect(
      read([
        { text: [{ text: '选' }, { text: '(', properties: sprm(0x6a09, ...word(0), ...word(0xf0fe)) }] },
      ]),
    ).toEqual(['选\uf0fe']);
  });

  test('text boxes come last', () => {
    expect(read([{ text: '正文' }], { boxes: [{ text: '框内' }] })).toEqual(['正文', '框内']);
  });

  test('a paragraph knows its number and its heading', () => {
    const { blocks } = readDoc(
      docFile([{ text: '年度报告', properties: sprm(0x2640, 0) }, { text: '' }, { text: '正文' }]),
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '年度报告', at: { paragraph: 1 }, heading: 1 },
      { kind: 'paragraph', text: '正文', at: { paragraph: 3 } },
    ]);
  });
});

describe('tables', () => {
  test('cells know their place', () => {
    const document = readDoc(
      docFile([
        cell('新收'),
        cell('8'),
        rowEnd([0, 2000, 4000]),
        cell('结转'),
        cell('1'),
        rowEnd([0, 2000, 4000]),
        { text: '完' },
      ]),
    );
    expect(glance(document)).toEqual([['0: 新收 | 1: 8', '0: 结转 | 1: 1'], '完']);
    expect(tablesOf(document.blocks)[0]?.rows[1]?.[1]?.at).toEqual({ table: 1, row: 2, cell: 2 });
  });

  test('merged cells, by edges and by marks', () => {
    const rows = [
      cell('项目'),
      cell('情况'),
      rowEnd([0, 1000, 3000], [{ down: 'begin' }]),
      cell(''),
      cell('按时'),
      cell('延期'),
      rowEnd([0, 1000, 2000, 3005], [{ down: 'go on' }]),
      cell('合计'),
      cell(''),
      cell('9'),
      rowEnd([0, 1000, 2000, 3000], [{ across: 1 }, { across: 2 }]),
      cell('合计'),
      cell(''),
      cell('9'),
      rowEnd([0, 1000, 2000, 3000], [{ across: 2 }, { across: 1 }]),
    ];
    expect(read(rows)).toEqual([
      ['0v2: 项目 | 1+2: 情况', '1: 按时 | 2: 延期', '0+2: 合计 | 2: 9', '0+2: 合计 | 2: 9'],
    ]);
  });

  test('merges by later modifiers', () => {
    const rows = [
      cell('甲'),
      cell('乙'),
      cell('1'),
      rowEnd([0, 1000, 2000, 3000], [], ...sprm(0x5624, 0, 2), ...sprm(0xd62b, 2, 3)),
      cell('丙'),
      cell('丁'),
      cell(''),
      rowEnd([0, 1000, 2000, 3000], [], ...sprm(0xd62b, 2, 1)),
    ];
    expect(read(rows)).toEqual([['0+2: 甲 | 2v2: 1', '0: 丙 | 1: 丁']]);
  });

  test('property lists in the data stream', () => {
    expect(
      read(
        [cell('新收'), cell('8'), rowEnd([0, 2000, 4000]), cell('结转'), cell('1'), rowEnd([0, 2000, 4000])],
        { huge: true },
      ),
    ).toEqual([['0: 新收 | 1: 8', '0: 结转 | 1: 1']]);
  });

  test('a cell of several paragraphs', () => {
    const first: DocParagraph = { text: '商业', properties: inTable };
    expect(
      read([
        first,
        cell('企业'),
        cell('8'),
        rowEnd([0, 2000, 4000]),
        cell('甲'),
        cell('2'),
        rowEnd([0, 2000, 4000]),
      ]),
    ).toEqual([['0: 商业\n企业 | 1: 8', '0: 甲 | 1: 2']]);
  });

  test('a table in a cell stands behind the table around it', () => {
    const depth = sprm(0x6649, ...double(2));
    const inner = (text: string): DocParagraph => ({
      text,
      properties: [...inTable, ...depth, ...sprm(0x244b, 1)],
    });
    const innerEnd: DocParagraph = {
      text: '',
      properties: [
        ...inTable,
        ...depth,
        ...sprm(0x244c, 1),
        ...sprm(0xd608, 2, ...word(0), ...word(500), ...word(900)),
      ],
    };
    const outer = [cell('一'), cell('二'), cell('三'), rowEnd([0, 1000, 2000, 3000])];
    expect(
      read([
        ...outer,
        ...outer,
        inner('甲'),
        inner('7'),
        innerEnd,
        inner('乙'),
        inner('5'),
        innerEnd,
        cell('外'),
        cell('9'),
        cell('8'),
        rowEnd([0, 1000, 2000, 3000]),
      ]),
    ).toEqual([
      ['0: 一 | 1: 二 | 2: 三', '0: 一 | 1: 二 | 2: 三', '0: 外 | 1: 9 | 2: 8'],
      ['0: 甲 | 1: 7', '0: 乙 | 1: 5'],
    ]);
  });
});

describe('numbering', () => {
  const level = (format: number, label: number[]) => [
    ...double(1),
    format,
    0,
    ...new Array<number>(9).fill(0),
    2,
    ...new Array<number>(8).fill(0),
    0,
    0,
    0,
    0,
    ...word(label.length),
    ...label.flatMap(word),
  ];
  const lists = [
    ...word(1),
    ...double(77),
    ...double(0),
    ...new Array<number>(18).fill(0),
    0,
    0,
    ...level(37, [0, 0x3001]),
    ...level(0, [1, 0xff0e]),
    ...Array.from({ length: 7 }, () => level(255, [])).flat(),
  ];
  const listUses = [...double(1), ...double(77), ...new Array<number>(12).fill(0), ...double(0xffffffff)];
  const item = (text: string, depth: number): DocParagraph => ({
    text,
    properties: [...sprm(0x460b, ...word(1)), ...sprm(0x260a, depth)],
  });

  test('is shown as its label', () => {
    expect(
      read(
        [
          item('总体情况', 0),
          item('收到', 1),
          item('办结', 1),
          { text: '正文' },
          item('主动公开', 0),
          item('条目', 1),
        ],
        { lists, listUses },
      ),
    ).toEqual(['一、总体情况', '1．收到', '2．办结', '正文', '二、主动公开', '1．条目']);
  });

  test('comes from the style, too', () => {
    const style = (base: number, list: number[]): number[] => {
      const upx = [...word(0), ...list];
      const body = [
        ...word(0x0ffe),
        ...word(1 | (base << 4)),
        ...word(1),
        ...word(0),
        ...word(0),
        ...word(0),
        ...word(0),
        ...word(upx.length),
        ...upx,
        ...(upx.length % 2 === 1 ? [0] : []),
      ];
      return [...word(body.length), ...body];
    };
    const styles = [
      ...word(4),
      ...word(2),
      ...word(10),
      ...style(0x0fff, [...sprm(0x460b, ...word(1)), ...sprm(0x2640, 1)]),
      ...style(0, sprm(0x260a, 0)),
    ];
    const { blocks } = readDoc(docFile([{ text: '总体情况', style: 1 }], { lists, listUses, styles }));
    expect(blocks).toEqual([{ kind: 'paragraph', text: '一、总体情况', at: { paragraph: 1 }, heading: 1 }]);
  });
});

describe('files that cannot be read', () => {
  const reason = (bytes: Uint8Array): unknown => {
    try {
      return glance(readDoc(bytes));
    } catch (error) {
      return error instanceof InputError ? error.code : error;
    }
  };
  const whole = docFile([{ text: '正文'.repeat(3000) }]);

  test('are named', () => {
    expect(reason(docFile([{ text: '正文' }], { flags: 0x0100 }))).toBe('encrypted');
    expect(reason(docFile([{ text: '正文' }], { version: 0x68 }))).toBe('unknown-format');
    expect(reason(docFile([{ text: '' }]))).toBe('empty');
    expect(reason(whole.slice(0, 300))).toBe('damaged');
    expect(reason(whole.slice(0, 2000))).toBe('damaged');
  });

  test('a chain of sectors that runs in a circle ends', () => {
    const looping = whole.slice();
    const view = new DataView(looping.buffer);
    const table = (view.getUint32(0x4c, true) + 1) * 512;
    for (let sector = 0; sector < 20; sector++)
      view.setUint32(table + sector * 4, sector === 19 ? 0 : sector + 1, true);
    expect(reason(looping)).toBe('damaged');
  });
});
