import { expect, test } from 'vitest';
import { basesFor } from './basis.js';
import { reportOf } from './test/test-report.js';
import { evaluateTest } from './test/test-rules.js';
import { forms, rules as ruleSet } from '../../test/fixtures/defaults.js';

const years = Array.from({ length: 13 }, (_, index) => 2014 + index);
const startOf = (name: string): string => ruleSet.documents.find((each) => each.name === name)?.from ?? '';

const report = (layout: string, year: number | null) =>
  reportOf({ name: 'any', layout, year, expect: 'pass' }, forms);

test('no report is judged by a document younger than its own deadline, whatever its form', () => {
  const young = forms.flatMap(({ id }) =>
    years.flatMap((year) =>
      [...basesFor(report(id, year), ruleSet)]
        .filter(([, { document }]) => startOf(document) > `${year + 1}-01-31`)
        .map(([rule, { document }]) => `${rule.id} ${year} ${document}`),
    ),
  );
  expect(young).toEqual([]);
});

test('no finding names a document younger than the deadline of the report', async () => {
  const young: string[] = [];
  for (const rule of ruleSet.rules) {
    const alone = { ...ruleSet, rules: [rule] };
    const failing = rule.tests.filter((each) => each.expect === 'fail' && each.year !== null).slice(0, 1);
    for (const each of failing) {
      for (const year of years) {
        const outcomes = await evaluateTest({ ...each, year }, alone, 'zh-CN');
        for (const { message, fix, basis } of outcomes.filter(({ verdict }) => verdict === 'fail')) {
          const named = ruleSet.documents.filter(
            ({ name }) =>
              basis.document === name || (name.includes('〔') && `${message}${fix ?? ''}`.includes(name)),
          );
          for (const { name } of named)
            if (startOf(name) > `${year + 1}-01-31`) young.push(`${rule.id} ${year} ${name}`);
        }
      }
    }
  }
  expect(young).toEqual([]);
});

test('the form of 2019 and 2020 is judged by the notice of 2019, from 2021 by that of 2021, before by the statistics', () => {
  const citedBy = (id: string, layout: string, year: number | null): string | undefined => {
    const bases = basesFor(report(layout, year), ruleSet);
    const found = [...bases].find(([rule]) => rule.id === id);
    return found?.[1].document;
  };
  const [of2014, of2019, of2021] = [
    '国办发〔2014〕32号',
    '国办公开办函〔2019〕60号',
    '国办公开办函〔2021〕30号',
  ];
  expect([2013, 2016, 2019, 2020, 2021, 2025].map((year) => citedBy('L-LABEL', '2019', year))).toEqual([
    undefined,
    of2014,
    of2019,
    of2019,
    of2021,
    of2021,
  ]);
  // Without a year the form tells; a form of its own is judged by the notice that set it, even when that was replaced.
  expect(['2014', '2019', '2021'].map((layout) => citedBy('L-LABEL', layout, null))).toEqual([
    of2014,
    of2019,
    of2021,
  ]);
  expect(citedBy('T2O-INT', '2019', 2022)).toBe(of2019);
});
