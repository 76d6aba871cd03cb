import { describe, expect, test } from 'vitest';
import { forms, lexicon, vocabulary } from '../../../../test/fixtures/defaults.js';
import { leavesOf } from '../../../model/index.js';
import { extract } from '../../index.js';

/** How pages give their tables as text: made-up reports in the forms in which sites are stored. */
const read = async (lines: readonly string[]) => {
  const text = [
    '禾屿县水利局2020年政府信息公开工作年度报告',
    '一、总体情况',
    '2020年，本局公开信息12条。',
    ...lines,
  ];
  const report = await extract(new TextEncoder().encode(text.join('\n')), {
    forms,
    lexicon,
    vocabulary,
    name: 'report',
  });
  return report.cells;
};
const columns = leavesOf(
  forms.find(({ id }) => id === '2019')?.tables.find(({ id }) => id === 't3')?.blocks[0]?.columns ?? [],
).map(({ label }) => label.label);

type Cell = { value: number | null; state: string } | undefined;
const shown = (cells: Readonly<Record<string, Cell>>, ...addresses: string[]) =>
  addresses.map((each) => {
    const { value, state } = cells[each] ?? { value: null, state: 'none' };
    return state === 'number' ? value : value === null ? state : `${state} ${String(value)}`;
  });

const table2 = (change: string, projects: string, notes = '', documents: readonly string[] = []) => [
  ...[
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容',
    '本年新制作数量',
    '本年新公开数量',
    '对外公开总数量',
  ],
  ...[`规章${notes}`, '0', '0', '0', `规范性文件${notes}`, '4', '5', '6', ...documents],
  ...['第二十条第（五）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ...['行政许可', '7', change, '8', '其他对外管理服务事项', '9', change, '10'],
  ...['第二十条第（六）项', '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ...['行政处罚', '11', change, '12', '行政强制', '13', change, '14'],
  ...['第二十条第（八）项', '信息内容', '上一年项目数量', '本年增/减', '行政事业性收费', '15', change],
  ...['第二十条第（九）项', '信息内容', '采购项目数量', '采购总金额', '政府集中采购', projects, '300.5元'],
];
const some = [
  't2.normativeDocs.totalDisclosed',
  't2.licensing.change',
  't2.coercion.decisions',
  't2.fees.change',
  't2.procurement.projects',
];

describe('cells on lines of their own', () => {
  test.each([
    [
      'words for no change, which are no number',
      table2('未增未减', '2'),
      Array.from({ length: 5 }, () => 'unreadable'),
    ],
    ['a unit of several characters', table2('0', '2批次'), [6, 0, 14, 0, 'text 2']],
    ['notes behind labels', table2('0', '2', '（由设区的市提供）'), [6, 0, 14, 0, 2]],
    [
      'a row that a province has added',
      table2('0', '2', '', ['其他主动公开文件（含函件）', '3', '3', '3']),
      [6, 0, 14, 0, 2],
    ],
  ])('%s', async (_, lines, values) => {
    expect(shown(await read(lines), ...some)).toEqual(values);
    expect(
      shown(await read(lines.map((each) => (/^[二三]、/.test(each) ? each : `${each} |`))), ...some),
    ).toEqual(values);
  });
});

const head = [
  '三、收到和处理政府信息公开申请情况',
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |',
  '申请人情况 |',
  '||||||||',
  ...columns.map((each) => `${each} |`),
  '|||||',
];
const rowOf = (label: string, cells: readonly string[], end = '||') =>
  [label, ...cells].map((each) => (each === '' ? '|' : `${each} |`)).concat(end);
const received = ['naturalPerson', 'legalService', 'otherOrg', 'total'].map((each) => `t3.received.${each}`);

describe('a table that is cut off', () => {
  test('behind its first two rows is read as far as it goes', async () => {
    const cells = await read([
      ...head,
      ...rowOf('一、本年新收政府信息公开申请数量', ['3', '0', '0', '0', '1', '0', '4']),
      ...rowOf('二、上年结转政府信息公开申请数量', ['0', '0', '0', '0', '0', '0', '0']),
      '三、本年度办理结果 |',
      '（一）予以',
    ]);
    expect(shown(cells, ...received, 't3.carriedIn.total')).toEqual([3, 1, 0, 4, 0]);
  });

  test('one row alone, or rows from its middle, are no beginning of it', async () => {
    const one = await read([
      ...head,
      ...rowOf('一、本年新收政府信息公开申请数量', ['3', '0', '0', '0', '1', '0', '4']),
      '二、上年结',
    ]);
    expect(shown(one, ...received)).toEqual(['absent', 'absent', 'absent', 'absent']);
    const middle = await read([
      ...head,
      ...rowOf('（七）总计', ['3', '0', '0', '0', '1', '0', '4']),
      ...rowOf('四、结转下年度继续办理', ['0', '0', '0', '0', '0', '0', '0']),
    ]);
    expect(shown(middle, 't3.totalHandled.total')).toEqual(['absent']);
  });

  test('a nought in a cell over several columns is of no column for sure', async () => {
    const merged = (label: string) => rowOf(label, ['', '0'], '|||||||');
    const cells = await read([
      ...head,
      ...merged('一、本年新收政府信息公开申请数量'),
      ...merged('二、上年结转政府信息公开申请数量'),
      '三、本年度办理结果 |',
      ...merged('（一）予以公开'),
    ]);
    expect(shown(cells, ...received)).toEqual(['unreadable', 'unreadable', 'unreadable', 'unreadable']);
  });

  test('empty cells before the total are there', async () => {
    const cells = await read([
      ...head,
      ...rowOf('一、本年新收政府信息公开申请数量', ['', '', '', '', '', '', '0']),
      ...rowOf('二、上年结转政府信息公开申请数量', ['', '', '', '', '', '', '0']),
      '三、本年度办理结果 |',
    ]);
    expect(shown(cells, ...received)).toEqual(['blank', 'blank', 'blank', 0]);
  });
});

test('terms that were changed with the script are those of the form; archives stay archives', async () => {
  const lines = table2('0', '2').map((each) =>
    each.replace('规范性文件', '規範性檔案').replace('数量', '數量'),
  );
  expect(
    shown(
      await read(['向檔案館移送信息2條，開展業務培訓，積極推進各項報告編製、發布與審查。', ...lines]),
      ...some,
    ),
  ).toEqual([6, 0, 14, 0, 2]);
});
