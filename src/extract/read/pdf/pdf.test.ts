import { describe, expect, test } from 'vitest';

import { glance, tablesOf } from '../../../../test/fixtures/blocks.js';
import { bar, line, pdfFile, sheet, text, textDown } from '../../../../test/fixtures/files/pdf-file.js';
import { readPdf } from './pdf.js';
import { loadRecogniser } from '../scan/library.js';

/** Functions of the language that libraries replace for the whole thread where an older V8 differs from the standard. */
const builtIns = [Array.prototype, JSON, Function.prototype].flatMap((owner: object) =>
  Reflect.ownKeys(owner).map((key) => ({ owner, key, own: Reflect.getOwnPropertyDescriptor(owner, key) })),
);

test('the functions of the language stay as they are, for the rest of the program', async () => {
  await readPdf(pdfFile([page(text(60, 100, '规章'))]));
  const replaced = builtIns.filter(
    ({ owner, key, own }) => Reflect.getOwnPropertyDescriptor(owner, key)?.value !== own?.value,
  );
  expect(replaced.map(({ key }) => key)).toEqual([]);
});

const page = (...content: string[]) => ({ content: content.join('') });

describe('ruled tables', () => {
  const rows = [
    ['信息内容', '本年制发件数', '现行有效件数'],
    ['规章', '0', '12'],
    ['规范性文件', '3', '45'],
  ];
  const xs = [60, 200, 320, 440];
  const expected = [
    '0: 信息内容 | 1: 本年制发件数 | 2: 现行有效件数',
    '0: 规章 | 1: 0 | 2: 12',
    '0: 规范性文件 | 1: 3 | 2: 45',
  ];

  test('drawn with strokes', async () => {
    expect(glance(await readPdf(pdfFile([page(sheet({ xs, top: 100, rows }))])))).toEqual([expected]);
  });

  test('drawn with thin bars', async () => {
    const rule = (x0: number, y0: number, x1: number, y1: number) =>
      bar(x0 - 0.4, y0 - 0.4, x1 + 0.4, y1 + 0.4);
    expect(glance(await readPdf(pdfFile([page(sheet({ xs, top: 100, rows, rule }))])))).toEqual([expected]);
  });

  test('without the outer rules at the sides', async () => {
    const content = sheet({ xs, top: 100, rows, open: ['left', 'right'] });
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual([expected]);
  });

  test('merged cells appear once with their spans', async () => {
    const merged = [
      ['项目', '办理情况', null, '合计'],
      ['^', '按时', '延期', '^'],
      ['答复', '7', '2', '9'],
    ];
    const document = await readPdf(
      pdfFile([page(sheet({ xs: [60, 160, 260, 360, 460], top: 100, rows: merged }))]),
    );
    expect(glance(document)).toEqual([
      ['0v2: 项目 | 1+2: 办理情况 | 3v2: 合计', '1: 按时 | 2: 延期', '0: 答复 | 1: 7 | 2: 2 | 3: 9'],
    ]);
  });

  test('a cell knows its page and box', async () => {
    const document = await readPdf(pdfFile([page(sheet({ xs, top: 100, rows }))]));
    expect(tablesOf(document.blocks)[0]?.rows[1]?.[2]).toEqual({
      text: '12',
      at: { page: 1, box: [320, 120, 440, 140] },
      column: 2,
      columnSpan: 1,
      rowSpan: 1,
    });
  });

  test('lines of one cell are joined, numbers on two lines are not run together', async () => {
    const content =
      sheet({ xs: [60, 120, 180], top: 100, rowHeight: 40, rows: [['', '']] }) +
      text(63, 115, '社会公益') +
      text(63, 130, '组织') +
      text(123, 115, '12') +
      text(123, 130, '3');
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual([['0: 社会公益组织 | 1: 12\n3']]);
  });

  test('a number wider than its cell stays in one piece', async () => {
    const content =
      sheet({ xs: [60, 90, 120, 150], top: 100, rows: [['', '', '']] }) +
      text(62, 114, '1') +
      text(88, 114, '4289602') +
      text(135, 114, '31');
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual([['0: 1 | 1: 4289602 | 2: 31']]);
  });

  test('characters drawn twice to look bold are read once', async () => {
    const content =
      sheet({ xs: [60, 120, 180], top: 100, rows: [['合计', '11']] }) +
      text(63.3, 114, '合计') +
      text(123.3, 114, '11');
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual([['0: 合计 | 1: 11']]);
  });

  test('underlines, frames and empty drawings are no tables', async () => {
    const frame =
      line(40, 40, 555, 40) + line(555, 40, 555, 800) + line(555, 800, 40, 800) + line(40, 800, 40, 40);
    const drawing = sheet({
      xs: [60, 90, 120],
      top: 600,
      rows: [
        ['', ''],
        ['', ''],
      ],
    });
    const content =
      frame + drawing + text(60, 100, '联系电话') + line(60, 102, 100, 102) + text(80, 140, '特此报告');
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual(['联系电话', '特此报告']);
  });
});

