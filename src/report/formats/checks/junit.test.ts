import { test } from '@fast-check/vitest';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import { auditOf, troubledAudit } from '../../../../test/fixtures/audits.js';
import { contextOf, documentOf } from '../../../../test/fixtures/context.js';
import { auditSaying } from '../../../../test/fixtures/hostile.js';
import { hostileTexts } from '../../../../test/generators/damage/hostile.js';
import type { Audit } from '../../../model/index.js';
import { junit } from './junit.js';
import type { Failure } from '../../renderer.js';
import { examples } from '../../../../test/depth.js';

const failure: Failure = {
  name: '年报/扫描件.pdf',
  kind: 'unreadable',
  code: 'scanned',
  reason: '文件是扫描件。',
  remedy: '请提供电子文档。',
  place: null,
  details: [],
};

interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** The elements in their order; throws when the text is no XML. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(xml).close();
  return elements;
}

test.each(['zh-CN', 'en'] as const)('a suite an audit, in %s', async (lang) => {
  const text = await documentOf(junit, [troubledAudit(), failure, auditOf()], contextOf(lang));
  await expect(text).toMatchFileSnapshot(`../../../../test/golden/rendered/audits.${lang}.junit.xml`);
});

test('the numbers of a suite are those of its cases', async () => {
  const elements = elementsOf(await documentOf(junit, [troubledAudit(), failure, auditOf()]));
  const count = (name: string) => elements.filter((each) => each.name === name).length;
  const sum = (name: string) =>
    elements.reduce((all, { attributes }) => all + Number(attributes[name] ?? 0), 0);
  expect([sum('tests'), sum('failures'), sum('errors'), sum('skipped')]).toEqual([
    count('testcase'),
    count('failure'),
    count('error'),
    count('skipped'),
  ]);
  expect([count('testsuite'), count('failure'), count('error'), count('skipped')]).toEqual([3, 3, 1, 4]);
});

test('a misreading and mere information fail nothing', async () => {
  const audit: Audit = troubledAudit();
  audit.findings = audit.findings.map((finding, index) => ({
    ...finding,
    suspect: index === 0 ? 'extraction' : 'report',
    severity: index === 1 ? 'info' : finding.severity,
  }));
  const elements = elementsOf(await documentOf(junit, [{ ...audit, notAssessable: [] }]));
  expect(
    elements.map(({ name, attributes }) => `${name} ${attributes['name']?.split(' ')[0] ?? ''}`),
  ).toEqual([
    'testsuites gouji',
    'testsuite 临溪县水利局',
    'testcase T3-BALANCE',
    'skipped ',
    'system-out ',
    'testcase T3-ROW-SUM',
    'system-out ',
    'testcase N-RECEIVED',
    'failure ',
    'testcase C-BLANK',
    'system-out ',
    'testcase 数值合理性：未发现不符',
    'testcase 格式规范：未发现不符',
  ]);
});

test.prop([hostileTexts], { numRuns: examples(50) })('no text of a report is markup', async (said) => {
  const results = [auditSaying(said), { ...failure, name: said, reason: said, details: [said] }];
  const expected = elementsOf(await documentOf(junit, [auditSaying('文'), { ...failure, details: ['文'] }]));
  const text = await documentOf(junit, results);
  expect(elementsOf(text).map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ud800]/);
});
