import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOfReport, type Digest } from '../../src/around/copies/digest.js';
import { relate } from '../../src/around/neighbourhood.js';
import { parseRoster } from '../../src/around/roster/roster.js';
import { auditReport } from '../../src/audit/audit.js';
import { contradictionsOf } from '../../src/audit/contradictions.js';
import { extract } from '../../src/extract/index.js';
import type { Attendance, Audit, Report } from '../../src/model/index.js';
import { faultyCounty, soundCounty, type County } from '../generators/county/county-defects.js';
import { roster, type CountyReport } from '../generators/county/county.js';
import { examples } from '../depth.js';
import { resources as defaults } from '../fixtures/defaults.js';

const { entries } = parseRoster(roster);
const numRuns = examples(1);

const bytesOf = ({ input }: CountyReport): Uint8Array => strToU8(JSON.stringify(input));

const digestOf = async (report: Report): Promise<Digest> =>
  digestOfReport(report, await contradictionsOf(report, defaults), defaults.forms);

async function audited(
  county: County,
): Promise<{ audits: Map<string, Audit>; attendance: Attendance | null }> {
  const digest = async (report: CountyReport, name: string) =>
    digestOf(await extract(bytesOf(report), { name, ...defaults }));
  const nameOf = ({ agency, year }: CountyReport): string => `${year}/${agency}`;
  const current = await Promise.all(county.reports.map((each) => digest(each, nameOf(each))));
  const earlier = await Promise.all(county.versions.map((each) => digest(each, `old/${nameOf(each)}`)));
  const { around, attendance } = relate({ current, earlier, roster: entries });
  const audits = new Map<string, Audit>();
  for (const report of county.reports) {
    const name = nameOf(report);
    const own = { name, lang: 'zh-CN' as const, around: around.get(name) };
    audits.set(name, await auditReport(bytesOf(report), defaults, own));
  }
  return { audits, attendance };
}

const grave = ({ findings }: Audit): string[] =>
  findings.filter((each) => each.severity !== 'info').map((each) => `${each.rule}: ${each.message}`);

test('a sound county of 60 agencies over three years raises no error and no warning', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(10_000), async (seed) => {
      const { audits, attendance } = await audited(soundCounty(seed));
      expect([...audits].flatMap(([name, audit]) => grave(audit).map((each) => `${name} ${each}`))).toEqual(
        [],
      );
      const across = [...audits.values()].flatMap((each) => each.findings);
      expect(across.filter(({ category }) => category === 'continuity' || category === 'rollup')).toEqual([]);
      expect(attendance).toEqual({ agencies: 60, missing: [], duplicate: [], unknown: [] });
    }),
    { numRuns },
  );
});

test('every injected defect is found, and nothing is held against agencies that none touches', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(10_000), async (seed) => {
      const county = faultyCounty(seed);
      const { audits } = await audited(county);
      const rulesOf = (agency: string, year: number): string[] =>
        audits.get(`${year}/${agency}`)?.findings.map((each) => each.rule) ?? [];
      const missed = county.defects.filter(({ rule, agency, year }) => !rulesOf(agency, year).includes(rule));
      const said = county.silenced.filter(({ rule, agency, year }) => rulesOf(agency, year).includes(rule));
      const wronged = [...audits].flatMap(([name, audit]) =>
        county.touched.has(name.slice(5)) ? [] : grave(audit).map((each) => `${name} ${each}`),
      );
      expect({ missed, said, wronged }).toEqual({ missed: [], said: [], wronged: [] });
    }),
    { numRuns },
  );
});

test('what is known of a report does not depend on the order of the others', async () => {
  const county = faultyCounty(1);
  const digests = await Promise.all(
    county.reports.map(async (each) =>
      digestOf(await extract(bytesOf(each), { name: `${each.year}/${each.agency}`, ...defaults })),
    ),
  );
  const sorted = ({ around }: ReturnType<typeof relate>) =>
    new Map([...around].sort(([a], [b]) => (a < b ? -1 : 1)));
  const one = relate({ current: digests, earlier: null, roster: entries });
  const other = relate({ current: [...digests].reverse(), earlier: null, roster: entries });
  expect(sorted(other)).toEqual(sorted(one));
});
