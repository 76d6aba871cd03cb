import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resources } from '../../../test/fixtures/defaults.js';
import { YamlError } from '../../yaml/problem.js';
import { parseRegisterVocabulary } from './parse-vocabulary.js';

const shipped = readFileSync(new URL('../../../vocabulary/register.yaml', import.meta.url), 'utf8');

/** What is said of the file with one thing changed in it, each with the text to which its place points. */
function mistakesIn(from: string, to: string): string[] {
  const text = shipped.replace(from, to);
  const lines = text.split('\n');
  try {
    parseRegisterVocabulary({ name: 'register.yaml', text }, resources.forms);
    return [];
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const told = error.message.split('\n').map((each) => each.replace(/^register\.yaml:\d+:\d+: /, ''));
    return error.problems.map(
      ({ line, column }, index) =>
        `${lines[line - 1]?.slice(column - 1, column + 7) ?? ''} | ${told[index] ?? ''}`,
    );
  }
}

test.each([
  ['the file as shipped', '', '', []],
  [
    'a role that is no row',
    'handled: totalHandled',
    'handled: totalhandled',
    [
      'totalhan | there is no cell `t3.totalhandled.naturalPerson`; did you mean `t3.totalHandled.naturalPerson`?',
    ],
  ],
  [
    'a meaning that is no column',
    '    business: [',
    '    busines: [',
    [
      '[商业企业, 企 | there is no cell `t3.granted.busines`; did you mean `t3.granted.business`?',
      'business | the table has no row, column or group `business`; did you mean `busines`?',
    ],
  ],
  [
    'a template without its table',
    't4.{path}.{result}',
    't5.{path}.{result}',
    ['"t5.{pat | there is no cell `t5.review.upheld`; did you mean `t4.review.upheld`?'],
  ],
  [
    'a template with a word that nothing stands for',
    't2.{act}.decisions',
    't2.{acts}.decisions',
    ['"t2.{act | there is no cell `t2.{acts}.decisions`; did you mean `t2.penalty.decisions`?'],
  ],
  [
    'a role that the program does not know',
    'licence: licensing',
    'license: licensing',
    ['{ licens | missing key `licence`', 'license: | unknown key `license`; did you mean `licence`?'],
  ],
])('cells that registers fill: %s', (_, from, to, expected) => {
  expect(mistakesIn(from, to)).toEqual(expected);
});
