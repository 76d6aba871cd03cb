import { expect, test } from 'vitest';
import type { RosterEntry } from '../model/index.js';
import type { Digest } from './copies/digest.js';
import { amongYears, relate, withoutYears } from './neighbourhood.js';
import { sketchOf } from './copies/sketch.js';

const digest = (
  name: string,
  agency: string | null,
  year: number | null,
  more: Partial<Digest> = {},
): Digest => ({
  name,
  sha256: name,
  agency: { name: agency, level: 'county', kind: 'department' },
  year,
  layout: '2021',
  steady: ['t2.licensing.decisions', 't2.penalty.decisions'],
  numbers: {},
  unsure: [],
  contradicted: {},
  scope: null,
  published: null,
  prose: {},
  counts: [],
  problems: [],
  ...more,
});

const county: RosterEntry = {
  name: '云溪县人民政府',
  level: 'county',
  kind: 'government',
  parent: null,
  aliases: [],
};
const below = (name: string, more: Partial<RosterEntry> = {}): RosterEntry => ({
  name,
  level: 'county',
  kind: 'department',
  parent: county.name,
  aliases: [],
  ...more,
});
const roster = [county, below('云溪县水利局', { aliases: ['云溪县水务局'] }), below('云溪县教育局')];

const around = (
  own: Digest,
  others: Digest[],
  earlier: Digest[] | null = [],
  entries: RosterEntry[] | null = null,
) => {
  const found = relate({ current: [own, ...others], earlier, roster: entries }).around.get(own.name);
  if (found === undefined) throw new Error('not related');
  return found;
};

test('earlier reports of the agency by year, the latest first, under whatever name the roster knows', () => {
  const own = digest('now', '云溪县水利局', 2023);
  const earlier = [
    digest('a', '云溪县水务局', 2021, { numbers: { x: 1 }, unsure: ['x'] }),
    digest('b', '江州市云溪县水利局', 2022, { numbers: { x: 2 } }),
    digest('c', '云溪县教育局', 2022),
    digest('later', '云溪县水利局', 2024),
    digest('nobody', null, 2022),
  ];
  expect(around(own, [], earlier, roster).surroundings.earlier).toEqual([
    {
      name: 'b',
      year: 2022,
      layout: '2021',
      numbers: { x: 2 },
      unsure: [],
      contradicted: {},
      scopeChange: null,
      likeness: {},
      repeated: [],
      problems: [],
    },
    {
      name: 'a',
      year: 2021,
      layout: '2021',
      numbers: { x: 1 },
      unsure: ['x'],
      contradicted: {},
      scopeChange: null,
      likeness: {},
      repeated: [],
      problems: [],
    },
  ]);
});

test('of a restated year only the figures on which all versions agree are known', () => {
  const own = digest('now', '云溪县水利局', 2023);
  const versions = [
    digest('a', '云溪县水利局', 2022, { numbers: { x: 1, y: 5 }, counts: ['公开信息320条'] }),
    digest('b', '云溪县水利局', 2022, { numbers: { x: 2, y: 5, z: 0 }, counts: [] }),
  ];
  const [before] = around({ ...own, counts: ['公开信息320条'] }, [], versions).surroundings.earlier ?? [];
  expect({ numbers: before?.numbers, repeated: before?.repeated }).toEqual({
    numbers: { y: 5 },
    repeated: [],
  });
});

test('problems stated again in every version of the earlier report; unknown when only figures of one of the two are', () => {
  const problem = (text: string) => ({ text: `${text}。`, masked: text });
  const wells = problem('机井台账的公开内容不够完整且更新较慢');
  const readings = problem('防汛预案的解读以转发文字为主图表较少');
  const own = digest('now', '云溪县水利局', 2023, { problems: [wells, readings, wells] });
  const again = (...before: Digest['problems'][]) =>
    around(
      own,
      [],
      before.map((problems, index) => digest(`${index}`, '云溪县水利局', 2022, { problems })),
    ).surroundings.earlier?.[0]?.problems;
  expect([
    again([wells, readings]),
    again([wells], [readings, wells]),
    again([]),
    again(null),
    again([wells], null),
  ]).toEqual([[wells.text, readings.text], [wells.text], [], null, null]);
});

