import { describe, expect, test } from 'vitest';
import { printed } from '../../../form/printed.js';
import { leavesOf, type FormTable } from '../../../model/index.js';
import { extract } from '../../index.js';
import { readTextBlocks } from '../../read/text/text.js';
import { beginning, further } from '../positions.js';
import type { LineSum } from './readings/settle/sums.js';
import { linesOf, type PlacedLine } from '../rows/placed-lines.js';
import { labelledRows, rowsOnLines } from './labels/labelled-rows.js';
import { rowLabelsOf } from './labels/row-labels.js';
import { range, startOf, type CellIndex, type ColumnIndex, type List, type RowIndex } from './indexes.js';
import { settleOddOrder } from './readings/odd-order.js';
import { settleRectangles } from './readings/rectangles.js';
import { sequencesOf } from './sequences.js';
import { placeStacked } from './stacked.js';
import { areAnchored } from './anchored/anchors.js';
import { cutRun, singleDigits, unglued } from './unglue.js';
import { valuesOf, type FlowValue } from './values.js';
import { forms, lexicon, vocabulary } from '../../../../test/fixtures/defaults.js';

const tableOf = (edition: string, id: string): FormTable => {
  const table = forms.find((form) => form.id === edition)?.tables.find((each) => each.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
};
const blockOf = (table: FormTable) => {
  const [block] = table.blocks;
  if (block === undefined) throw new Error('no block');
  return block;
};

/** The figures of a text, `~` standing for an empty line. */
const flowOf = (lines: readonly string[], purpose = 't3') => {
  const text = lines.map((each) => (each === '~' ? '' : each)).join('\n');
  const own = linesOf(readTextBlocks(text), { simplify: null, pinyin: false }).filter(
    (each): each is PlacedLine => each !== null,
  );
  return valuesOf(own, rowLabelsOf(forms, purpose));
};

const sumOf = <Index extends RowIndex | ColumnIndex>(left: number[], right: number[]): LineSum<Index> => ({
  left: left.map((each) => each as Index),
  right: right.map((each) => each as Index),
});

/** Three columns, the last the sum of the others. */
const narrow = { columns: 3, alongRows: [sumOf<ColumnIndex>([0, 1], [2])], alongColumns: [] };

/** What stands in each row. */
const inRows = (rows: number, texts: List<CellIndex, string>): string[] =>
  range<RowIndex>(beginning, rows).map((row) =>
    texts.slice(startOf(row, narrow.columns), startOf(further(row), narrow.columns)).join(' '),
  );

const numberOf = ({ text }: FlowValue) => Number(text);

/** The rows as read, `?` for what stays open; `null`: nothing was told. */
function rowsOf(lines: readonly string[], rows: number): string[] | null {
  const { values } = flowOf(lines);
  const settled = settleRectangles(values, values.map(numberOf), { ...narrow, rows });
  if (settled === null) return null;
  return inRows(
    rows,
    settled.cells.map((index) => (index === null ? '?' : (values[index]?.text ?? ''))),
  );
}

describe('rows whose figures a text gives in another order', () => {
  test('lines that interleave two rows, by the places of their figures', () => {
    expect(
      rowsOf(['        3', '        4', '             5', '             0    8', '                  4'], 2),
    ).toEqual(['3 5 8', '4 0 4']);
  });

  test('a row whole on its line between the two lines of another: which is above stays open', () => {
    expect(rowsOf(['1．属于国家秘密    7', '              1   2   3', '                  0   7'], 2)).toEqual(
      ['? ? ?', '? ? ?'],
    );
  });

  test('columns beside their labels, the others behind all of them', () => {
    expect(
      rowsOf(
        [
          '1',
          '一、本年新收政府信息公开申请数量',
          '2',
          '二、上年结转政府信息公开申请数量',
          '~',
          '4',
          '~',
          '5',
          '~',
          '0',
          '~',
          '2',
        ],
        2,
      ),
    ).toEqual(['1 4 5', '2 0 2']);
  });

  test('the first columns of a row on two lines between two labels, the others behind all labels', () => {
    const [first, second] = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量'];
    expect(rowsOf([first, '1', '4', second, '2 0', '~', '5', '2'], 2)).toEqual(['1 4 5', '2 0 2']);
    expect(rowsOf([first, '1', '4', '2', '0', '~', '5', '2'], 2)).toBeNull();
  });

  test('figures that are all the same are told however their lines lie', () => {
    expect(rowsOf(['0 0', '0', '0', '0 0'], 2)).toEqual(['0 0 0', '0 0 0']);
  });
});

describe('rows whose figures stand out of their order', () => {
  /** Received, carried in, two outcomes, all outcomes, carried out. */
  const balanced = {
    ...narrow,
    rows: 6,
    alongColumns: [sumOf<RowIndex>([2, 3], [4]), sumOf<RowIndex>([0, 1], [4, 5])],
  };
  const inOrder = ['5 2 7', '1 0 1', '3 2 5', '2 0 2', '5 2 7', '1 0 1'];
  const apart = (row: string) => row.split(' ').flatMap((each) => [each, '~']);
  const told = (rows: readonly string[]) => {
    const { values } = flowOf(rows.flatMap(apart));
    const settled = settleRectangles(values, values.map(numberOf), balanced);
    return settled === null
      ? null
      : inRows(
          balanced.rows,
          settled.cells.map((index) => (index === null ? '?' : (values[index]?.text ?? ''))),
        );
  };
  const withRow = (row: number, text: string) => inOrder.map((each, i) => (i === row ? text : each));

  test('a figure before its neighbours goes where the sum of its row holds', () => {
    expect(told(withRow(2, '5 3 2'))).toEqual(inOrder);
  });

  test('those of one row in any order go where each column needs them', () => {
    expect(told(withRow(2, '5 2 3'))).toEqual(inOrder);
  });

  test('those of the first two rows among each other, the upper one of a column first', () => {
    expect(told(['5 2 1', '7 0 1', ...inOrder.slice(2)])).toEqual(inOrder);
  });

  const odd = (lines: readonly string[], mayBreak = false) => {
    const { values } = flowOf(lines);
    const settled = settleOddOrder(values, values.map(numberOf), balanced, false, mayBreak);
    return settled === null
      ? null
      : inRows(
          balanced.rows,
          settled.cells.map((index) => (index === null ? '?' : (values[index]?.text ?? ''))),
        );
  };
  const labelled = '一、本年新收政府信息公开申请数量';
  test('strips within strips: the first column, then the second and the third of the upper rows, then the others row by row', () => {
    const first = ['5', '1', '3', '2', '5', '1'].flatMap((each) => [labelled, each]);
    const upper = ['~', '2', '0', '2', '~', '7', '1', '5', '~'];
    const lower = ['0', '~', '2', '~', '2', '~', '7', '~', '0', '~', '1'];
    expect(odd([...first, ...upper, ...lower])).toEqual(inOrder);
  });
  test('a first column behind the others of its rows', () => {
    const late = ['2', '~', '7', '~', '0', '~', '1', '~', '5', '~', '1', '~'];
    expect(odd([...late, ...inOrder.slice(2).flatMap((row) => apart(row))])).toEqual(inOrder);
  });
  test('rows that break off earlier and earlier, then what they lack', () => {
    const stairs = ['5', '~', '2', '~', '1', '~', '7', '~', '0', '~', '1', '~'];
    expect(odd([...stairs, ...inOrder.slice(2).flatMap((row) => apart(row))])).toEqual(inOrder);
  });
  test('one wrong cell only where a report may have it', () => {
    const late = ['2', '~', '7', '~', '0', '~', '1', '~', '5', '~', '1', '~'];
    const wrong = ['3 4 5', ...inOrder.slice(3)];
    const lines = [...late, ...wrong.flatMap((row) => apart(row))];
    expect(odd(lines)).toBeNull();
    expect(odd(lines, true)).toEqual([...inOrder.slice(0, 2), ...wrong]);
  });
  test('figures that no column needs, or two rows in any order, are left', () => {
    expect(told(withRow(2, '6 1 3'))).toBeNull();
    expect(told(['5 2 7', '1 0 1', '5 2 3', '2 2 0', '7 2 5', '1 0 1'])).toBeNull();
  });
});

describe('figures that are too many or too few', () => {
  const table = tableOf('2021', 't3');
  const size = 25 * 7;
  const textOf = (values: Iterable<FlowValue>) => [...values].map(({ text }) => text).join(' ');
  const rows = (count: number, text = '0 0 0 0 0 0 0') => Array.from({ length: count }, () => text);

  test('the numbers that labels lack are none of them', () => {
    const labels = ['．补正后申请内容仍不明确', '．信访举报投诉类申请', '．重复申请'];
    const part = flowOf([...labels, ...rows(24), '3', '1', '2', '3 1 2 3 1 2 3']);
    expect(part.ordinals).toEqual(['3', '1', '2']);
    const all = [...Array.from({ length: size - 7 }, () => '0'), '3', '1', '2', '3', '1', '2', '3'].join(' ');
    expect(sequencesOf({ table }, part, [], undefined).map(({ values }) => textOf(values))).toEqual([all]);
  });

  test('the last rows stand as one block among the figures of the table below', () => {
    const below = flowOf(['9 9', '~', '1 2 3 4 5 6 7', '~', '8 8 8 8 8 8 8 8 8 8 8 8 8']);
    const candidates = [{ table: tableOf('2021', 't4') }];
    const found = sequencesOf({ table }, flowOf(rows(24)), [], { ...below, candidates });
    expect(found.map(({ values }) => textOf([...values].slice(-7)))).toContain('1 2 3 4 5 6 7');
  });
});

describe('figures that ran together', () => {
  const cut = (lines: readonly string[], rows: number) =>
    unglued(flowOf(lines).values, { ...narrow, rows }, numberOf).map((each) =>
      each.map(({ text }) => text).join(' '),
    );

  test('are cut so that the sum of their row holds', () => {
    expect(cut(['363255650 41975', '1 2 3'], 2)).toEqual(['36325 5650 41975 1 2 3']);
  });

  test('are left where no cut makes the sum hold, or none are missing', () => {
    expect(cut(['363255650 41976', '1 2 3'], 2)).toEqual([]);
    expect(cut(['363255 650 41976', '1 2 3'], 2)).toEqual([]);
  });
});

const item = (text: string) => `第二十条第（${text}）项`;
/** Table 2 of 2021 behind the rows of its first item. */
const items5to8 = [
  item('五'),
  '信息内容 本年处理决定数量',
  '行政许可 5',
  item('六'),
  '信息内容 本年处理决定数量',
  '行政处罚 6',
  '行政强制 7',
  item('八'),
  '信息内容 本年收费金额',
  '行政事业性收费 8',
];

describe('Table 2 in lines', () => {
  const table = tableOf('2021', 't2');
  const figures = (lines: readonly string[]) =>
    labelledRows(table.blocks, flowOf([...lines, ...items5to8], 't2').values)
      ?.map(({ text }) => text)
      .join(' ') ?? null;
  const valuesIn = (lines: readonly string[]) => flowOf(lines, 't2').values.map(({ text }) => text);
  const head = [item('一'), '信息内容 本年制发 本年废止 现行', '件数 件数 有效件数'];

  test('rows under a broken header, with a page number below and a row of another edition', () => {
    expect(figures([...head, '规章 1 2 3', '14', '行政规范性文件 0 0 4', '其他主动公开文件 17 18 19'])).toBe(
      '1 2 3 0 0 4 5 6 7 8',
    );
  });

  test('a figure between the label of its row and what goes on behind it is none of a note; a page number is too many', () => {
    const joined = (...below: string[]) =>
      valuesIn([
        ...head,
        '规章 1 2 3',
        '行政规范性文件 0 0 4',
        `${item('五')} 行政许可 5 ${item('六')}`,
        ...below,
      ]);
    expect(joined()).toEqual(['1', '2', '3', '0', '0', '4', '5']);
    expect(joined('1')).toEqual(['1', '2', '3', '0', '0', '4', '5', '1']);
    expect(valuesIn([`${item('五')} 行政许可（含上年 5 件） 7`])).toEqual(['7']);
  });

  test('figures before their labels belong to none', () => {
    expect(figures([...head, '1 2 3', '规章', '0 0 4', '行政规范性文件'])).toBeNull();
  });
});

describe('Table 2 with its labels apart', () => {
  const table = tableOf('2021', 't2');
  const rest = [
    item('五'),
    '信息内容',
    '行政许可',
    '~',
    '本年处理决定数量',
    '5',
    '~',
    item('六'),
    '信息内容',
    '行政处罚',
    '行政强制',
    '~',
    '本年处理决定数量',
    '6',
    '7',
    '~',
    item('八'),
    '信息内容',
    '行政事业性收费',
    '~',
    '本年收费金额',
    '8',
  ];
  const head = (labels: readonly string[]) => [item('一'), '信息内容', ...labels, '~'];
  const placed = (lines: readonly string[]) => {
    const { values, behind } = flowOf([...lines, '~', ...rest], 't2');
    return (
      placeStacked(table, values, behind)?.map((block) => block.map((each) => each?.text ?? '?').join(' ')) ??
      null
    );
  };

  test('a row of another edition takes its figures along, in the order of the labels', () => {
    expect(
      placed([
        ...head(['规章', '其他主动公开文件', '行政规范性文件']),
        '本年制发件数',
        '1',
        '17',
        '4',
        '~',
        '本年废止件数',
        '2',
        '18',
        '5',
        '~',
        '现行有效件数',
        '3',
        '19',
        '6',
      ]),
    ).toEqual(['1 2 3 4 5 6', '5', '6 7', '8']);
  });

  test('a block whose labels have more or fewer figures behind them than their own is left open, whichever come out even', () => {
    const labels = head(['规章', '行政规范性文件']);
    // The figures of the second row of the first column stand behind the third: both have as many as they should, or one too few.
    expect(
      placed([
        ...labels,
        '本年制发件数',
        '1',
        '~',
        '本年废止件数',
        '2',
        '5',
        '~',
        '现行有效件数',
        '3',
        '4',
        '6',
      ]),
    ).toEqual(['? ? ? ? ? ?', '5', '6 7', '8']);
    expect(
      placed([
        ...labels,
        '本年制发件数',
        '1',
        '4',
        '~',
        '本年废止件数',
        '2',
        '5',
        '~',
        '现行有效件数',
        '3',
        '6',
      ]),
    ).toEqual(['1 2 3 4 5 6', '5', '6 7', '8']);
  });

  test('a header of which one label is whole and the others are broken', () => {
    const broken = [item('一'), '信息内容', '本年制发 本年废止件数 现行', '件数 有效件数', '1 2 3', '4 5 6'];
    expect(placed([...broken, '规章', '行政规范性文件'])).toEqual(['1 2 3 4 5 6', '5', '6 7', '8']);
  });

  test('a figure on the line of its label, the others of the row above it, may be that of any column', () => {
    const lines = [
      item('一'),
      '信息内容',
      ...[
        '本年制发件数',
        '本年废止件数',
        '现行有效件数',
        '1',
        '2',
        '3',
        '规章',
        '5',
        '6',
        '行政规范性文件 4',
      ],
    ];
    expect(placed(lines)).toEqual(['1 ? ? ? ? ?', '5', '6 7', '8']);
  });

  test('rows that stand apart come in any order: they are told only where they are the same', () => {
    const columns = ['本年制发件数', '~', '本年废止件数', '~', '现行有效件数', '~'];
    const figures = (all: string) => [...all].flatMap((each) => [each, '~']);
    const labels = head(['规章', '行政规范性文件']);
    expect(placed([...labels, ...columns, ...figures('123456')])).toEqual(['? ? ? ? ? ?', '5', '6 7', '8']);
    expect(placed([...labels, ...columns, ...figures('123123')])).toEqual(['1 2 3 1 2 3', '5', '6 7', '8']);
  });
});

test('columns of two blocks whose labels come before those of the figures that are due are left open', () => {
  const table = tableOf('2019', 't2');
  const [prior, change, decisions] = ['上一年项目数量', '本年增/减', '处理决定数量'];
  const article = (number: string) => [`第二十条第（${number}）项`, '信息内容'];
  // Behind each label but the first the figures of the column before it, as programs write the columns of two blocks across the page.
  const lines = [
    ...[...article('一'), '规章', '规范性文件'],
    ...['本年新制作数量', '0', '1', '~', '本年新公开数量', '2', '3', '~', '对外公开总数量', '4', '5', '~'],
    ...[...article('五'), '行政许可', '其他对外管理服务事项', ...article('六'), '行政处罚', '行政强制', '~'],
    ...[prior, change, '~', '11', '12', '~', prior, '~', '21', '22', '~', change, '~', '31', '32', '~'],
    ...[decisions, '~', '41', '42', '~', '51', '52', '~', decisions, '~', '61', '62', '~'],
    ...[...article('八'), '行政事业性收费', '~', prior, '7', '~', change, '8', '~'],
    ...[...article('九'), '政府集中采购', '~', '采购项目数量', '9', '~', '采购总金额', '10'],
  ].map((each) => each ?? '');
  const { values, behind } = flowOf(lines, 't2');
  expect(
    placeStacked(table, values, behind)?.map((block) => block.map((each) => each?.text ?? '?').join(' ')),
  ).toEqual(['0 2 4 1 3 5', '? ? ? ? ? ?', '? ? ? ? ? ?', '7 8', '9 10']);
});

test('columns whose labels come in another order than on the form are not told by it', () => {
  const head = [
    item('一'),
    '信息内容',
    '现行有效件数',
    '本年制发件数',
    '本年废止件数',
    '规章',
    '行政规范性文件',
  ];
  const table = tableOf('2021', 't2');
  const { values, behind } = flowOf([...head, '1 2 3', '4 5 6', ...items5to8], 't2');
  expect(placeStacked(table, values, behind)).toBeNull();
});
test('among scattered rows those are told that stand whole on one line, each once', () => {
  const block = blockOf(tableOf('2021', 't3'));
  const { values } = flowOf([
    '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1',
    '二、上年结转政府信息公开申请数量',
    '2 0 0 0 0 0 2',
    '（一）予以公开 3 0 0 0 0 0 3',
    '2. 重复申请 4 0 0 0 0 0 4',
    '2. 重复申请 5 0 0 0 0 0 5',
  ]);
  const told = rowsOnLines(block, values).flatMap((each, cell) =>
    each === null ? [] : [`${String(Math.floor(cell / 7))}: ${each.text}`],
  );
  expect(told).toEqual([
    ...['1', '0', '0', '0', '0', '0', '1'].map((each) => `0: ${each}`),
    ...['3', '0', '0', '0', '0', '0', '3'].map((each) => `2: ${each}`),
  ]);
});

test('a row whose figures may go on below, broken in narrow cells, is not told', () => {
  const block = blockOf(tableOf('2021', 't3'));
  const { values } = flowOf([
    '一、本年新收政府信息公开申请 221 469 9 4 8 49 268',
    '数量 33 2 95',
    '（一）予以公开 3 0 0 0 0 0 3',
    '（二）部分公开 4 0 0 0 0 0 4',
  ]);
  const told = rowsOnLines(block, values).flatMap((each) => (each === null ? [] : [each.text]));
  expect(told.join(' ')).toBe('3 0 0 0 0 0 3 4 0 0 0 0 0 4');
});

test('the number of a label that stands apart before it on its line is no figure', () => {
  const { values, ordinals } = flowOf([
    '1 ．属于国家秘密 3 0 0 0 0 0 3',
    '0 0 0 0 0 0 0',
    '2 ．其他法律行政法规禁止公开',
    '7 ．没有现成信息需要另行制作',
  ]);
  // The last has another number in the form: it is a figure.
  expect(values.map(({ text }) => text).join(' ')).toBe('3 0 0 0 0 0 3 0 0 0 0 0 0 0 7');
  expect(ordinals).toEqual(['2']);
  // 其他 is a label by itself, and the beginning of another one.
  const other = flowOf(['3 ．其他', '5 0 0 0 0 0 5']);
  expect(other.values.map(({ text }) => text).join(' ')).toBe('5 0 0 0 0 0 5');
  expect(other.ordinals).toEqual([]);
});

test('a label that has slid onto the line of the figures of another row does not tell that they are its own', () => {
  const block = blockOf(tableOf('2021', 't3'));
  const { values } = flowOf([
    '7．属于行政执法案卷 7 0 0 0 0 0 7',
    '8．属于行政查询事项 8 0 0 0 0 0 8',
    '1．本机关不掌握相关政府信息',
    '2．没有现成信息需要另行制作 1 0 0 0 0 0 1',
    '3．补正后申请内容仍不明确',
    '~',
    '2 0 0 0 0 0 2',
    '3 0 0 0 0 0 3',
    '1．信访举报投诉类申请 4 0 0 0 0 0 4',
    '2．重复申请 5 0 0 0 0 0 5',
  ]);
  const told = rowsOnLines(block, values).filter((each, cell) => each !== null && cell % 7 === 0);
  expect(told.map((each) => each?.text)).toEqual(['7', '8', '4', '5']);
});

test('a Markdown table for every row, the labels in some and the figures in others, is read row by row', async () => {
  const rows = leavesOf(blockOf(tableOf('2021', 't3')).rows ?? []);
  const markdown = (cells: readonly string[]) => [
    `| ${cells.join(' | ')} |`,
    `|${'---|'.repeat(cells.length)}`,
    '',
  ];
  const text = [
    '青禾县水务局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    ...markdown(['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']),
    ...rows.flatMap(({ label }) => markdown([printed(label)])),
    ...rows.flatMap((_, row) => markdown([String(row), '0', '0', '0', '0', '0', String(row)])),
  ].join('\n');
  const { cells } = await extract(new TextEncoder().encode(text), {
    forms,
    lexicon,
    vocabulary,
    name: 'report.md',
  });
  expect(rows.map(({ path }) => cells[`t3.${path}.naturalPerson`]?.value)).toEqual(rows.map((_, row) => row));
});

test('every row of Table 2 behind its label, whose end stands behind the figures', () => {
  const { blocks } = tableOf('2021', 't2');
  const isTold = (...lines: string[]) => areAnchored(blocks, flowOf([...lines, ...items5to8], 't2').values);
  const head = [item('一'), '信息内容 本年制发件数 本年废止件数 现行有效件数'];
  expect([
    isTold(...head, '规章', '1', '2', '3', '行政规范', '4', '5', '6', '性文件'),
    isTold(...head, '1', '2', '3', '规章', '4', '5', '6', '行政规范性文件'),
    isTold(...head, '规章', '1', '2', '3', '9', '行政规范性文件', '4', '5', '6'),
  ]).toEqual([true, false, false]);
});

describe('the only row of a table in one run of digits', () => {
  const group = (from: number) => sumOf<ColumnIndex>([from, from + 1], [from + 2]);
  const row = { rows: 1, columns: 6, alongRows: [group(0), group(3)] };
  const cut = (digits: string) => {
    const { values } = flowOf([digits], 't4');
    return [singleDigits(values, row), ...cutRun(values, row)].map(
      (each) => each?.map(({ text }) => text).join(' ') ?? null,
    );
  };

  test('as many digits as cells are one figure each, whatever the sums say', () => {
    expect(cut('123119')).toEqual(['1 2 3 1 1 9']);
  });

  test('more are cut so that all sums hold', () => {
    expect(cut('122537000')).toEqual([null, '12 25 37 0 0 0']);
    expect(cut('122538000')).toEqual([null]);
  });
});

test('long runs of figures that can be parted in too many ways are given up, without looking at them all', () => {
  const run = '123456789123456';
  const { values } = flowOf([
    ...Array.from({ length: 2 }, () => `${run} ${run} ${run}`),
    '1 0 0 0 0 0 0 0 1',
  ]);
  const wide = { rows: 3, columns: 9, alongRows: [sumOf<ColumnIndex>([0, 1, 2, 3, 4, 5, 6, 7], [8])] };
  let looked = 0;
  const counted = (value: FlowValue) => {
    looked += 1;
    return numberOf(value);
  };
  expect(values).toHaveLength(2 * 3 + 9);
  expect(unglued(values, wide, counted)).toEqual([]);
  expect(looked).toBeLessThan(2_000_000);
});
