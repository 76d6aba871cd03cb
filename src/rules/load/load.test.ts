import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadDefaultRules } from '../../defaults/defaults.js';
import { describeProblem, loadRules, YamlError, type YamlSource } from '../index.js';
import type { Problem } from '../../yaml/problem.js';
import { examples } from '../../../test/depth.js';
import { forms } from '../../../test/fixtures/defaults.js';

const base: YamlSource = {
  name: 'base.yaml',
  text: `
parameters: { limit: 3 }
grading:
  penalties: { error: 10, warning: 5, info: 0 }
  caps: { error: 80, warning: 30, info: 0 }
  weights: {}
  extractionFactor: 0.5
  thresholds: { A: 90, B: 80, C: 65, D: 50 }
  coverageFloor: 0.5
  gates: []
rules:
  - id: BASE
    category: arithmetic
    severity: error
    title: { zh-CN: 甲, en: a }
    basis: { document: 甲, article: 乙 }
    conditions:
      all:
        - { fact: cell, params: { cell: t3.received.total }, operator: greaterThan, value: "{parameter.limit}" }
    message: { zh-CN: 甲, en: a }
    fix: { zh-CN: 甲, en: a }
`,
};

const rule = (fields: Record<string, string> = {}): string => {
  const all = {
    id: 'LOCAL',
    category: 'arithmetic',
    severity: 'error',
    title: '{ zh-CN: 甲, en: a }',
    basis: '{ document: 甲, article: 乙 }',
    conditions:
      '{ all: [{ fact: cell, params: { cell: t3.received.total }, operator: greaterThan, value: 0 }] }',
    message: '{ zh-CN: 甲, en: a }',
    fix: '{ zh-CN: 甲, en: a }',
    ...fields,
  };
  return `  - ${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`;
};

function mistakes(text: string): Problem[] {
  try {
    loadRules([base, { name: 'local.yaml', text }], forms);
  } catch (error) {
    if (error instanceof YamlError) return [...error.problems];
    throw error;
  }
  return [];
}

function lines(text: string): string[] {
  return mistakes(text).map(
    (each) => `${each.line}:${each.column} ${each.code}: ${describeProblem(each, 'en')}`,
  );
}

const leaf = (more: Record<string, string>): string => {
  const fields = {
    fact: 'cell',
    params: '{ cell: t3.received.total }',
    operator: 'greaterThan',
    value: '0',
    ...more,
  };
  return `{ all: [{ ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }] }`;
};

test('ten mistakes in one file are reported at once, each where it stands', () => {
  const text = [
    'rules:\n',
    rule({ id: 'ONE', category: 'arithmetik' }),
    rule({ id: 'TWO', severity: 'eror' }),
    rule({ id: 'THREE', title: '{ zh-CN: 甲 }' }),
    rule({ id: 'FOUR', conditions: leaf({ params: '{ cell: t3.carriedin.total }' }) }),
    rule({ id: 'FIVE', conditions: leaf({ fact: 'sums', params: '{ of: t3.received.total }' }) }),
    rule({ id: 'SIX', conditions: leaf({ operator: 'greatherThan' }) }),
    rule({ id: 'SEVEN', message: '{ zh-CN: "{collumn}", en: a }', each: '{ column: t3.columns }' }),
    rule({ id: 'EIGHT', applies: '{ layouts: ["2020"] }' }),
    rule({ id: 'NINE', together: 'true', messsage: 'x' }),
    rule({ id: 'BASE' }),
  ].join('');
  expect(lines(text)).toEqual([
    '3:15 unknown-category: unknown category `arithmetik`; did you mean `arithmetic`?',
    '12:15 invalid-value: `severity` cannot be `eror`; allowed: error, warning, info; did you mean `error`?',
    '21:12 missing-translation: `title` lacks the language en',
    '31:55 unknown-cell: there is no cell `t3.carriedin.total`; did you mean `t3.carriedIn.total`?',
    '39:33 unknown-fact: unknown fact `sums`; did you mean `sum`?',
    '47:86 unknown-operator: unknown operator `greatherThan`; did you mean `greaterThan`?',
    '56:23 unknown-placeholder: unknown placeholder `collumn`; did you mean `column`?',
    '67:26 unknown-layout: unknown form edition `2020`; did you mean `2021`?',
    '77:5 unknown-key: unknown key `messsage`; did you mean `message`?',
    '78:9 duplicate-id: rule id `BASE` was used before, at base.yaml:12:9',
  ]);
});