describe('tables over several pages', () => {
  const xs = [60, 200, 280, 360];

  test('go on without a top rule and with other inner rules', async () => {
    const first = sheet({ xs: [60, 200, 360], top: 760, rows: [['说明', '本年']], open: ['bottom'] });
    const second = sheet({
      xs,
      top: 40,
      rows: [
        ['新收', '8', '6'],
        ['结转', '1', '2'],
      ],
      open: ['top'],
    });
    expect(glance(await readPdf(pdfFile([page(first), page(second)])))).toEqual([
      ['0: 说明 | 1+2: 本年', '0: 新收 | 1: 8 | 2: 6', '0: 结转 | 1: 1 | 2: 2'],
    ]);
  });

  test('a header printed again is left out', async () => {
    const header = ['名称', '上年', '本年'];
    const first = sheet({ xs, top: 740, rows: [header, ['新收', '8', '6']] });
    const second = sheet({ xs, top: 40, rows: [header, ['结转', '1', '2']] });
    expect(glance(await readPdf(pdfFile([page(first), page(second)])))).toEqual([
      ['0: 名称 | 1: 上年 | 2: 本年', '0: 新收 | 1: 8 | 2: 6', '0: 结转 | 1: 1 | 2: 2'],
    ]);
  });

  test('rows of equal numbers are not taken for a header', async () => {
    const first = sheet({ xs, top: 760, rows: [['新收', '0', '0']] });
    const second = sheet({
      xs,
      top: 40,
      rows: [
        ['新收', '0', '0'],
        ['结转', '1', '2'],
      ],
    });
    expect(glance(await readPdf(pdfFile([page(first), page(second)])))).toEqual([
      ['0: 新收 | 1: 0 | 2: 0', '0: 新收 | 1: 0 | 2: 0', '0: 结转 | 1: 1 | 2: 2'],
    ]);
  });

  test('a page through which a merged cell runs from top to bottom', async () => {
    const first = sheet({
      xs,
      top: 740,
      rows: [
        ['结果', '公开', '8'],
        ['^', '部分', '1'],
      ],
    });
    const inner = {
      xs: xs.slice(1),
      top: 40,
      rowHeight: 380,
      rows: [
        ['不予', '2'],
        ['无法', '3'],
      ],
      open: ['top', 'bottom'] as const,
    };
    const second = sheet(inner) + line(60, 40, 60, 800);
    const third = sheet({
      xs,
      top: 40,
      rows: [
        ['', '其他', '4'],
        ['总计', '', '18'],
      ],
    });
    expect(glance(await readPdf(pdfFile([page(first), page(second), page(third)])))).toEqual([
      [
        '0v2: 结果 | 1: 公开 | 2: 8',
        '1: 部分 | 2: 1',
        '0v2:  | 1: 不予 | 2: 2',
        '1: 无法 | 2: 3',
        '0:  | 1: 其他 | 2: 4',
        '0: 总计 | 1:  | 2: 18',
      ],
    ]);
  });

  test('a row that the page break cuts is one row', async () => {
    const first =
      sheet({ xs, top: 760, rowHeight: 40, rows: [['二、申请人逾期未按要求补正而', '', '']] }) +
      text(210, 790, '0') +
      text(290, 790, '4');
    const second = sheet({
      xs,
      top: 40,
      rowHeight: 250,
      rows: [
        ['不再处理的件', '', ''],
        ['三、其他', '1', '2'],
      ],
    });
    expect(glance(await readPdf(pdfFile([page(first), page(second)])))).toEqual([
      ['0: 二、申请人逾期未按要求补正而不再处理的件 | 1: 0 | 2: 4', '0: 三、其他 | 1: 1 | 2: 2'],
    ]);
  });

  test('a row of blank cells on the next page is a row', async () => {
    const first = sheet({ xs, top: 760, rowHeight: 40, rows: [['二、申请人逾期未按要求补正的', '0', '4']] });
    const second = sheet({
      xs,
      top: 40,
      rowHeight: 250,
      rows: [
        ['三、其他', '', ''],
        ['四、总计', '1', '2'],
      ],
    });
    expect(glance(await readPdf(pdfFile([page(first), page(second)])))).toEqual([
      [
        '0: 二、申请人逾期未按要求补正的 | 1: 0 | 2: 4',
        '0: 三、其他 | 1:  | 2: ',
        '0: 四、总计 | 1: 1 | 2: 2',
      ],
    ]);
  });

  test('a heading between two tables keeps them apart', async () => {
    const first = sheet({ xs, top: 760, rows: [['新收', '8', '6']] });
    const second = text(60, 60, '四、诉讼情况') + sheet({ xs, top: 80, rows: [['维持', '1', '2']] });
    expect(glance(await readPdf(pdfFile([page(first), page(second)])))).toEqual([
      ['0: 新收 | 1: 8 | 2: 6'],
      '四、诉讼情况',
      ['0: 维持 | 1: 1 | 2: 2'],
    ]);
  });

  test('tables of other widths are others', async () => {
    const first = sheet({ xs, top: 760, rows: [['新收', '8', '6']] });
    const second = sheet({ xs: [60, 120, 180, 240, 420], top: 40, rows: [['1', '2', '3', '4']] });
    expect(glance(await readPdf(pdfFile([page(first), page(second)])))).toEqual([
      ['0: 新收 | 1: 8 | 2: 6'],
      ['0: 1 | 1: 2 | 2: 3 | 3: 4'],
    ]);
  });
});

