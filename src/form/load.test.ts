import { expect, test } from 'vitest';
import { text2027 } from '../../test/fixtures/editions/edition-2027.js';
import { YamlError } from '../yaml/problem.js';
import { carriedCells } from './carried.js';
import { editionsOf, loadForm } from './load.js';

/** What is said of the file with one thing changed in it, without the places, and the lines that the places name. */
function mistakesIn(from: string, to: string): string[] {
  const text = text2027.replace(from, to);
  const lines = text.split('\n').map((line) => line.trim());
  try {
    loadForm({ name: '2027.yaml', text });
    return [];
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return error.message
      .split('\n')
      .map((each) => each.replace(/^2027\.yaml:(\d+):(\d+): /, ''))
      .map((each, index) => `${lines[(error.problems[index]?.line ?? 0) - 1]?.slice(0, 14) ?? ''} | ${each}`);
  }
}

test.each([
  [
    'captionVariants:',
    'captionVariant:',
    'captionVariant | unknown key `captionVariant`; did you mean `captionVariants`?',
  ],
  [
    'right: [totalHandled, carriedOut]',
    'right: [totalHandeled, carriedOut]',
    '- { id: balanc | the table has no row, column or group `totalHandeled`; did you mean `totalHandled`?',
  ],
  [
    'left: [outcomes]',
    'left: [outcome]',
    'left: [outcome | the table has no row, column or group `outcome`; did you mean `outcomes`?',
  ],
  [
    'id: results, table: t4',
    'id: results, table: t5',
    '- { id: result | there is no table `t5`; did you mean `t2`?',
  ],
  [
    'from: carriedOut, to: carriedIn',
    'from: carriedout, to: carriedIn',
    '- { table: t3, | the table has no row, column or group `carriedout`; did you mean `carriedOut`?',
  ],
  [
    't2.normativeDocs.inForce, t2',
    't2.normativeDocs.inforce, t2',
    'steady: [t2.no | there is no cell `t2.normativeDocs.inforce`; did you mean `t2.normativeDocs.inForce`?',
  ],
  ['id: archived', 'id: unclear', '- { id: receiv | row `t3.unavailable.unclear` stands twice'],
  ['section: 四', 'section: 八', 'section: 八 | there is no section `八`; did you mean `一`?'],
  [', en: Unified form of 2027', '', 'name: { zh-CN: | `name` lacks the language en'],
  [
    'years: { from: 2027 }',
    'years: { from: 2027, to: 2026 }',
    'years: { from: | the last year is before the first',
  ],
])('a mistake in an edition is told like one in a rule: %s', (from, to, expected) => {
  expect(mistakesIn(from, to)).toEqual([expected]);
});

test('an edition ends where the next one begins', () => {
  const next = loadForm({ name: '2027.yaml', text: text2027 });
  const earlier = { ...next, id: 'earlier', years: { from: 2021 } };
  expect(editionsOf([next, earlier]).map(({ id, years }) => ({ id, years }))).toEqual([
    { id: 'earlier', years: { from: 2021, to: 2026 } },
    { id: '2027', years: { from: 2027 } },
  ]);
});

test('what is carried over goes column by column into the next year', () => {
  const carried = [...carriedCells(loadForm({ name: '2027.yaml', text: text2027 }))];
  expect(carried).toHaveLength(8);
  expect(carried).toContainEqual(['t3.carriedIn.soleTrader', 't3.carriedOut.soleTrader']);
  expect(carried).toContainEqual(['t3.carriedIn.total', 't3.carriedOut.total']);
});
