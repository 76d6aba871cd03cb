import { expect, test } from 'vitest';
import { tablesIn } from '../../../../test/fixtures/tables.js';
import { readTextBlocks } from '../../read/text/text.js';

/** What Table 2 is said to lack when its first sub-table is printed like this. */
function missingIn(...lines: string[]): string[] {
  const text = [
    ...lines,
    '第二十条第（五）项',
    '信息内容\t本年处理决定数量',
    '行政许可\t4',
    '第二十条第（六）项',
    '信息内容\t本年处理决定数量',
    '行政处罚\t2',
    '行政强制\t1',
  ].join('\n');
  const { blocks } = tablesIn(readTextBlocks(text));
  return blocks.filter((each) => each.table === 't2').flatMap((each) => each.missingLabels);
}

test('nothing is missing of a whole table', () => {
  expect(
    missingIn(
      '第二十条第（一）项',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      '行政规范性文件\t3\t1\t9',
    ),
  ).toEqual([]);
});

test('a column with values is there, whatever its label says', () => {
  expect(
    missingIn(
      '第二十条第（一）项',
      '信息内容\t本年制发件数\t清理\t现行有效件数',
      '规章\t0\t0\t0',
      '行政规范性文件\t3\t1\t9',
    ),
  ).toEqual([]);
});

test('a column without label and values is missing, and so is a row', () => {
  expect(
    missingIn(
      '第二十条第（一）项',
      '信息内容\t本年制发件数\t现行有效件数',
      '规章\t0\t0',
      '行政规范性文件\t3\t9',
    ),
  ).toEqual(['本年废止件数']);
  expect(
    missingIn(
      '第二十条第（一）项',
      '信息内容\t本年制发件数\t现行有效件数',
      '规章\t0\t0\t',
      '行政规范性文件\t3\t9\t',
    ),
  ).toEqual(['本年废止件数']);
  expect(
    missingIn(
      '第二十条第（一）项',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '行政规范性文件\t3\t1\t9',
    ),
  ).toEqual(['规章']);
});
