import { expect, test } from 'vitest';
import { tablesIn } from '../../../../test/fixtures/tables.js';
import { leavesOf } from '../../../model/index.js';
import { readTextBlocks } from '../../read/text/text.js';
import { forms } from '../../../../test/fixtures/defaults.js';

const rows = leavesOf(forms.find(({ id }) => id === '2021')?.tables[1]?.blocks[0]?.rows ?? []);

/** The subtotals read in the total column of Table 3, where every cell is 1, with lines put before or behind some rows. */
function read(lines: { before?: string; behind?: string; line: string }[]): Record<string, number | null> {
  const added = (where: 'before' | 'behind', path: string) =>
    lines.flatMap((each) => (each[where] === path ? [each.line] : []));
  const text = [
    '\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计',
    ...rows.flatMap(({ path, label: { ordinal = '', label } }) => [
      ...added('before', path),
      `\t\t${ordinal}${/^\d/.test(ordinal) ? '.' : ''}${label}\t1\t1\t1\t1\t1\t1\t6`,
      ...added('behind', path),
    ]),
  ].join('\n');
  const { subtotals } = tablesIn(readTextBlocks(text));
  return Object.fromEntries(
    Object.entries(subtotals).flatMap(([sum, { value }]) => (sum.endsWith('.total') ? [[sum, value]] : [])),
  );
}

const figures = '\t8\t8\t8\t8\t8\t8\t48';

test('a row behind the items of a group, or before them, is the subtotal of the group', () => {
  expect(read([{ behind: 'denied.adminQuery', line: `\t\t小计${figures}` }])).toEqual({});
  expect(
    read([
      { behind: 'denied.adminQuery', line: `\t\t小计${figures}` },
      { behind: 'other.misc', line: `\t\t小计${figures}` },
    ]),
  ).toEqual({ 't3.denied.total': 48, 't3.other.total': 48 });
  expect(read([{ before: 'denied.stateSecret', line: `\t\t小计${figures}` }])).toEqual({
    't3.denied.total': 48,
  });
});

test.each(['小计', '小 计'])(
  '%s behind a group and before the row that begins the next one is that of the group before it',
  (label) => {
    const lines = rows.flatMap(({ path, label: { ordinal = '', label: item } }) => [
      `${path === 'unavailable.notHeld' ? '\t（四）无法提供' : '\t'}\t${ordinal}${/^\d/.test(ordinal) ? '.' : ''}${item}\t1\t1\t1\t1\t1\t1\t6`,
      ...(path === 'denied.adminQuery' ? [`\t\t${label}${figures}`] : []),
    ]);
    const header = '\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计';
    const { subtotals } = tablesIn(readTextBlocks([header, ...lines].join('\n')));
    expect(subtotals['t3.denied.total']?.value).toBe(48);
    expect(subtotals['t3.unavailable.total']).toBeUndefined();
  },
);

test.each<[string, { before?: string; behind?: string; line: string }[]]>([
  ['that leaves something out', [{ before: 'denied.stateSecret', line: `\t\t小计（不含第8项）${figures}` }]],
  ['in the middle of a group', [{ behind: 'denied.security', line: `\t\t小计${figures}` }]],
  ['of all results', [{ behind: 'other.misc', line: `\t小计\t${figures}` }]],
  [
    'printed twice',
    [
      { before: 'denied.stateSecret', line: `\t\t小计${figures}` },
      { behind: 'denied.adminQuery', line: `\t\t不予公开小计${figures}` },
    ],
  ],
])('a row %s is not taken for that of a group', (_, lines) => {
  expect(read(lines)).toEqual({});
});

test('a row whose label names the group is its subtotal wherever the others stand', () => {
  expect(read([{ behind: 'denied.adminQuery', line: `\t\t（三）不予公开小计${figures}` }])).toEqual({
    't3.denied.total': 48,
  });
});

test('an empty row of subtotals has no figures', () => {
  expect(read([{ before: 'denied.stateSecret', line: '\t\t小计\t\t\t\t\t\t\t' }])).toEqual({
    't3.denied.total': null,
  });
});

test('between two groups it is told by the others on which side of their groups they stand, if all agree', () => {
  const between = { behind: 'denied.adminQuery', line: `\t\t小计${figures}` };
  const before = { before: 'denied.stateSecret', line: `\t\t小计${figures}` };
  const behind = { behind: 'other.misc', line: `\t\t小计${figures}` };
  expect(Object.keys(read([between, before]))).toEqual(['t3.denied.total', 't3.unavailable.total']);
  expect(Object.keys(read([between, behind]))).toEqual(['t3.denied.total', 't3.other.total']);
  expect(Object.keys(read([between, before, behind]))).toEqual(['t3.denied.total', 't3.other.total']);
});
