import { expect, test } from 'vitest';
import type { Outcome, Report } from '../../../model/index.js';
import { evaluateTest } from '../../test/test-rules.js';
import { reportOf } from '../../test/test-report.js';
import type { Rule } from '../../rule.js';
import { numberText } from '../../value.js';
import { rules } from '../../../../test/fixtures/defaults.js';

/** Messages that list more figures than two. */
const LISTS = /\{(?:readings|items)\}/;

const figuresIn = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

/** What the prose says, names of cells and the words of the rule itself are no figures that were compared. */
function figuresTold({ message }: Outcome, { message: template }: Rule, { year }: Report): string[] {
  const fixed = new Set(figuresIn(template['zh-CN']));
  const prose = message
    .replaceAll(/“[^“”]*(?:“[^“”]*”[^“”]*)*”/g, '')
    .replaceAll(/(?<![\d.])\d+(?:[.．](?=\D)|%)/g, '');
  const years = [0, 1, 2, 3, 4].map((back) => String((year ?? 0) - back));
  return figuresIn(prose).filter((each) => !fixed.has(each) && !years.includes(each));
}

/** The comparison, its difference, and the cells and statements that make it up. */
function figuresKnown({ shown, cells, claims }: Outcome, report: Report): Set<string> {
  const [left, right] = [shown.left?.value, shown.right?.value];
  const own = cells.map((cell) => report.cells[cell]?.value ?? 0);
  const stated = report.claims
    .filter(({ id }) => claims.includes(id))
    .flatMap(({ value, parts }) => [value ?? 0, ...parts.map((part) => part.value)]);
  const numbers = [left, right, Number(left) - Number(right), ...own, ...stated];
  return new Set(numbers.map((each) => String(Math.abs(Number(each)))));
}

test('the comparison of a finding and its message name the same figures', async () => {
  const lacking: string[] = [];
  const strange: string[] = [];
  for (const rule of rules.rules) {
    for (const each of rule.tests.filter(({ expect: wanted }) => wanted === 'fail')) {
      const report = reportOf(each, rules.forms);
      for (const outcome of await evaluateTest(each, { ...rules, rules: [rule] }, 'zh-CN')) {
        const { verdict, shown, message } = outcome;
        if (verdict !== 'fail' || outcome.assuming.length > 0) continue;
        if (shown.left === null || shown.right === null) continue;
        if (shown.left.cells.length + shown.right.cells.length === 0) continue;
        if (/…|等\d+处/.test(message)) continue;
        const told = new Set(figuresIn(message).map((figure) => numberText(Number(figure))));
        const denied = report.claims.some(({ id, kind }) => kind === 'none' && outcome.claims.includes(id));
        for (const { value } of [shown.left, shown.right])
          if (typeof value === 'number' && !(value === 0 && denied) && !told.has(String(Math.abs(value))))
            lacking.push(`${rule.id}, ${each.name}: ${value} in ${message}`);
        if (LISTS.test(rule.message['zh-CN'])) continue;
        const known = figuresKnown(outcome, report);
        for (const figure of figuresTold(outcome, rule, report))
          if (!known.has(figure)) strange.push(`${rule.id}, ${each.name}: ${figure} of ${message}`);
      }
    }
  }
  expect({ lacking, strange }).toEqual({ lacking: [], strange: [] });
});
