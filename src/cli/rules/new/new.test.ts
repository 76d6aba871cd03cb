import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { categories } from '../../../model/index.js';
import { loadRules, testRules } from '../../../rules/index.js';
import { kinds, usualKind } from '../../../workbench/skeleton/index.js';
import { suiteNotices } from '../../../workbench/suite.js';
import type { Host } from '../../host.js';
import { unasked } from './answers.js';
import { newRule, ruleText, type NewRuleCommand } from './new.js';
import { rules as shipped } from '../../../../test/fixtures/defaults.js';

/** The rule on top of the default rules, its tests that do not hold, and what they lack. */
async function proof(command: Omit<NewRuleCommand, 'lang'>, id?: string) {
  const text = await ruleText(id, { ...command, lang: 'zh-CN' }, shipped, unasked);
  const all = loadRules([{ name: 'new.yaml', text }], shipped.forms, shipped);
  const rules = all.rules.slice(shipped.rules.length);
  const results = await testRules({ ...all, rules });
  return {
    rules,
    tests: results.length,
    faults: results
      .filter(({ faults }) => faults.length > 0)
      .map(({ test: name, faults }) => [name, ...faults]),
    lacking: rules.flatMap(suiteNotices),
  };
}

test('each skeleton is what some category begins with', () => {
  expect(new Set(Object.values(usualKind))).toEqual(new Set(Object.keys(kinds)));
});

test.each(categories)('a new rule of the category %s is whole as it stands', async (category) => {
  expect(await proof({ category })).toMatchObject({
    rules: [{ id: `LOCAL-${category.toUpperCase()}`, category, severity: 'info' }],
    // What the reading met is always known.
    tests: category === 'extraction' ? 2 : 3,
    faults: [],
    lacking: [],
  });
});

test.each<[Omit<NewRuleCommand, 'lang'>, object]>([
  [
    {
      fact: 'cell',
      cell: 't4.review.total',
      limit: '1',
      severity: 'error',
      document: '国办公开办函〔2021〕30号',
    },
    { severity: 'error', basis: [{ document: '国办公开办函〔2021〕30号' }], applies: { layouts: ['2021'] } },
  ],
  [{ fact: 'sum', cell: 't3.received.total', of: ['t3.received.business', 't3.received.naturalPerson'] }, {}],
  [
    { fact: 'matches', part: '五', words: ['从略', '100%'], title: '甲: “乙”', titleEn: 'One: # two' },
    { title: { 'zh-CN': '甲: “乙”', en: 'One: # two' } },
  ],
  [{ fact: 'length', limit: '1', part: 'preface' }, {}],
  [{ fact: 'section', part: 'preface' }, {}],
  [{ fact: 'publishedAfter', limit: '9999' }, {}],
])('a new rule takes what is said: %o', async (command, rule) => {
  expect(await proof(command, 'TOWN-OWN')).toMatchObject({
    rules: [{ id: 'TOWN-OWN', ...rule }],
    tests: 3,
    faults: [],
    lacking: [],
  });
});

test.each<[Omit<NewRuleCommand, 'lang'>, object]>([
  [{ category: 'nothing' }, { key: 'usage.noChoice', values: { choices: categories.join('|') } }],
  [{ fact: 'text' }, { key: 'usage.noChoice', values: { choices: Object.keys(kinds).join('|') } }],
  [
    { fact: 'length', part: '九' },
    { key: 'usage.noChoice', values: { choices: 'preface|overview|problems|others|一|二|三|四|五|六' } },
  ],
  [
    { fact: 'length', cell: 't3.received.total' },
    { key: 'usage.notOfFact', values: { facts: 'cell|sum|claims|prior|members' } },
  ],
  [
    { fact: 'cell', cell: 't3.recieved.total' },
    { key: 'usage.unknownCell', values: { like: 't3.received.total' } },
  ],
  [{ fact: 'sum', of: ['t4.review.total'] }, { key: 'usage.ownItem' }],
  [{ fact: 'cell', limit: '-1' }, { key: 'usage.notPositive' }],
  [{ title: ' ' }, { key: 'usage.empty' }],
])('what cannot be taken is refused: %o', async (command, refusal) => {
  await expect(ruleText('TOWN-OWN', { ...command, lang: 'en' }, shipped, unasked)).rejects.toMatchObject(
    refusal,
  );
});

test.each([
  ['T3-BALANCE', 'usage.ruleExists'],
  ['lower', 'usage.ruleId'],
])('an id that cannot be taken is refused: %s', async (id, key) => {
  await expect(ruleText(id, { lang: 'en' }, shipped, unasked)).rejects.toMatchObject({ key });
});

test('a file that is there stays as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-new-'));
  const nowhere = new URL('nowhere', import.meta.url);
  const host: Host = { version: '0', worker: nowhere, code: nowhere, defaults: nowhere, page: nowhere };
  try {
    const out = join(folder, 'mine.yaml');
    writeFileSync(out, '# mine\n');
    await expect(newRule(undefined, { out, lang: 'en' }, host)).rejects.toMatchObject({
      key: 'usage.exists',
    });
    expect(readFileSync(out, 'utf8')).toBe('# mine\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