describe('running heads and page numbers', () => {
  test('are removed, also between the parts of a table', async () => {
    const xs = [60, 200, 280];
    const pages = [1, 2, 3].map((number) =>
      page(
        text(60, 40, '泽安市年度报告'),
        sheet({
          xs,
          top: number === 1 ? 700 : 60,
          rowHeight: number === 2 ? 700 : 20,
          rows: [[`第${String(number)}项`, String(number)]],
        }),
        text(290, 810, `- ${String(number)} -`),
      ),
    );
    expect(glance(await readPdf(pdfFile(pages)))).toEqual([
      ['0: 第1项 | 1: 1', '0: 第2项 | 1: 2', '0: 第3项 | 1: 3'],
    ]);
  });

  test('a page number inside a table that reaches into the margin is removed', async () => {
    const pages = [1, 2].map((number) =>
      page(
        sheet({ xs: [60, 300, 540], top: 780, rowHeight: 50, rows: [['合计', '7']] }),
        text(400, 820, `第${String(number)}页`),
      ),
    );
    expect(glance(await readPdf(pdfFile(pages)))).toEqual([['0: 合计 | 1: 7'], ['0: 合计 | 1: 7']]);
  });

  test('bare numbers go when they count the pages', async () => {
    const pages = [1, 2].map((number) =>
      page(
        text(80, 400, `正文${'一二'[number - 1] ?? ''}`),
        text(60, 420, '完'),
        text(295, 810, String(number + 4)),
      ),
    );
    expect(glance(await readPdf(pdfFile(pages)))).toEqual(['正文一', '完', '正文二', '完']);
  });

  test('numbers of a table at the foot of every page stay', async () => {
    const pages = [3, 3].map((number) =>
      page(text(60, 400, '正文'), sheet({ xs: [60, 100, 140], top: 790, rows: [[String(number), '0']] })),
    );
    expect(glance(await readPdf(pdfFile(pages)))).toEqual(['正文', ['0: 3 | 1: 0'], '正文', ['0: 3 | 1: 0']]);
  });
});

