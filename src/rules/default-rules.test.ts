import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { categories } from '../model/index.js';
import { domainOf } from './domains/index.js';
import { facts } from './facts/index.js';
import { evaluate, testRules } from './index.js';
import { evaluateTest } from './test/test-rules.js';
import { operators } from './operators/index.js';
import { rulesSchema } from './load/schema.js';
import { longestMessage } from '../model/index.js';
import { reportOf } from './test/test-report.js';
import { forms, rules as ruleSet } from '../../test/fixtures/defaults.js';

const results = await testRules(ruleSet);
const files = readdirSync('rules')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `rules/${name}`);
const ruleFiles = files.filter((name) => 'rules' in (parse(readFileSync(name, 'utf8')) as object));

test('every test of every shipped rule holds', () => {
  const broken = results.filter((result) => result.faults.length > 0);
  expect(broken.map(({ rule, test: name, faults }) => ({ rule, name, faults }))).toEqual([]);
});

test('every shipped rule is tested where it passes, fails, and cannot be assessed, or says why it always can', () => {
  const lacking = ruleSet.rules.flatMap(({ id, tests, alwaysAssessable }) => {
    const expected = new Set(tests.map((each) => each.expect));
    const wanted = ['pass', 'fail', ...(alwaysAssessable === undefined ? ['notAssessable'] : [])] as const;
    return wanted.filter((each) => !expected.has(each as 'pass')).map((each) => `${id}: ${each}`);
  });
  expect(lacking).toEqual([]);
});

test('no two tests of a rule are the same', () => {
  const repeated = ruleSet.rules.flatMap(({ id, tests }) => {
    const seen = new Set<string>();
    return tests.flatMap(({ name, ...test }) => {
      const text = JSON.stringify(test);
      const again = seen.has(text);
      seen.add(text);
      return again ? [`${id}: ${name}`] : [];
    });
  });
  expect(repeated).toEqual([]);
});

test('messages and fixes are complete in English, too', async () => {
  for (const rule of ruleSet.rules) {
    const alone = { ...ruleSet, rules: [rule] };
    for (const each of rule.tests.filter(({ expect: verdict }) => verdict === 'fail')) {
      const outcomes = await evaluateTest(each, alone, 'en');
      for (const { message, fix } of outcomes.filter(({ verdict }) => verdict === 'fail')) {
        const said = `${rule.id}: ${message} ${fix ?? ''}`;
        expect(said).not.toMatch(/[{}]|undefined|NaN|null/);
        expect(said.replace(/“[^”]*”|《[^》]*》/g, '')).not.toMatch(/\p{Script=Han}|\bt\d\.|[a-z][A-Z]/u);
      }
    }
  }
});

test('no message is longer than a clerk reads in one go, however much it has to tell', async () => {
  const long = '我局通过门户网站、政务新媒体和公开栏主动公开各类政府信息，'.repeat(12);
  for (const rule of ruleSet.rules) {
    const alone = { ...ruleSet, rules: [rule] };
    for (const each of rule.tests.filter(({ expect: verdict }) => verdict === 'fail').slice(0, 2)) {
      const wordy = {
        ...each,
        agency: {
          ...each.agency,
          name: `测试县${'人民政府驻外办事处'.repeat(8)}${each.agency?.name ?? '测试局'}`,
        },
        claims: each.claims?.map((claim) => ({ ...claim, quote: `${claim.quote ?? ''}${long}` })),
      };
      for (const lang of ['zh-CN', 'en'] as const) {
        for (const test of [each, wordy]) {
          const outcomes = await evaluateTest(test, alone, lang);
          const longest = Math.max(0, ...outcomes.map(({ message }) => message.length));
          expect({ rule: rule.id, lang, long: longest > longestMessage[lang] }).toMatchObject({
            long: false,
          });
        }
      }
    }
  }
});

test('a complete report whose cells are all 0 has nothing to find', async () => {
  for (const layout of ['2019', '2021']) {
    const report = reportOf({ name: 'complete', layout, expect: 'pass' }, forms);
    const outcomes = await evaluate(report, ruleSet, { lang: 'zh-CN' });
    const found = outcomes.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule);
    expect(found).toEqual(layout === '2019' ? ['L-SUPERSEDED'] : []);
  }
});

test('each rule file holds the rules of one category', () => {
  const named = ruleFiles.map((name) => basename(name, '.yaml'));
  const held = ruleFiles.map((name) => {
    const { rules } = parse(readFileSync(name, 'utf8')) as { rules: { category: string }[] };
    return new Set(rules.map((rule) => rule.category));
  });
  expect(held).toEqual(named.map((name) => new Set([name])));
  expect(categories).toEqual(expect.arrayContaining(named));
});

test('every shipped file follows the published schema and names it for editors', () => {
  const validate = new Ajv({ strict: false }).compile(rulesSchema(forms));
  for (const name of ['rules.yaml', ...files]) {
    const text = readFileSync(name, 'utf8');
    expect({ name, valid: validate(parse(text)) }).toEqual({ name, valid: true });
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.{1,2}\/schema\/rules\.schema\.json\n/);
  }
});

test('the shipped rules use every fact, every operator and every domain but those for local rules', () => {
  const text = JSON.stringify(ruleSet.rules.map((rule) => rule.conditions));
  const unusedFacts = [...facts.keys()].filter((name) => !text.includes(`"fact":"${name}"`));
  const unusedOperators = [...operators.keys()].filter((name) => !text.includes(`"operator":"${name}"`));
  const used = new Set(
    ruleSet.rules.flatMap((rule) =>
      Object.values(rule.each ?? {}).map((spec) => domainOf(spec)?.domain.name),
    ),
  );
  expect({ unusedFacts, unusedOperators, used: [...used].sort() }).toEqual({
    unusedFacts: ['asides', 'year'],
    unusedOperators: [],
    used: ['axis', 'claims', 'group', 'list', 'matches', 'relation', 'subtotals'],
  });
});
