import { describe, expect, test } from 'vitest';
import { auditOf } from '../../../test/fixtures/audits.js';
import { editions, type EditionId } from '../../../test/generators/form/forms.js';
import { cellsOfForm } from '../../model/index.js';
import { tablesOf } from './grid.js';
import { officialRows, type OfficialCell } from './official.js';

const tables = (edition: EditionId) =>
  tablesOf(auditOf({}, {}, edition), [editions[edition]]).map((table) => officialRows(table));

/** How many columns each row covers, counting the cells that reach down into it. */
function widths(rows: readonly OfficialCell[][]): number[] {
  const covered = rows.map(() => 0);
  rows.forEach((cells, top) => {
    for (const cell of cells)
      for (let row = top; row < top + cell.rows; row += 1) covered[row] = (covered[row] ?? 0) + cell.columns;
  });
  return covered;
}

const brief = ({ text, rows, columns, address }: OfficialCell) => `${address ?? text} ${rows}×${columns}`;

describe.each(['2019', '2021'] as const)('edition %s', (edition) => {
  test('every table is a rectangle', () => {
    for (const rows of tables(edition)) expect(new Set(widths(rows)).size).toBe(1);
  });

  test('every cell of the form stands there once', () => {
    const addresses = tables(edition)
      .flat(2)
      .flatMap(({ address }) => address ?? []);
    expect(addresses).toEqual(cellsOfForm(editions[edition]).map(({ address }) => address));
  });
});

test('a sub-table with fewer columns is as wide as the others', () => {
  const [second = []] = tables('2021');
  expect(second.map((row) => row.map(brief))).toEqual([
    ['第二十条第（一）项 1×4'],
    ['信息内容 1×1', '本年制发件数 1×1', '本年废止件数 1×1', '现行有效件数 1×1'],
    ['规章 1×1', 't2.regulations.made 1×1', 't2.regulations.repealed 1×1', 't2.regulations.inForce 1×1'],
    [
      '行政规范性文件 1×1',
      't2.normativeDocs.made 1×1',
      't2.normativeDocs.repealed 1×1',
      't2.normativeDocs.inForce 1×1',
    ],
    ['第二十条第（五）项 1×4'],
    ['信息内容 1×1', '本年处理决定数量 1×3'],
    ['行政许可 1×1', 't2.licensing.decisions 1×3'],
    ['第二十条第（六）项 1×4'],
    ['信息内容 1×1', '本年处理决定数量 1×3'],
    ['行政处罚 1×1', 't2.penalty.decisions 1×3'],
    ['行政强制 1×1', 't2.coercion.decisions 1×3'],
    ['第二十条第（八）项 1×4'],
    ['信息内容 1×1', '本年收费金额（单位：万元） 1×3'],
    ['行政事业性收费 1×1', 't2.fees.amount 1×3'],
  ]);
});

test('the heads of Table 3 and Table 4 are merged as the form prints them', () => {
  const [, third = [], fourth = []] = tables('2021');
  expect(third.slice(0, 3).map((row) => row.map(brief))).toEqual([
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 3×3', '申请人情况 1×7'],
    ['自然人 2×1', '法人或其他组织 1×5', '总计 2×1'],
    ['商业企业 1×1', '科研机构 1×1', '社会公益组织 1×1', '法律服务机构 1×1', '其他 1×1'],
  ]);
  expect(
    third.slice(3).map((row) => row.filter(({ address }) => address === null).map(brief)),
  ).toContainEqual(['（三）不予公开 8×1', '1.属于国家秘密 1×1']);
  expect(fourth.slice(0, 2).map((row) => row.map(brief))).toEqual([
    ['行政复议 1×5', '行政诉讼 1×10'],
    [
      '结果维持 2×1',
      '结果纠正 2×1',
      '其他结果 2×1',
      '尚未审结 2×1',
      '总计 2×1',
      '未经复议直接起诉 1×5',
      '复议后起诉 1×5',
    ],
  ]);
});
