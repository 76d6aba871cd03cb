import * as fc from 'fast-check';
import type { Agency } from '../../src/model/index.js';
import type { TableScope } from './form/tables.js';

export interface MadeUpAgency extends Agency {
  name: string;
  /** How the agency calls itself in running text. */
  self: string;
  scope: TableScope;
}

const provinces = ['江汀省', '岭陵省', '朔云省'];
const cities = ['泽安市', '衡栖市', '澜渚市'];
const districts = ['禾屿县', '鹭坪区', '棠溪县', '檀浦区'];
const towns = ['柳塘镇', '青禾乡', '石桥铺镇', '枫林乡'];
const streets = ['云麓街道', '望湖街道'];

const scopes = {
  ruleMaker: { regulations: true, normativeDocs: true, busyWithDecisions: false, maxFees: 900 },
  maker: { regulations: false, normativeDocs: true, busyWithDecisions: false, maxFees: 400 },
  decider: { regulations: false, normativeDocs: true, busyWithDecisions: true, maxFees: 400 },
  small: { regulations: false, normativeDocs: true, busyWithDecisions: false, maxFees: 40 },
  // A public institution or a street office has no documents of its own that count as normative.
  none: { regulations: false, normativeDocs: false, busyWithDecisions: false, maxFees: 40 },
} satisfies Record<string, TableScope>;

type Draft = Pick<MadeUpAgency, 'name' | 'self' | 'scope'>;

const governmentOf = (place: string, self: string, scope: TableScope): Draft => ({
  name: `${place}人民政府`,
  self,
  scope,
});
const officeOf = (place: string, scope: TableScope): Draft => ({
  name: `${place}人民政府办公室`,
  self: '我办',
  scope,
});

/** Bureaus, and whether licences and penalties are their daily work. */
const bureaus: [string, string, boolean][] = [
  ['教育局', '我局', false],
  ['统计局', '我局', false],
  ['审计局', '我局', false],
  ['民政局', '我局', false],
  ['交通运输局', '我局', true],
  ['市场监督管理局', '我局', true],
  ['发展和改革委员会', '我委', false],
];

const institutions: [string, string][] = [
  ['城乡规划编审中心', '我中心'],
  ['档案资料管理中心', '我中心'],
  ['公共资源交易服务中心', '本中心'],
];

const pick = <T>(options: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...options);

/** Where a county or district is named with its city, and where it is not. */
const county = fc.oneof(
  pick(districts),
  fc.tuple(pick(cities), pick(districts)).map(([city, district]) => city + district),
);

const drafts = {
  'central department': pick(['国家典籍管理局', '国家计量标准局']).map((name) => ({
    name,
    self: '我局',
    scope: { ...scopes.decider, maxFees: 900 },
  })),
  'province government': pick(provinces).map((place) => governmentOf(place, '我省', scopes.ruleMaker)),
  'province department': pick(provinces).map((place) => ({
    name: `${place}水利厅`,
    self: '我厅',
    scope: scopes.maker,
  })),
  'city government': pick(cities).map((place) => governmentOf(place, '我市', scopes.ruleMaker)),
  'city office': pick(cities).map((place) => officeOf(place, scopes.ruleMaker)),
  'county government': county.map((place) =>
    governmentOf(place, place.endsWith('县') ? '我县' : '我区', scopes.maker),
  ),
  'county office': county.map((place) => officeOf(place, scopes.maker)),
  'county department': fc.tuple(county, pick(bureaus)).map(([place, [bureau, self, decides]]) => ({
    name: place + bureau,
    self,
    scope: decides ? scopes.decider : scopes.small,
  })),
  'county institution': fc.tuple(county, pick(institutions)).map(([place, [name, self]]) => ({
    name: place + name,
    self,
    scope: scopes.none,
  })),
  'township government': fc
    .tuple(county, pick(towns))
    .map(([place, town]) => governmentOf(place + town, town.endsWith('镇') ? '我镇' : '我乡', scopes.small)),
  'township street': fc.tuple(county, pick(streets)).map(([place, street]) => ({
    name: `${place}${street}办事处`,
    self: '我街道',
    scope: scopes.none,
  })),
} satisfies Record<string, fc.Arbitrary<Draft>>;

function agencyOf(
  level: Agency['level'],
  kind: Agency['kind'],
  draft: fc.Arbitrary<Draft>,
): fc.Arbitrary<MadeUpAgency> {
  return draft.map((each) => ({ ...each, level, kind }));
}

/** Made-up agencies of every level and kind. */
export const agencies: fc.Arbitrary<MadeUpAgency> = fc.oneof(
  agencyOf('county', 'department', drafts['county department']),
  agencyOf('township', 'government', drafts['township government']),
  agencyOf('county', 'government', drafts['county government']),
  agencyOf('county', 'office', drafts['county office']),
  agencyOf('county', 'institution', drafts['county institution']),
  agencyOf('township', 'government', drafts['township street']),
  agencyOf('city', 'government', drafts['city government']),
  agencyOf('city', 'office', drafts['city office']),
  agencyOf('province', 'government', drafts['province government']),
  agencyOf('province', 'department', drafts['province department']),
  agencyOf('central', 'department', drafts['central department']),
);
