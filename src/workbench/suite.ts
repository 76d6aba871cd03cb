import type { Rule } from '../rules/rule.js';
import type { Notice } from './lint/notice.js';

/** What the tests of a rule lack: one of the three outcomes, or a difference between two of them. */
export function suiteNotices(rule: Rule): Notice[] {
  const expected = new Set(rule.tests.map(({ expect }) => expect));
  const wanted = ['pass', 'fail', ...(rule.alwaysAssessable === undefined ? ['notAssessable'] : [])] as const;
  const lacking = wanted
    .filter((each) => !expected.has(each as 'pass'))
    .map((each) => ({ code: 'noTest' as const, rule: rule.id, values: { expect: each } }));
  const seen = new Map<string, string>();
  const repeated = rule.tests.flatMap(({ name, ...test }): Notice[] => {
    const text = JSON.stringify(test);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, name);
    return first === undefined ? [] : [{ code: 'sameTest', rule: rule.id, values: { name, first } }];
  });
  return [...lacking, ...repeated];
}
