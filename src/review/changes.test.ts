import { expect, test } from 'vitest';
import type { AuditReading, FindingDigest, KnownFinding } from '../model/index.js';
import { changesOf, finderOf } from './changes.js';
import { AuditsError, readAudits } from './read-audits.js';

const finding = (id: string, fingerprint: string, rule: string, cells: string[] = []): KnownFinding => ({
  id,
  fingerprint,
  rule,
  severity: 'error',
  title: rule,
  message: '',
  cells,
  category: null,
  suspect: 'report',
  dismissed: false,
  stated: [],
});

const audit = (changes: Partial<AuditReading> = {}): AuditReading => ({
  name: 'a.txt',
  agency: '临溪县水利局',
  year: 2023,
  grade: 'B',
  score: 80,
  findings: [],
  notAssessable: [],
  level: 'county',
  kind: 'unknown',
  layout: null,
  gradeReason: null,
  cells: null,
  stated: null,
  ...changes,
});

const ids = (findings: readonly FindingDigest[]) => findings.map(({ id }) => id);

test('every finding has one fate', () => {
  const earlier = audit({
    findings: [
      finding('f1', 'same', 'SUM', ['t3.received.total']),
      finding('f2', 'old', 'BALANCE', ['t3.received.total', 't3.carriedIn.total']),
      finding('f3', 'gone', 'REVIEW', ['t4.review.total']),
      finding('f4', 'lost', 'ROW', ['t3.granted.total']),
      finding('f5', 'unread', 'HEADING'),
    ],
  });
  const later = audit({
    findings: [
      finding('f1', 'other', 'BALANCE', ['t3.carriedIn.total', 't3.received.total']),
      finding('f2', 'same', 'SUM', ['t3.received.total']),
      finding('f3', 'fresh', 'BALANCE', ['t3.received.research']),
    ],
    notAssessable: [
      { rule: 'ROW', cells: ['t3.granted.total'] },
      { rule: 'REVIEW', cells: ['t4.litigationDirect.total'] },
      { rule: 'HEADING', cells: [] },
    ],
  });
  const { resolved, notAssessable, ...rest } = changesOf(earlier, later);
  expect(rest).toEqual({
    earlier: { name: 'a.txt', grade: 'B', score: 80 },
    new: ['f3'],
    changed: ['f1'],
    unchanged: ['f2'],
  });
  expect([ids(resolved), ids(notAssessable)]).toEqual([['f3'], ['f4', 'f5']]);
});

test('what was not read again is not resolved', () => {
  const earlier = audit({
    findings: [
      finding('f1', 'lost', 'SUM', ['t3.received.total']),
      finding('f2', 'gone', 'SUM', ['t4.review.total']),
      { ...finding('f3', 'silent', 'PROSE'), stated: ['t3.received.total'] },
      { ...finding('f4', 'said', 'PROSE'), stated: ['section 五'] },
      finding('f5', 'title', 'TITLE'),
      finding('f6', 'amended', 'SUM', ['t3.granted.total']),
    ],
  });
  const read = { value: 3, raw: '3', state: 'number', confidence: 1 } as const;
  const later = audit({
    cells: {
      't3.received.total': { value: null, raw: '?', state: 'unreadable', confidence: 0 },
      't3.granted.total': read,
    },
    stated: ['section 五'],
  });
  const fates = (reading: AuditReading) => {
    const { resolved, notAssessable } = changesOf(earlier, reading);
    return [ids(resolved), ids(notAssessable)];
  };
  expect(fates(later)).toEqual([
    ['f4', 'f5', 'f6'],
    ['f1', 'f2', 'f3'],
  ]);
  expect(fates({ ...later, grade: 'U' })).toEqual([
    ['f4', 'f6'],
    ['f1', 'f2', 'f3', 'f5'],
  ]);
});

test('without an earlier audit every finding is new, and nothing is resolved', () => {
  const later = audit({ findings: [finding('f1', 'a', 'SUM')] });
  expect(changesOf(null, later)).toEqual({
    earlier: null,
    new: ['f1'],
    changed: [],
    unchanged: [],
    resolved: [],
    notAssessable: [],
  });
});

test('findings that are alike count one by one', () => {
  const earlier = audit({ findings: [finding('f1', 'a', 'SUM'), finding('f2', 'a', 'SUM')] });
  const later = audit({ findings: [finding('f1', 'a', 'SUM')] });
  const { unchanged, resolved } = changesOf(earlier, later);
  expect([unchanged, ids(resolved)]).toEqual([['f1'], ['f2']]);
});

test('a report is found by agency and year, then by its file', () => {
  const other = audit({ name: 'b.txt', year: 2022 });
  const nameless = audit({ name: 'c.txt', agency: null });
  const find = finderOf([audit(), other, audit({ name: 'a2.txt' }), nameless]);
  const found = (name: string, agency: string | null, year: number | null) =>
    find({ name, agency, year })?.name ?? null;
  expect(found('new/a.txt', '临溪县水利局', 2023)).toBe('a.txt');
  expect(found('a2.txt', '临溪县水利局', 2023)).toBe('a2.txt');
  expect(found('a.txt', '临溪县水利局', 2022)).toBe('b.txt');
  expect(found('c.txt', null, 2023)).toBe('c.txt');
  expect(found('d.txt', null, 2023)).toBeNull();
  expect(found('e.txt', '临溪县教育局', 2023)).toBeNull();
});

const printed = {
  schema: 'gouji.audit/1',
  source: { name: 'a.txt', format: 'text' },
  agency: { name: '临溪县水利局', level: 'county' },
  year: 2023,
  grade: 'B',
  score: 80,
  findings: [],
  notAssessable: [],
};

test('audits are read from one document, a line each, or one alone', () => {
  const line = JSON.stringify(printed);
  expect(readAudits(`{ "tool": {}, "audits": [\n${line},\n${line}\n] }`)).toEqual({
    audits: [audit(), audit()],
    failures: [],
    rules: null,
  });
  expect(readAudits(`${line}\n${line}\n`)).toEqual({ audits: [audit(), audit()], failures: [], rules: null });
  expect(readAudits(JSON.stringify(printed, null, 2))).toEqual({
    audits: [audit()],
    failures: [],
    rules: null,
  });
  expect(readAudits('{ "audits": [] }')).toEqual({ audits: [], failures: [], rules: null });
});

test.each([
  ['', null],
  ['not JSON', null],
  ['{ "audits": [1] }', 1],
  [`${JSON.stringify(printed)}\n{}\n`, 2],
])('what is no audit is refused: %j', (text, line) => {
  expect(() => readAudits(text)).toThrow(new AuditsError(line));
});
