import { expect, test } from 'vitest';
import { cellsOf, combinations } from '../reading.js';
import { claimsOf } from '../../labels.js';

test.for(
  combinations(
    ['依申请公开办件量', '政府信息公开申请数量'],
    ['连续两年下降', '逐年下降', '持续回落'],
    ['由2021年的52件、2022年的47件，', '由2022年的47件，', '由2022年的47件'],
    ['降至今年的39件', '降到2023年的39件'],
  ),
)('what it fell to is the year’s own: %s%s，%s%s', ([what = '', falls = '', from = '', to = '']) => {
  const cells = cellsOf(`${what}${falls}，${from}${to}，办结40件。`);
  expect(cells).toContain('t3.totalHandled.total 40');
  expect(cells).not.toContain('t3.received.total 40');
  if (falls !== '持续回落') expect(cells).toContain('t3.received.total 39');
});

test.for(
  combinations(
    ['一季度收到申请4件，二季度5件，三季度2件，四季度1件', '上半年收到政府信息公开申请7件，下半年5件'],
    ['，全年总计12件', '，合计12件', '，全年共计12件'],
  ),
)('parts of the year add up to it: %s%s', ([parts = '', total = '']) => {
  expect(cellsOf(`${parts}${total}。`)).toEqual(['t3.received.total 12']);
});

test.for(combinations(['收到申请', '受理政府信息公开申请'], ['：', ''], ['1-6月8件', '1至6月8件', '6月8件']))(
  'digits behind a month are no day of it: %s%s%s',
  ([what = '', mark = '', part = '']) => {
    expect(cellsOf(`${what}${mark}${part}，7-12月5件。`)).toEqual([]);
  },
);

test.for(combinations(['1月8日', '6月30日', '12月8号']))('but a day is one: %s', ([day = '']) => {
  const claims = claimsOf([`截至${day}，收到政府信息公开申请5件。`]);
  expect(claims.map(({ value }) => value)).toEqual([5]);
});
