import { expect, test } from 'vitest';
import { loadDefaultRules, readRuleSources } from './defaults.js';
import { fileOfPack, readPacks } from './packs.js';
import { evaluateTest } from '../rules/test/test-rules.js';
import { testRules } from '../rules/index.js';
import { forms, rules } from '../../test/fixtures/defaults.js';

const withPack = (name: string) => loadDefaultRules(forms, readRuleSources(fileOfPack(`pack:${name}`)));

test('every pack says what it is for and lies on top of the default rules', async () => {
  for (const { name, about } of readPacks()) {
    expect([about['zh-CN'].length > 10, about.en.length > 10]).toEqual([true, true]);
    const all = withPack(name);
    const own = all.rules.filter(({ id }) => id.startsWith('PACK-'));
    const faults = (await testRules({ ...all, rules: own })).flatMap((each) => each.faults);
    expect(faults).toEqual([]);
  }
});

test('a place with days of its own is held to them, on the basis of its own notice', async () => {
  const verdicts = await Promise.all(
    [rules, withPack('own-days')].map(async (ruleSet) => {
      const rules = ruleSet.rules.filter(({ id }) => id === 'D-GOV');
      const late = {
        name: 'a county government in March',
        agency: { level: 'county' as const, kind: 'government' as const },
        year: 2023,
        published: '2024-03-12',
        layout: '2021',
        expect: 'fail' as const,
      };
      const outcomes = await evaluateTest(late, { ...ruleSet, rules }, 'zh-CN');
      return outcomes.map(({ verdict, basis }) => [verdict, basis.document]);
    }),
  );
  expect(verdicts).toEqual([
    [['pass', '《中华人民共和国政府信息公开条例》']],
    [['fail', '怀化市政府信息公开年度报告通知（2022年）']],
  ]);
});

test('a scoring table adds its points to the default policy', () => {
  const { grading } = withPack('scoring-table');
  expect(grading).toEqual({ ...rules.grading, deductions: grading.deductions });
  expect(grading.deductions).toMatchObject({ 'C-T3': 20, 'L-TITLE': 2 });
});

test('a path is no pack', () => {
  expect([fileOfPack('local.yaml'), fileOfPack('pack:../rules')]).toEqual(['local.yaml', 'pack:../rules']);
});
