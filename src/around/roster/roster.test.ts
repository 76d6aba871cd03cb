import { expect, test } from 'vitest';
import { parseRoster } from './roster.js';

test('a roster with a mark, quotes, aliases and a parent that is spelt otherwise', () => {
  const text =
    '\uFEFFname,level,kind,parent,aliases\r\n' +
    '云溪县人民政府,county,government,,云溪县政府\r\n' +
    '\r\n' +
    '"云溪县发展和改革局",county,department,云溪县政府,云溪县发改局；云溪县发展与改革委员会\r\n' +
    '城关镇,township,government,云溪县人民政府\r\n';
  expect(parseRoster(text)).toEqual({
    problems: [],
    entries: [
      { name: '云溪县人民政府', level: 'county', kind: 'government', parent: null, aliases: ['云溪县政府'] },
      {
        name: '云溪县发展和改革局',
        level: 'county',
        kind: 'department',
        parent: '云溪县人民政府',
        aliases: ['云溪县发改局', '云溪县发展与改革委员会'],
      },
      { name: '城关镇', level: 'township', kind: 'government', parent: '云溪县人民政府', aliases: [] },
    ],
  });
});

test('columns in any order, under Chinese headings', () => {
  expect(parseRoster('上级机关,类别,层级,机关名称\n,政府,县级,甲县人民政府\n').entries).toEqual([
    { name: '甲县人民政府', level: 'county', kind: 'government', parent: null, aliases: [] },
  ]);
});

test.each([
  ['nothing at all', '', [[1, 'empty', {}]]],
  ['no agencies', 'name,level,kind,parent\n', [[1, 'empty', {}]]],
  [
    'a column is missing and one is not known',
    'name,level,sort,parent\n甲局,county,department,\n',
    [
      [1, 'unknown-column', { column: 'sort' }],
      [1, 'missing-column', { column: 'kind' }],
    ],
  ],
  ['a quote is never closed', 'name,level,kind,parent\n"甲局,county,department,\n', [[2, 'open-quote', {}]]],
  [
    'every mistake is told with its line',
    'name,level,kind,parent\n甲局,镇级,科室,乙政府\n,county,department,\n甲局,county,department,,别名,多余\n甲局,county,department,\n',
    [
      [2, 'level', { value: '镇级' }],
      [2, 'kind', { value: '科室' }],
      [2, 'parent', { parent: '乙政府' }],
      [3, 'no-name', {}],
      [4, 'fields', { count: 6, expected: 4 }],
      [5, 'duplicate', { name: '甲局', first: 2 }],
    ],
  ],
  [
    'parents in a circle',
    'name,level,kind,parent\n甲县政府,county,government,乙县政府\n乙县政府,county,government,甲县政府\n',
    [
      [2, 'circle', { name: '甲县政府' }],
      [3, 'circle', { name: '乙县政府' }],
    ],
  ],
])('%s', (_, text, expected) => {
  expect(parseRoster(text).problems).toEqual(
    expected.map(([line, code, values]) => ({ line, code, values })),
  );
});
