import { expect, test } from 'vitest';
import { tablesIn } from '../../../../test/fixtures/tables.js';
import { leavesOf } from '../../../model/index.js';
import { readTextBlocks } from '../../read/text/text.js';
import { forms } from '../../../../test/fixtures/defaults.js';

const block = forms
  .find(({ id }) => id === '2021')
  ?.tables.find(({ id }) => id === 't3')
  ?.blocks.at(0);
const columns = leavesOf(block?.columns ?? []);
const rows = leavesOf(block?.rows ?? []);

/** Applications of natural persons, row by row; the rest is left blank. */
const persons: Readonly<Record<string, number>> = {
  received: 6,
  granted: 4,
  'denied.thirdParty': 1,
  'other.misc': 1,
  totalHandled: 6,
};

/** Table 3 with a line for each cell, a tab before it, and a blank line behind each row. */
function table(
  isThere: (path: string) => boolean = () => true,
  hasLabel: (path: string) => boolean = () => true,
) {
  const lines = ['', ...columns.map(({ label }) => label.label)].map((text) => `\t${text}`);
  for (const { path, label } of rows.filter((row) => isThere(row.path))) {
    const value = persons[path] ?? '';
    const cells = columns.map((column) => (/^(naturalPerson|total)$/.test(column.path) ? value : ''));
    lines.push('', ...[...(hasLabel(path) ? [label.label] : []), ...cells].map((text) => `\t${text}`));
  }
  return lines.join('\n');
}

function read(text: string) {
  const { cells, blocks: found, cutOff } = tablesIn(readTextBlocks(text));
  const stateOf = (path: string) => [
    ...new Set(columns.map((column) => cells[`t3.${path}.${column.path}`]?.state)),
  ];
  const missing = found.filter((each) => each.table === 't3').flatMap((each) => each.missingLabels);
  const numbers = Object.entries(cells).flatMap(([address, { value }]) =>
    value === null || !address.endsWith('.naturalPerson') ? [] : [[address.slice(3, -14), value]],
  );
  return { numbers: Object.fromEntries(numbers) as Record<string, number>, stateOf, missing, cutOff };
}

const without = (...paths: string[]) =>
  Object.fromEntries(Object.entries(persons).filter(([path]) => !paths.includes(path)));

test('a whole table is read to its end', () => {
  const { numbers, missing, cutOff } = read(table());
  expect({ numbers, missing, cutOff }).toEqual({ numbers: persons, missing: [], cutOff: null });
});

test('figures whose label is lost are those of no other row, and their own is not read', () => {
  const { numbers, stateOf, missing } = read(table(undefined, (path) => path !== 'denied.thirdParty'));
  expect({ numbers, missing }).toEqual({ numbers: without('denied.thirdParty'), missing: [] });
  expect(stateOf('denied.thirdParty')).toEqual(['unreadable']);
  expect(stateOf('denied.internal')).toEqual(['blank']);
});

test('a row that the table lacks is missing, and nothing else', () => {
  const { numbers, stateOf, missing } = read(table((path) => path !== 'denied.internal'));
  expect({ numbers, missing }).toEqual({ numbers: persons, missing: ['属于三类内部事务信息'] });
  expect(stateOf('denied.internal')).toEqual(['absent']);
});

test('a text that ends inside the table leaves the rows behind unread', () => {
  const behind = ['totalHandled', 'carriedOut'];
  const { numbers, stateOf, missing, cutOff } = read(table((path) => !behind.includes(path)));
  expect({ numbers, missing }).toEqual({ numbers: without('totalHandled'), missing: [] });
  expect(cutOff?.block.located.marks.table.id).toBe('t3');
  expect(behind.flatMap(stateOf)).toEqual(['unreadable', 'unreadable']);
});

test('a table that lacks its last rows is not cut off when the text goes on', () => {
  const { stateOf, missing, cutOff } = read(
    `${table((path) => path !== 'carriedOut')}\n\n四、政府信息公开行政复议、行政诉讼情况\n`,
  );
  expect({ missing, cutOff }).toEqual({ missing: ['结转下年度继续办理'], cutOff: null });
  expect(stateOf('carriedOut')).toEqual(['absent']);
});
