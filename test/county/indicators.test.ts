import { expect, test } from 'vitest';
import { parseRoster } from '../../src/around/roster/roster.js';
import { loadDefaultIndicators } from '../../src/defaults/defaults.js';
import { indicatorsOf } from '../../src/indicators/compute.js';
import { leftOutReasons, type AuditReading, type LeftOutReason } from '../../src/model/index.js';
import { bodies, reportsOf, roster, soundBooks } from '../generators/county/county.js';
import { diceOf } from '../generators/county/county-prose.js';

const definitions = loadDefaultIndicators();
const { entries } = parseRoster(roster);
const bodyOf = new Map(bodies.map((body) => [body.name, body]));

type Cells = NonNullable<AuditReading['cells']>;
interface Planted {
  audit: AuditReading;
  body: string;
  year: number;
  /** Cells that must keep a report out, and why. */
  spoilt: Map<string, LeftOutReason>;
  disputed: Set<string>;
}

/** The county with figures that are blank, unread, misread and wrong here and there. */
function planted(seed: number): Planted[] {
  const dice = diceOf(seed);
  return reportsOf(seed, soundBooks(seed)).map(({ agency, year, input }) => {
    const cells: Cells = Object.fromEntries(
      Object.entries(input.cells as Record<string, number>).map(([address, value]) => [
        address,
        { value, raw: String(value), state: 'number', confidence: 1 },
      ]),
    );
    const spoilt = new Map<string, LeftOutReason>();
    const disputed = new Set<string>();
    const findings: AuditReading['findings'] = [];
    const about = (cell: string, suspect: 'report' | 'extraction') =>
      findings.push({
        id: `f${findings.length}`,
        fingerprint: '',
        rule: 'ANY',
        severity: 'error',
        title: '',
        message: '',
        cells: [cell],
        category: 'arithmetic',
        suspect,
        dismissed: false,
        stated: [],
      });
    for (const cell of [
      't3.received.total',
      't3.granted.total',
      't3.denied.internal.total',
      't4.review.total',
    ])
      switch (dice.upTo(15)) {
        case 0:
          cells[cell] = { value: null, raw: '', state: 'blank', confidence: 1 };
          spoilt.set(cell, 'blank');
          break;
        case 1:
          cells[cell] = { value: null, raw: '?', state: 'unreadable', confidence: 0 };
          spoilt.set(cell, 'unread');
          break;
        case 2:
          about(cell, 'extraction');
          spoilt.set(cell, 'suspect');
          break;
        case 3:
          about(cell, 'report');
          disputed.add(cell);
          break;
      }
    const { level = 'county', kind = 'department' } = bodyOf.get(agency) ?? {};
    const audit: AuditReading = {
      name: `${year}/${agency}.json`,
      agency: (input.agency as { name: string }).name,
      level: 'unknown',
      kind,
      year,
      grade: dice.upTo(30) === 0 ? 'U' : 'B',
      score: 80,
      gradeReason: null,
      layout: '2021',
      findings,
      notAssessable: [],
      cells,
      stated: [],
    };
    return { audit, body: `${level} ${agency}`, year, spoilt, disputed };
  });
}

const denied = [
  'stateSecret',
  'otherLaw',
  'security',
  'thirdParty',
  'internal',
  'deliberative',
  'enforcementFile',
  'adminQuery',
].map((reason) => `t3.denied.${reason}.total`);

/** Indicators in plain words of code: what is added up, what is added up below, what is taken away below. */
const plain: Record<string, { of: string[]; per?: string[]; less?: string[] }> = {
  received: { of: ['t3.received.total'] },
  granted: { of: ['t3.granted.total'], per: ['t3.totalHandled.total'] },
  disclosedOfDecided: {
    of: ['t3.granted.total', 't3.partial.total'],
    per: ['t3.granted.total', 't3.partial.total', ...denied],
  },
  carriedOver: { of: ['t3.carriedOut.total'], per: ['t3.received.total', 't3.carriedIn.total'] },
  refused: { of: denied, per: ['t3.totalHandled.total'] },
  reviewsCorrected: { of: ['t4.review.corrected'], per: ['t4.review.total'], less: ['t4.review.pending'] },
  refusedReasons: { of: denied },
};

const sumOf = (cells: Cells, of: readonly string[]) =>
  of.reduce((sum, cell) => sum + (cells[cell]?.value ?? 0), 0);

