import { expect, test } from 'vitest';
import { YamlError } from '../yaml/problem.js';
import { loadDefinitions } from './definitions.js';
import { outliersOf } from './spread.js';
import { forms } from '../../test/fixtures/defaults.js';

test('every mistake of a file of indicators is told with its place', () => {
  const text = `minimum: { cases: 30, reports: 2 }
outliers: 3
top: 5
indicators:
  - id: one
    title: { zh-CN: 一 }
    of: [t3.recieved.total]
  - id: one
    title: { zh-CN: 一, en: one }
    off: [t3.received.total]
    of: [t3.granted.total, "t3.denied.*"]
`;
  const told = (source: string) => {
    try {
      loadDefinitions({ name: 'i.yaml', text: source }, forms);
      return [];
    } catch (error) {
      return error instanceof YamlError ? error.message.split('\n') : [String(error)];
    }
  };
  expect(told(text)).toMatchInlineSnapshot(`
    [
      "i.yaml:1:32: \`reports\` is not in the right form: Too small: expected number to be >=3",
      "i.yaml:6:12: \`title\` lacks the language en",
      "i.yaml:10:5: unknown key \`off\`; did you mean \`of\`?",
    ]
  `);
  const repaired = text
    .replace('reports: 2', 'reports: 3')
    .replace('zh-CN: 一 }', 'zh-CN: 一, en: one }')
    .replace('    off: [t3.received.total]\n', '');
  expect(told(repaired)).toMatchInlineSnapshot(`
    [
      "i.yaml:7:10: there is no cell \`t3.recieved.total\`; did you mean \`t3.received.total\`?",
      "i.yaml:8:9: indicator \`one\` stands twice",
      "i.yaml:10:28: there is no cell \`t3.denied.*\`",
    ]
  `);
});

test('outliers lie beyond the quartiles by more than so many times their distance', () => {
  const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, -60].map((value) => ({ value }));
  expect(outliersOf(figures, 5, 3)).toEqual([{ value: 100 }, { value: -60 }]);
  expect(outliersOf(figures, 12, 3)).toEqual([]);
  expect(
    outliersOf(
      [...Array<number>(9).fill(4), 9].map((value) => ({ value })),
      5,
      3,
    ),
  ).toEqual([]);
});