test('without earlier reports nothing was given, with those of others none of this agency', () => {
  const own = digest('now', '云溪县水利局', 2023);
  expect([
    around(own, [], null).surroundings.earlier,
    around(own, [], []).surroundings.earlier,
    around(own, [digest('before', '云溪县水利局', 2022)], null).surroundings.earlier?.map(
      (each) => each.name,
    ),
  ]).toEqual([null, [], ['before']]);
});

test.each([
  ['the same', {}, {}, null],
  [
    'government and office',
    { agency: { name: '甲县政府', level: 'county', kind: 'government' } },
    { agency: { name: '甲县政府', level: 'county', kind: 'office' } },
    'kind',
  ],
  ['own and region', { scope: 'own' }, { scope: 'region' }, 'scope'],
  ['not said in one of them', { scope: 'own' }, {}, null],
  [
    'one figure tenfold is a wrong digit',
    { numbers: { 't2.penalty.decisions': 300, 't2.licensing.decisions': 60 } },
    { numbers: { 't2.penalty.decisions': 30, 't2.licensing.decisions': 55 } },
    null,
  ],
  [
    'two figures tenfold',
    { numbers: { 't2.penalty.decisions': 300, 't2.licensing.decisions': 900 } },
    { numbers: { 't2.penalty.decisions': 30, 't2.licensing.decisions': 80 } },
    'magnitude',
  ],
  [
    'two figures tenfold of which the form does not say that they change slowly',
    { numbers: { 't3.received.total': 300, 't3.granted.total': 200 } },
    { numbers: { 't3.received.total': 30, 't3.granted.total': 20 } },
    null,
  ],
  [
    'two figures tenfold the other way round',
    { numbers: { 't2.penalty.decisions': 30, 't2.licensing.decisions': 900 } },
    { numbers: { 't2.penalty.decisions': 300, 't2.licensing.decisions': 80 } },
    null,
  ],
] as const)('scope: %s', (_, now, before, expected) => {
  const own = digest('now', '甲县政府', 2023, now);
  const earlier = [digest('before', '甲县政府', 2022, before)];
  expect(around(own, [], earlier).surroundings.earlier?.[0]?.scopeChange).toBe(expected);
});

test('another version of the report tells which cells differ; a copy of the file and cells without a number do not', () => {
  const own = digest('now', '云溪县水利局', 2023, { numbers: { x: 1, y: 5 } });
  const others = [
    digest('old', '云溪县水利局', 2023, { numbers: { x: 2 } }),
    digest('copy', '云溪县水利局', 2023, { numbers: { x: 1, y: 5 }, sha256: 'now' }),
    digest('same', '云溪县水利局', 2023, { numbers: { x: 1 } }),
  ];
  expect(around(own, [], others).surroundings.versions).toEqual([{ name: 'old', differs: ['x'] }]);
});

test('a year is covered when most agencies that reported before and after have a report for it', () => {
  const agencies = ['甲县审计局', '乙县审计局', '丙县审计局', '丁县审计局'];
  const years = (missing: number) =>
    agencies.flatMap((agency, index) =>
      [2021, 2022, 2023]
        .filter((year) => year !== 2022 || index >= missing)
        .map((year) => digest(`${agency}${year}`, agency, year)),
    );
  const covered = (missing: number) => {
    const [own, ...others] = years(missing);
    return own === undefined ? [] : around(own, others).surroundings.coveredYears;
  };
  expect([covered(1), covered(2), covered(3), covered(4)]).toEqual([[2022], [2022], [], []]);
});