test.each<[string, string, string[]]>([
  [
    'not YAML',
    'rules: [',
    [
      '1:9 yaml: YAML syntax: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ],
  ['not a mapping', '- 1', ['1:1 not-a-mapping: expected a mapping']],
  ['an unknown key of the file', 'rule: []', ['1:1 unknown-key: unknown key `rule`; did you mean `rules`?']],
  ['a rule that is no mapping', 'rules:\n  - 1', ['2:5 wrong-type: `0` has the wrong type, expected object']],
  [
    'no conditions',
    `rules:\n${rule().replace(/ {4}conditions.*\n/, '')}`,
    ['2:5 missing-key: missing key `conditions`'],
  ],
  [
    'a comparison without all or any',
    `rules:\n${rule({ conditions: '{ fact: cell, params: { cell: t3.received.total }, operator: equal, value: 0 }' })}`,
    ['7:17 mixed-condition: a condition is one of all, any, not, or has fact, operator and value'],
  ],
  [
    'an empty list of conditions',
    `rules:\n${rule({ conditions: '{ all: [] }' })}`,
    ['7:24 empty-condition: `all` must not be empty'],
  ],
  [
    'two kinds of condition at once',
    `rules:\n${rule({ conditions: '{ all: [{ any: [], not: {} }] }' })}`,
    ['7:25 mixed-condition: a condition is one of all, any, not, or has fact, operator and value'],
  ],
  [
    'params of another fact',
    `rules:\n${rule({ conditions: leaf({ params: '{ of: t3.received.total }' }) })}`,
    ['7:47 missing-key: missing key `cell`', '7:49 unknown-key: unknown key `of`'],
  ],
  [
    'an operator for text on a number',
    `rules:\n${rule({ conditions: leaf({ fact: 'layout', params: '{ property: status }', operator: 'greaterThan', value: 'outdated' }) })}`,
    ['7:81 operand-type: operator `greaterThan` does not take a text'],
  ],
  [
    'a text where a number belongs',
    `rules:\n${rule({ conditions: leaf({ value: 'many' }) })}`,
    ['7:106 wrong-type: `value` has the wrong type, expected number'],
  ],
  [
    'a list for an operator that takes one value',
    `rules:\n${rule({ conditions: leaf({ value: '[1]' }) })}`,
    ['7:106 wrong-type: `value` has the wrong type, expected value'],
  ],
  [
    'a fact of another type on the right',
    `rules:\n${rule({ conditions: leaf({ value: '{ fact: layout, params: { property: id } }' }) })}`,
    ['7:106 wrong-type: `value` has the wrong type, expected number'],
  ],
  [
    'an unknown domain',
    `rules:\n${rule({ each: '{ claim: { claim: { kind: sum } } }' })}`,
    ['10:20 unknown-domain: unknown domain `claim`; did you mean `claims`?'],
  ],
  [
    'an unknown parameter',
    `rules:\n${rule({ conditions: leaf({ value: '"{parameter.limitt}"' }) })}`,
    ['7:106 unknown-parameter: there is no parameter `parameter.limitt`; did you mean `parameter.limit`?'],
  ],
  [
    'an expression that never ends',
    `rules:\n${rule({ conditions: leaf({ fact: 'matches', params: '{ pattern: "(a+)+" }' }) })}`,
    [
      '7:61 unsafe-pattern: the regular expression may take too long: give every repetition a limit such as {0,20}, none inside another, not many in all',
    ],
  ],
  [
    'an expression that is none',
    `rules:\n${rule({ conditions: leaf({ fact: 'matches', params: '{ pattern: "(" }' }) })}`,
    ['7:61 invalid-pattern: `(` is no regular expression'],
  ],
  [
    'switching off a rule that is not there',
    'disable: [BASSE]',
    ['1:11 unknown-rule: there is no rule `BASSE`; did you mean `BASE`?'],
  ],
  [
    'changing a rule that is not there',
    'change: [{ id: BASF, severity: info }]',
    ['1:16 unknown-rule: there is no rule `BASF`; did you mean `BASE`?'],
  ],
  [
    'a parameter that turns from a number into a text',
    'parameters: { limit: many }',
    ['1:22 wrong-type: `limit` has the wrong type, expected number'],
  ],
  [
    'a file that is not there',
    'include: [elsewhere/others.yaml]',
    ['1:11 missing-include: included file `elsewhere/others.yaml` was not found'],
  ],
])('%s', (_, text, expected) => {
  expect(lines(text)).toEqual(expected);
});

test('an overlay adds a rule, changes one, switches one off, and sets a parameter', () => {
  const set = loadRules(
    [
      base,
      {
        name: 'one.yaml',
        text: `parameters: { limit: 9 }\nchange: [{ id: BASE, severity: info }]\nrules:\n${rule()}`,
      },
      { name: 'two.yaml', text: 'disable: [LOCAL]' },
    ],
    forms,
  );
  expect({
    rules: set.rules.map(({ id, severity }) => ({ id, severity })),
    parameters: set.parameters,
  }).toEqual({
    rules: [{ id: 'BASE', severity: 'info' }],
    parameters: { limit: 9 },
  });
});

test('points by rule lie on top of those of the files before, for rules that there are', () => {
  const own = (text: string) => ({ name: 'own.yaml', text });
  const set = loadRules([base, own('deductions: { BASE: 3 }'), own('deductions: { BASE: 5 }')], forms);
  expect(set.grading.deductions).toEqual({ BASE: 5 });
  expect(mistakes('deductions: { BASSE: 3 }')).toMatchObject([{ code: 'unknown-rule', line: 1, column: 22 }]);
});

test('an overlay that extends nothing stands alone', () => {
  const set = loadRules([base, { name: 'own.yaml', text: `extends: none\nrules:\n${rule()}` }], forms);
  expect(set.rules.map(({ id }) => id)).toEqual(['LOCAL']);
});

test('without a grading policy nothing can be loaded', () => {
  expect(() => loadRules([{ name: 'own.yaml', text: `rules:\n${rule()}` }], forms)).toThrow(
    'own.yaml:1:1: there is no grading policy (grading)',
  );
});

test('problems are told in Chinese, too', () => {
  const [first] = mistakes(`rules:\n${rule({ conditions: leaf({ operator: 'greatherThan' }) })}`);
  expect(first === undefined ? '' : describeProblem(first, 'zh-CN')).toBe(
    '未知的运算符“greatherThan”；是否应为“greaterThan”？',
  );
});

test('random damage to a rule file never does worse than a list of problems with places', () => {
  const text = `rules:\n${rule({ each: '{ column: t3.columns }', applies: '{ years: { from: 2021 } }' })}`;
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.nat(12),
      fc.string({ maxLength: 6, unit: fc.constantFrom(...'{}[]:,-"\'\n \t#&*!|>%@`a0t3.甲') }),
      (start, removed, added) => {
        const problems = mistakes(text.slice(0, start) + added + text.slice(start + removed));
        for (const { file, line, column } of problems) {
          expect({ file, line: line > 0, column: column > 0 }).toEqual({
            file: 'local.yaml',
            line: true,
            column: true,
          });
        }
      },
    ),
    { numRuns: examples(300) },
  );
});

test('each field of a rule that is lost is missed', () => {
  for (const field of ['id', 'category', 'severity', 'title', 'basis', 'conditions', 'message', 'fix']) {
    const text = `rules:\n${rule().replace(new RegExp(`${field}: .*\\n`), `tests: []\n`)}`;
    expect(mistakes(text).map(({ code, values }) => ({ code, key: values['key'] }))).toEqual([
      { code: 'missing-key', key: field },
    ]);
  }
});

test('the shipped rules load together with an overlay', () => {
  const set = loadDefaultRules(forms, [{ name: 'local.yaml', text: `rules:\n${rule()}` }]);
  expect(set.rules.at(-1)?.id).toBe('LOCAL');
});
