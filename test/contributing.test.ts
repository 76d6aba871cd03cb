import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadDefaultRules, loadForms } from '../src/defaults.js';
import { testRules } from '../src/rules/index.js';

const guide = readFileSync(new URL('../CONTRIBUTING.md', import.meta.url), 'utf8');

/** The fenced YAML block that begins with the name of its file, without the indent of the list it stands in. */
function file(name: string): string {
  const [, block = ''] = new RegExp(`\`\`\`yaml\\n( *# ${name}\\n[^\`]*)\`\`\``).exec(guide) ?? [];
  const indent = / */.exec(block)?.[0] ?? '';
  return block.split('\n').map((line) => line.slice(indent.length)).join('\n');
}

test('the rule of the guide is valid and does what its tests say', async () => {
  const ruleSet = loadDefaultRules(loadForms(), [{ name: 'local.yaml', text: file('local.yaml') }]);
  const own = { ...ruleSet, rules: ruleSet.rules.filter(({ id }) => id === 'LOCAL-MISC') };
  const results = await testRules(own);
  expect(results.map(({ test: name, actual, faults }) => ({ name, actual, faults }))).toEqual([
    { name: 'just within the limit', actual: 'pass', faults: [] },
    { name: 'one too many', actual: 'fail', faults: [] },
    { name: 'blank is not zero', actual: 'notAssessable', faults: [] },
  ]);
});
