import { expect, test } from 'vitest';
import { tablesIn } from '../../../../test/fixtures/tables.js';
import { readTextBlocks } from '../../read/text/text.js';

const read = (line: string) => {
  const text = `第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n${line}`;
  const { cells, blocks } = tablesIn(readTextBlocks(text));
  return {
    value: cells['t2.fees.amount']?.value ?? null,
    odd: blocks.flatMap((each) => each.oddLabels.map(({ found }) => found)),
  };
};

test.each(['行政事业型收费', '行证事业性收费'])('a row called %s is still that row', (label) => {
  expect(read(`${label}\t3.2`)).toEqual({ value: 3.2, odd: [label] });
});

test.each(['行政事业单位收费', '行政企业型收费', '行政事业型收费情况说明'])(
  'a row called %s is another',
  (label) => {
    expect(read(`${label}\t3.2`).value).toBeNull();
  },
);