/** The quantile by counting up the sorted values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.min(sorted.length - 1, Math.floor(place) + 1)] ?? NaN;
  return low + (place - Math.floor(place)) * (high - low);
}

test('indicators are those of a plain computation', () => {
  const county = planted(5).filter(({ body, year }) => !(year === 2022 && body.endsWith('水利局')));
  const audits = county.map(({ audit }) => audit);
  const { groups } = indicatorsOf(definitions, { audits, unread: 0, roster: entries, by: 'level' });
  expect(groups.map(({ year, group, coverage: { missing } }) => [year, group, missing])).toEqual([
    [2021, 'county', 0],
    [2021, 'township', 0],
    [2022, 'county', 1],
    [2022, 'township', 0],
    [2023, 'county', 0],
    [2023, 'township', 0],
  ]);
  for (const { year, group, coverage, mixed, figures } of groups) {
    const own = county.filter((each) => each.year === year && each.body.startsWith(`${group ?? ''} `));
    const graded = own.filter(({ audit: { grade } }) => grade !== 'U');
    expect(coverage).toMatchObject({
      agencies: graded.length,
      ungraded: own.length - graded.length,
      versions: 0,
    });
    expect(mixed).toBe(group === 'county');
    for (const [id, { of, per = [], less = [] }] of Object.entries(plain)) {
      const touched = new Set([...of, ...per, ...less]);
      const reasons = graded.map(({ spoilt }) => {
        const found = [...spoilt].filter(([cell]) => touched.has(cell)).map(([, reason]) => reason);
        return leftOutReasons.find((reason) => found.includes(reason)) ?? null;
      });
      const used = graded.filter((_, index) => reasons[index] === null);
      const counts = used.map(({ audit: { cells } }) => ({
        total: sumOf(cells ?? {}, of),
        per: sumOf(cells ?? {}, per) - sumOf(cells ?? {}, less),
      }));
      const total = counts.reduce((sum, each) => sum + each.total, 0);
      const whole = counts.reduce((sum, each) => sum + each.per, 0);
      const singles = counts.flatMap((each) =>
        per.length === 0 ? [each.total] : each.per < 30 ? [] : [each.total / each.per],
      );
      const figure = figures.find((each) => each.id === id);
      expect({ id, figure }).toMatchObject({
        id,
        figure: {
          total,
          per: per.length === 0 ? null : whole,
          share: per.length === 0 || whole < 30 ? null : total / whole,
          agencies: used.length,
          leftOut: Object.fromEntries(
            leftOutReasons.map((reason) => [reason, reasons.filter((each) => each === reason).length]),
          ),
          disputed: used.filter(({ disputed }) => [...disputed].some((cell) => touched.has(cell))).length,
        },
      });
      if (singles.length < 5) expect(figure?.spread).toBeNull();
      else {
        expect(figure?.spread?.reports).toBe(singles.length);
        for (const [name, share] of [
          ['p10', 0.1],
          ['median', 0.5],
          ['p90', 0.9],
        ] as const)
          expect(figure?.spread?.[name]).toBeCloseTo(quantile(singles, share), 9);
      }
      const before = county.filter((each) => each.year === (year ?? 0) - 1 && each.audit.grade !== 'U');
      const same = used.flatMap((each) => {
        const earlier = before.find(({ body }) => body === each.body);
        const isOut = earlier === undefined || [...earlier.spoilt.keys()].some((cell) => touched.has(cell));
        return isOut
          ? []
          : [[sumOf(earlier.audit.cells ?? {}, of), sumOf(each.audit.cells ?? {}, of)] as const];
      });
      expect(figure?.change === null ? 0 : figure?.change.agencies).toBe(same.length);
      if (same.length > 0) {
        expect(figure?.change?.before.total).toBe(same.reduce((sum, [each]) => sum + each, 0));
        expect(figure?.change?.now.total).toBe(same.reduce((sum, [, each]) => sum + each, 0));
      }
    }
  }
});

test('versions of a report count once, and not at all where they differ', () => {
  const [one] = planted(5);
  if (one === undefined) throw new Error('no report');
  const audit = { ...one.audit, grade: 'A' as const, findings: [], cells: { ...one.audit.cells } };
  const received = { value: 40, raw: '40', state: 'number' as const, confidence: 1 };
  audit.cells['t3.received.total'] = received;
  const figureOf = (...audits: AuditReading[]) => {
    const { groups } = indicatorsOf(definitions, { audits, unread: 0, roster: null, by: 'year' });
    const [{ coverage, figures } = { coverage: null, figures: [] }] = groups;
    return { coverage, received: figures.find(({ id }) => id === 'received') };
  };
  const coverage = { agencies: 1, ungraded: 0, versions: 1, missing: null };
  expect(figureOf(audit, { ...audit, name: 'again' })).toMatchObject({
    coverage,
    received: { total: 40, agencies: 1 },
  });
  const other = { ...audit.cells, 't3.received.total': { ...received, value: 41 } };
  expect(figureOf(audit, { ...audit, cells: other })).toMatchObject({
    coverage,
    received: { total: 0, agencies: 0, leftOut: { versions: 1 } },
  });
});