test('the roster gives level and kind, and the members with their reports', () => {
  const own = digest('county', '云溪县政府', 2023);
  const others = [
    digest('water', '云溪县水务局', 2023, { numbers: { x: 1 }, published: '2024-01-20' }),
    digest('again', '云溪县水利局', 2023, { numbers: { x: 1 }, published: '2024-02-20' }),
  ];
  const earlier = [digest('schools', '云溪县教育局', 2022, { numbers: { x: 7 } })];
  const { agency, surroundings } = around(own, others, earlier, roster);
  expect({ agency: agency?.kind, members: surroundings.members }).toEqual({
    agency: 'government',
    members: [
      {
        name: '云溪县水利局',
        level: 'county',
        kind: 'department',
        whole: true,
        report: { numbers: { x: 1 }, unsure: [], contradicted: {}, published: '2024-01-20' },
        earlier: null,
      },
      {
        name: '云溪县教育局',
        level: 'county',
        kind: 'department',
        whole: true,
        report: null,
        earlier: { numbers: { x: 7 }, unsure: [], contradicted: {} },
      },
    ],
  });
});

test('a member with members of its own is whole only when its report covers them', () => {
  const entries = [
    ...roster,
    below('城关镇', { kind: 'government' }),
    { ...below('城关镇中心'), parent: '城关镇' },
  ];
  const whole = (scope: Digest['scope']) =>
    around(
      digest('county', county.name, 2023),
      [digest('town', '城关镇', 2023, { scope })],
      [],
      entries,
    ).surroundings.members?.find((each) => each.name === '城关镇')?.whole;
  expect([whole(null), whole('own'), whole('region')]).toEqual([false, false, true]);
});

test('who is missing, there twice, or unknown; a stray year makes nobody missing', () => {
  const { attendance } = relate({
    current: [
      digest('1', '云溪县人民政府', 2023),
      digest('2', '云溪县水利局', 2023),
      digest('3', '云溪县水务局', 2023),
      digest('4', '北山县水利局', 2023),
      digest('5', null, 2023),
      digest('6', '云溪县教育局', null),
    ],
    earlier: null,
    roster,
  });
  expect(attendance).toEqual({
    agencies: 3,
    missing: [{ year: 2023, agency: '云溪县教育局' }],
    duplicate: [{ year: 2023, agency: '云溪县水利局', sources: ['2', '3'] }],
    unknown: [
      { source: '4', agency: '北山县水利局' },
      { source: '5', agency: null },
    ],
  });
});

test('prose of others for the same year; a body and the one above it may publish one text', () => {
  const sketch = sketchOf(
    Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 5000))).join(''),
  );
  if (sketch === null) throw new Error('too short');
  const prose = { overview: sketch };
  const own = digest('own', '云溪县水利局', 2023, { prose });
  const others = [
    digest('neighbour', '云溪县教育局', 2023, { prose }),
    digest('above', '云溪县人民政府', 2023, { prose }),
    digest('last', '云溪县教育局', 2022, { prose }),
    digest('self', '云溪县水务局', 2023, { prose }),
  ];
  expect(around(own, others, null, roster).surroundings.copies).toEqual([
    { name: 'neighbour', agency: '云溪县教育局', section: 'overview', likeness: 100 },
  ]);
});

test('reports that are given alone serve each other as earlier years, and tell nothing else', () => {
  const sketch = sketchOf('各乡镇各部门'.repeat(40));
  const copied: Partial<Digest> = { prose: sketch === null ? {} : { overview: sketch } };
  const current = [
    digest('2021', '云溪县水利局', 2021, { numbers: { x: 1 } }),
    digest('2023', '云溪县水利局', 2023, copied),
    digest('2023 again', '云溪县水利局', 2023, { numbers: { x: 3 } }),
    digest('other', '云溪县教育局', 2023, copied),
    digest('nobody', null, 2022),
  ];
  const found = amongYears(current);
  expect(
    [...found].map(([name, { surroundings }]) => [name, surroundings.earlier?.map((each) => each.name)]),
  ).toEqual([
    ['2023', ['2021']],
    ['2023 again', ['2021']],
  ]);
  const { copies, versions, members } = found.get('2023')?.surroundings ?? {};
  expect({ copies, versions, members }).toEqual({ copies: [], versions: [], members: null });
  const off = withoutYears(found);
  expect([...off.values()].map(({ surroundings: { earlier } }) => earlier)).toEqual([null, null]);
});
