import { expect, test } from 'vitest';
import { printed } from '../../../form/printed.js';
import { leavesOf } from '../../../model/index.js';
import { extract } from '../../index.js';
import { forms, lexicon, vocabulary } from '../../../../test/fixtures/defaults.js';

const block =
  forms.find(({ id }) => id === '2021')?.tables.find(({ id }) => id === 't3')?.blocks[0] ?? expect.fail();
const rows = leavesOf(block.rows ?? []);
const columns = leavesOf(block.columns);

/** What is read of the row of repeated requests, where the rows are written as these runs of digits, the others as zeros. */
async function repeatedAmong(runs: Readonly<Record<string, string>>): Promise<string> {
  const lines = rows.map(({ label, path }) => printed(label) + (runs[path] ?? '0000000'));
  const text = [
    '清河市商务局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    ...lines,
  ].join('\n');
  const { cells } = await extract(new TextEncoder().encode(text), {
    ...{ forms, lexicon, vocabulary },
    name: 'page.txt',
  });
  const own = columns.map(({ path }) => cells[`t3.rejected.repeat.${path}`]);
  return `${own.map((each) => each?.value ?? '?').join(' ')} ${[...new Set(own.map((each) => each?.evidence))].join()}`;
}

test('a run of digits whose sum does not hold is cut where that is possible in one way, and other rows leave no cell out', async () => {
  const wrong = { 'rejected.repeat': '00000100' };
  expect(await repeatedAmong(wrong)).toBe('0 0 0 0 0 10 0 ordered');
  expect(await repeatedAmong({ ...wrong, received: '9000009', carriedIn: '1000002' })).toBe(
    '0 0 0 0 0 10 0 ordered',
  );
  // A row that leaves a cell out: here one could be missing, too.
  expect(await repeatedAmong({ ...wrong, received: '909' })).toMatch(/^\? \? \? \? \? \? \?/);
  // So many rows whose sums do not hold are not written so, or their digits belong to others.
  expect(await repeatedAmong({ ...wrong, received: '9000008', carriedIn: '1000002' })).toMatch(/^\?/);
  expect(await repeatedAmong({ 'rejected.repeat': '12000010' })).toMatch(/^\?/);
});