describe('tables without rules', () => {
  test('are read by alignment, blanks kept', async () => {
    const row = (y: number, cells: string[]) =>
      cells
        .map((cell, index) => (cell === '' ? '' : text([60, 220, 300, 380][index] ?? 0, y, cell)))
        .join('');
    const content =
      text(60, 80, '办理情况如下。') +
      row(120, ['申请', '自然人', '企业', '总计']) +
      row(140, ['新收', '12', '3', '15']) +
      row(160, ['结转', '1', '', '1']) +
      row(180, ['办结', '11', '3', '14']) +
      text(60, 260, '特此报告。');
    const document = await readPdf(pdfFile([page(content)]));
    expect(glance(document)).toEqual([
      '办理情况如下。',
      [
        '0: 申请 | 1: 自然人 | 2: 企业 | 3: 总计',
        '0: 新收 | 1: 12 | 2: 3 | 3: 15',
        '0: 结转 | 1: 1 | 2:  | 3: 1',
        '0: 办结 | 1: 11 | 2: 3 | 3: 14',
      ],
      '特此报告。',
    ]);
  });

  test('a label on two lines stays with its numbers', async () => {
    const content =
      text(60, 100, '新收') +
      text(300, 100, '12') +
      text(380, 100, '3') +
      text(60, 124, '没有现成信息') +
      text(60, 136, '需要另行制作') +
      text(300, 130, '7') +
      text(380, 130, '8') +
      text(60, 160, '办结') +
      text(300, 160, '11') +
      text(380, 160, '3');
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual([
      ['0: 新收 | 1: 12 | 2: 3', '0: 没有现成信息需要另行制作 | 1: 7 | 2: 8', '0: 办结 | 1: 11 | 2: 3'],
    ]);
  });

  test('text in two columns is read one column after the other', async () => {
    const column = (x: number, name: string) =>
      [0, 1, 2, 3, 4, 5]
        .map((index) =>
          text(x, 100 + index * 16, `${name}${'零一二三四五'[index] ?? ''}行公开工作稳步推进完成情况良好`),
        )
        .join('');
    const document = await readPdf(
      pdfFile([page(text(60, 60, '一、总体情况'), column(60, '左'), column(320, '右'))]),
    );
    expect(glance(document).map((each) => each.slice(0, 2))).toEqual([
      '一、',
      '左零',
      '左一',
      '左二',
      '左三',
      '左四',
      '左五',
      '右零',
      '右一',
      '右二',
      '右三',
      '右四',
      '右五',
    ]);
  });
});

describe('turned pages', () => {
  const table = sheet({
    xs: [60, 200, 320],
    top: 100,
    rows: [
      ['新收', '8'],
      ['结转', '1'],
    ],
  });
  const expected = [['0: 新收 | 1: 8', '0: 结转 | 1: 1']];

  test('by the page', async () => {
    // Drawn sideways and shown turned, as office programs do with a sheet in landscape.
    const content = `q 0 1 -1 0 842 0 cm\n${table}Q\n`;
    const document = await readPdf(pdfFile([{ content, rotate: 90, width: 842, height: 595 }]));
    expect(glance(document)).toEqual(expected);
    expect(tablesOf(document.blocks)[0]?.rows[0]?.[1]?.at).toEqual({ page: 1, box: [200, 100, 320, 120] });
  });

  test('by the text alone', async () => {
    const content = `q 0 1 -1 0 842 0 cm\n${table}Q\n`;
    const document = await readPdf(pdfFile([{ content, width: 842, height: 595 }]));
    expect(glance(document)).toEqual(expected);
    // The cell as it stands on the unturned page.
    expect(tablesOf(document.blocks)[0]?.rows[0]?.[1]?.at).toEqual({ page: 1, box: [100, 275, 120, 395] });
  });

  test('a label that runs down beside upright text', async () => {
    const content =
      sheet({ xs: [60, 90, 200], top: 100, rowHeight: 60, rows: [['', '8件']] }) +
      textDown(70, 110, '办理结果') +
      text(60, 300, '以上数据截至年底');
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual([
      ['0: 办理结果 | 1: 8件'],
      '以上数据截至年底',
    ]);
  });

  test('slanted marks are not text', async () => {
    const mark = `BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <6837672c> Tj ET\n`;
    expect(glance(await readPdf(pdfFile([page(table, mark)])))).toEqual(expected);
  });
});

describe('what does not show', () => {
  test('text outside the clip or far from the page is left out', async () => {
    const content = `q 50 700 100 100 re W n\n${text(60, 100, '可见')}${text(300, 100, '不可见')}Q\n${text(1300, 100, '远处')}`;
    expect(glance(await readPdf(pdfFile([page(content)])))).toEqual(['可见']);
  });

  test('text laid unseen over a picture is read, but no cell of it is sure', async () => {
    const rows = [
      ['规章', '0'],
      ['规范性文件', '12'],
    ];
    const unseen = await readPdf(pdfFile([page('3 Tr\n', sheet({ xs: [60, 200, 320], top: 100, rows }))]));
    const cells = tablesOf(unseen.blocks).flatMap((table) => table.rows.flat());
    expect(cells.map(({ text: read, confidence }) => [read, confidence])).toEqual(
      rows.flat().map((read) => [read, 0.89]),
    );
    expect(unseen.notes.map(({ code }) => code)).toEqual(['scanned']);
  });

  test('forms are drawn in place', async () => {
    const stream = text(0, 842, '表中');
    const objects = [
      `<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Matrix [1 0 0 1 100 700] /Resources << /Font << /F1 3 0 R >> >> /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`,
    ];
    const document = await readPdf(
      pdfFile([page('q 1 0 0 1 10 10 cm /X1 Do Q\n', text(60, 60, '首行'))], {
        objects,
        resources: '/XObject << /X1 10 0 R >>',
      }),
    );
    expect(glance(document)).toEqual(['首行', '表中']);
    expect(document.blocks[1]?.at).toEqual({ page: 1, box: [110, 123.4, 130, 133.4] });
  });
});

