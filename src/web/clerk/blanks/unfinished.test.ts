import { expect, test } from 'vitest';
import { resources } from '../../../../test/fixtures/defaults.js';
import { cellsOfForm } from '../../../model/index.js';
import type { Edits } from '../../protocol.js';
import { createChecker } from '../../report/checker.js';

const form = resources.forms.find(({ id }) => id === '2021');
if (form === undefined) throw new Error('no edition');
const none = Object.fromEntries(cellsOfForm(form).map(({ address }) => [address, '0']));
const provenance = { tool: { name: 'gouji', version: '1' }, rules: { files: [], count: 0, sha256: '' } };
const check = createChecker({ resources, provenance }, () => undefined);

/** What is said of the balance of Table 3 for a form that is filled in so far. */
async function balance(edits: Edits): Promise<string[]> {
  const answer = await check({ kind: 'blank', said: { year: 2023 }, edits, lang: 'zh-CN' });
  if (answer.kind !== 'audit') throw new Error(answer.kind);
  return answer.view.problems
    .filter(({ rules }) => rules.includes('T3-BALANCE'))
    .map((each) => each.severity);
}

const received = { 't3.received.naturalPerson': '5', 't3.received.total': '5' };
const handled = {
  't3.granted.naturalPerson': '2',
  't3.granted.total': '2',
  't3.totalHandled.naturalPerson': '2',
  't3.totalHandled.total': '2',
};

test('what was received is no error while nothing is said of what became of it', async () => {
  expect(await balance(received)).toEqual([]);
});

test('what is still missing is a hint while results are filled in', async () => {
  expect(new Set(await balance({ ...received, ...handled }))).toEqual(new Set(['info']));
});

test('it is an error once every figure stands there', async () => {
  expect(new Set(await balance({ ...none, ...received, ...handled }))).toEqual(new Set(['error']));
});

test('a form that holds is told nothing', async () => {
  expect(
    await balance({
      ...none,
      ...received,
      ...handled,
      't3.carriedOut.naturalPerson': '3',
      't3.carriedOut.total': '3',
    }),
  ).toEqual([]);
});
