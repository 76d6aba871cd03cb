import { expect, test } from 'vitest';
import { extract } from '../../index.js';
import { forms, lexicon, vocabulary } from '../../../../test/fixtures/defaults.js';

/** The three groups of Table 4, five figures each, as they were read. */
async function groupsOf(lines: readonly string[]): Promise<string[]> {
  const text = ['清河市商务局2023年政府信息公开工作年度报告', ...lines].join('\n');
  const { cells } = await extract(new TextEncoder().encode(text), {
    name: 'page.txt',
    ...{ forms, vocabulary, lexicon },
  });
  return ['review', 'litigationDirect', 'litigationAfterReview'].map((group) =>
    ['upheld', 'corrected', 'otherResult', 'pending', 'total']
      .map((each) => String(cells[`t4.${group}.${each}`]?.value ?? '?'))
      .join(' '),
  );
}

const heading = '四、政府信息公开行政复议、行政诉讼情况';
const five = '结果维持 结果纠正 其他结果 尚未审结 总计';
// A sum does not hold, so that no sum tells the order of the groups.
const figures = '  0     1     10    0     12    1     0     0    0    1     0     2    0     0    2';

test('heads of groups on several lines of a page stand in the order of their places across it', async () => {
  const lines = [
    heading,
    '        行政复议                               行政诉讼',
    `${five} ${five} 结果维持 结果纠正复议后起诉`,
    '                             未经复议直接起诉',
    '                                                         其他结果 尚未审结 总计',
    figures,
  ];
  expect(await groupsOf(lines)).toEqual(['0 1 10 0 12', '1 0 0 0 1', '0 2 0 0 2']);
});

test('heads of groups on one line stand in their order on it', async () => {
  const lines = [
    heading,
    '        行政复议                               行政诉讼',
    '                             复议后起诉            未经复议直接起诉',
    `${five} ${five} ${five}`,
    figures,
  ];
  expect(await groupsOf(lines)).toEqual(['0 1 10 0 12', '0 2 0 0 2', '1 0 0 0 1']);
});