describe('paragraphs', () => {
  /** So many characters of running text. */
  const words = (count: number) => '公开工作稳步推进'.repeat(10).slice(0, count);
  /** Two paragraphs of two lines each, indented, between 60 and 540 points. */
  const broken = [
    text(80, 120, words(46)),
    text(60, 140, '完成。'),
    text(80, 160, words(46)),
    text(60, 180, '结束。'),
  ];

  test('lines that were broken are put together, short and indented ones begin anew', async () => {
    const title =
      text(70, 60, '泽安市禾屿县人民政府交通运输局2022年度政府信息公', 20) +
      text(230, 84, '开工作年度报告', 20);
    const { blocks } = await readPdf(pdfFile([page(title, ...broken)]));
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        text: '泽安市禾屿县人民政府交通运输局2022年度政府信息公开工作年度报告',
        at: { page: 1, box: [70, 42.8, 550, 86.8] },
        heading: 1,
      },
      { kind: 'paragraph', text: `${words(46)}完成。`, at: { page: 1, box: [60, 111.4, 540, 141.4] } },
      { kind: 'paragraph', text: `${words(46)}结束。`, at: { page: 1, box: [60, 151.4, 540, 181.4] } },
    ]);
  });

  test('a line broken before a long word goes on', async () => {
    const lines =
      text(60, 100, `${words(39)}（国办公开办函`) +
      text(60, 120, '〔2021〕30号）编制。') +
      text(60, 140, words(47)) +
      text(60, 160, '六、');
    expect(glance(await readPdf(pdfFile([page(lines)])))).toEqual([
      `${words(39)}（国办公开办函〔2021〕30号）编制。`,
      `${words(47)}六、`,
    ]);
  });

  test('a paragraph goes on over a page break, but not over a heading', async () => {
    const next = page(
      text(60, 60, '完成。'),
      text(60, 100, `${words(46)}。`),
      text(60, 120, '二、主动公开情况'),
    );
    expect(glance(await readPdf(pdfFile([page(...broken.slice(0, 1)), next])))).toEqual([
      `${words(46)}完成。`,
      `${words(46)}。`,
      '二、主动公开情况',
    ]);
  });
});

describe('files that cannot be read', () => {
  const whole = pdfFile([page(text(60, 100, '正文'))]);
  const reason = (bytes: Uint8Array) =>
    readPdf(bytes).then(glance, (error: unknown) => (error as { code?: string }).code);

  test('with a password', async () => {
    const secret = '00'.repeat(32);
    const trailer = `/ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >>`;
    expect(await reason(pdfFile([page(text(60, 100, '正文'))], { trailer }))).toBe('encrypted');
  });

  test('cut off', async () => {
    expect(await reason(whole.slice(0, 40))).toBe('damaged');
    // All objects are there, only the place of their table is lost.
    expect(await reason(whole.slice(0, -12))).toEqual(['正文']);
  });

  test('objects that are defined again and again and never end', async () => {
    const file = `%PDF-1.4\n${'1 0 obj\n<<\n'.repeat(300_000)}`;
    expect(await reason(new TextEncoder().encode(file))).toBe('damaged');
  });

  test('a page tree that contains itself', async () => {
    const cyclic = new TextDecoder('latin1')
      .decode(whole)
      .replace(/\/Kids \[\d+ 0 R\]/, (kids) => '/Kids [2 0 R]'.padEnd(kids.length));
    expect(await reason(Uint8Array.from(cyclic, (letter) => letter.charCodeAt(0)))).toBe('damaged');
  });

  test('pages of pictures, pages of nothing', async () => {
    const objects = [
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    ];
    const scan = pdfFile([page('q 595 0 0 842 0 0 cm /Im1 Do Q\n')], {
      objects,
      resources: '/XObject << /Im1 10 0 R >>',
    });
    const recogniser = await loadRecogniser();
    await recogniser?.close();
    expect(await reason(scan)).toBe(recogniser === null ? 'scanned' : 'illegible');
    expect(await reason(pdfFile([page('')]))).toBe('empty');
  });

  test('five hundred pages without a table are read', async () => {
    const document = await readPdf(
      pdfFile(Array.from({ length: 500 }, (_, index) => page(text(60, 400, `正文${String(index)}`)))),
    );
    expect([document.pages, document.blocks.length]).toEqual([500, 500]);
  });
});
