import { expect, test } from 'vitest';
import { loadDefaultRules } from '../defaults.js';
import { testRules } from './index.js';

const ruleSet = loadDefaultRules();

test('every test of every shipped rule holds', async () => {
  const results = await testRules(ruleSet);
  expect(
    results
      .filter((result) => result.faults.length > 0)
      .map(({ rule, test: name, faults }) => ({ rule, name, faults })),
  ).toEqual([]);
});
