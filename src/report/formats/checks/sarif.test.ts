import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type * as z from 'zod';
import { auditOf, troubledAudit } from '../../../../test/fixtures/audits.js';
import { contextOf, documentOf } from '../../../../test/fixtures/context.js';
import { auditSaying } from '../../../../test/fixtures/hostile.js';
import { sarifLog } from '../../../../test/fixtures/schema/sarif.js';
import { hostileTexts } from '../../../../test/generators/damage/hostile.js';
import type { Audit } from '../../../model/index.js';
import type { Failure } from '../../renderer.js';
import { sarif } from './sarif.js';
import { examples } from '../../../../test/depth.js';

const failure: Failure = {
  name: '年报/扫描件 1.pdf',
  kind: 'unreadable',
  code: 'scanned',
  reason: '文件是扫描件。',
  remedy: '请提供电子文档。',
  place: null,
  details: [],
};

type Place = NonNullable<
  z.infer<typeof sarifLog>['runs'][number]['results'][number]['relatedLocations']
>[number];

const logOf = async (results: readonly (Audit | Failure)[]) =>
  sarifLog.parse(JSON.parse(await documentOf(sarif, results)));

test.each(['zh-CN', 'en'] as const)('a log of findings, gaps and failures, in %s', async (lang) => {
  const text = await documentOf(sarif, [troubledAudit(), failure, auditOf()], contextOf(lang));
  const log: unknown = JSON.parse(text);
  expect(sarifLog.safeParse(log).error).toBeUndefined();
  await expect(`${JSON.stringify(log, null, 1)}\n`).toMatchFileSnapshot(
    `../../../../test/golden/rendered/audits.${lang}.sarif`,
  );
});

describe('a result', () => {
  test('is a failure only where the report is at fault', async () => {
    const log = await logOf([troubledAudit()]);
    expect(log.runs[0]?.results.map(({ ruleId, kind, level }) => `${ruleId} ${kind} ${level}`)).toEqual([
      'T3-BALANCE fail error',
      'T3-ROW-SUM fail error',
      'N-RECEIVED fail warning',
      'C-BLANK review none',
      'T2-FEE-UNIT open none',
      'Y-CARRY notApplicable none',
      'N-OUTCOME notApplicable none',
      'N-OUTCOME notApplicable none',
    ]);
  });

  test('points at the cell to change first, at the others and the sentence after it', async () => {
    const log = await logOf([troubledAudit()]);
    const [balance, , prose] = log.runs[0]?.results ?? [];
    const names = (places: readonly Place[] | undefined) =>
      places?.map(({ logicalLocations, physicalLocation }) => [
        logicalLocations?.[0]?.fullyQualifiedName ?? null,
        physicalLocation?.region?.startLine,
        physicalLocation?.region?.startColumn,
      ]);
    expect(names(balance?.locations)).toEqual([['t3.received.total', 32, 9]]);
    expect(names(balance?.relatedLocations)).toEqual([
      ['t3.carriedIn.total', 33, 9],
      ['t3.totalHandled.total', 55, 9],
      ['t3.carriedOut.total', 56, 9],
    ]);
    expect(names(prose?.relatedLocations)).toEqual([[null, 9, 14]]);
  });

  test('has the fingerprint of its finding', async () => {
    const { findings } = troubledAudit();
    const log = await logOf([troubledAudit()]);
    expect(log.runs[0]?.results.slice(0, 4).map(({ partialFingerprints }) => partialFingerprints)).toEqual(
      findings.map(({ fingerprint }) => ({ 'gouji/v1': fingerprint })),
    );
  });
});

test('compares with the earlier audit and keeps what was dismissed, suppressed', async () => {
  const audit = troubledAudit();
  const [first, second, third] = audit.findings;
  if (first === undefined || second === undefined || third === undefined) throw new Error('no findings');
  third.waiver = { verdict: 'dismissed', reason: '属实', reviewer: '林某', expiry: null };
  const gone = {
    ...first,
    id: 'f9',
    rule: 'T4-SUM',
    fingerprint: '0123456789abcdef',
    cells: ['t4.review.total'],
  };
  audit.changes = {
    earlier: null,
    new: [first.id],
    changed: [second.id],
    unchanged: [third.id],
    resolved: [gone],
    notAssessable: [],
  };
  const results = (await logOf([{ ...audit, notAssessable: [] }])).runs[0]?.results ?? [];
  expect(
    results.map(({ ruleId, baselineState, suppressions }) => [
      ruleId,
      baselineState,
      suppressions?.[0]?.justification,
    ]),
  ).toEqual([
    ['T3-BALANCE', 'new', undefined],
    ['T3-ROW-SUM', 'updated', undefined],
    ['N-RECEIVED', 'unchanged', '不构成问题，不计入评分（林某）：属实'],
    ['C-BLANK', undefined, undefined],
    ['T4-SUM', 'absent', undefined],
  ]);
});

test('the same file twice is one artifact', async () => {
  const log = await logOf([auditOf(), auditOf()]);
  expect(log.runs[0]?.artifacts).toHaveLength(1);
});

test.prop([hostileTexts], { numRuns: examples(50) })(
  'no text of a report is a link, a placeholder or an address',
  async (said) => {
    const text = await documentOf(sarif, [auditSaying(said), { ...failure, name: said, reason: said }]);
    expect(sarifLog.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ud800]/);
  },
);
