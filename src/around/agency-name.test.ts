import { expect, test } from 'vitest';
import { nameIndex } from './agency-name.js';

const names = [
  '云溪县审计局',
  '云溪县人民政府',
  '云溪县人民政府办公室',
  '江州市云溪区财政局',
  '江州市财政局',
  '城关镇人民政府',
  '东湖街道办事处',
  '东山区民政局',
  '西山区民政局',
];

test.each([
  ['云溪县审计局', '云溪县审计局'],
  ['云溪县 审计局', '云溪县审计局'],
  ['江州市云溪县审计局', '云溪县审计局'],
  ['云溪县政府', '云溪县人民政府'],
  ['云溪县政府办公室', '云溪县人民政府办公室'],
  ['云溪区财政局', '江州市云溪区财政局'],
  ['江州市财政局', '江州市财政局'],
  ['城关镇', '城关镇人民政府'],
  ['云溪县城关镇人民政府', '城关镇人民政府'],
  ['东湖街道', '东湖街道办事处'],
])('%s is %s', (name, expected) => {
  const index = nameIndex<string>();
  for (const each of names) index.add(each, each);
  expect(index.find(name)).toBe(expected);
});

test.each(['审计局', '财政局', '民政局', '北山区民政局', '云溪县', '云溪县审计局办公室', ''])(
  '%s may be anybody',
  (name) => {
    const index = nameIndex<string>();
    for (const each of names) index.add(each, each);
    expect(index.find(name)).toBe(null);
  },
);

test('a shorter name that two agencies end with means neither', () => {
  const index = nameIndex<string>();
  index.add('甲市城关镇人民政府', '甲');
  index.add('乙市城关镇人民政府', '乙');
  expect(index.find('城关镇')).toBe(null);
});
