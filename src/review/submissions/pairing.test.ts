import { expect, test } from 'vitest';
import { pairs, type Identity } from './pairing.js';

const report = (place: string, agency: string | null, year: number | null, folder = ''): Identity => ({
  name: folder + place,
  place,
  agency,
  year,
});

const paired = (earlier: Identity[], later: Identity[]) => {
  const found = pairs(earlier, later);
  return later.map((each) => found.get(each)?.name ?? null);
};

test('a report is known by agency and year, whatever its file is called', () => {
  const earlier = [
    report('a.doc', '甲局', 2022),
    report('b.doc', '甲局', 2023),
    report('c.doc', '乙 局', 2023),
  ];
  expect(paired(earlier, [report('x.pdf', '甲局', 2023), report('a.doc', '乙局', 2023)])).toEqual([
    'b.doc',
    'c.doc',
  ]);
});

test('of two reports for one agency and year each is known once, by its file first', () => {
  const earlier = [report('a.doc', '甲局', 2023, '一/'), report('b.doc', '甲局', 2023, '一/')];
  const later = [
    report('b.doc', '甲局', 2023, '二/'),
    report('c.doc', '甲局', 2023, '二/'),
    report('d.doc', '甲局', 2023, '二/'),
  ];
  expect(paired(earlier, later)).toEqual(['一/b.doc', '一/a.doc', null]);
});

test('a file that could not be read is known by its place, or by a name that no other has', () => {
  const earlier = [
    report('甲县/甲.doc', '甲局', 2023),
    report('乙.doc', '乙局', 2023),
    report('2022/丙.doc', '丙局', 2022),
  ];
  const unread = (place: string) => report(place, null, null, '二/');
  expect(paired(earlier, ['甲.doc', '乙.doc', '2023/丙.doc'].map(unread))).toEqual([
    '甲县/甲.doc',
    '乙.doc',
    null,
  ]);
  expect(
    paired(
      [report('甲县/年报.doc', '甲局', 2023), report('乙县/年报.doc', '乙局', 2023)],
      [unread('年报.doc')],
    ),
  ).toEqual([null]);
});

test('a file with the name of another is no other version of it where agency or year say otherwise', () => {
  const earlier = [report('年报.doc', '云溪县水利局', 2023)];
  expect(paired(earlier, [report('年报.doc', '云溪县教育局', 2023)])).toEqual([null]);
  expect(paired(earlier, [report('年报.doc', '云溪县水利局', 2024)])).toEqual([null]);
  expect(paired(earlier, [report('年报.doc', '水利局', 2023)])).toEqual(['年报.doc']);
});
