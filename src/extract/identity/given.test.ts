import { expect, test } from 'vitest';
import { editions } from '../../../test/generators/form/forms.js';
import { InputError } from '../../model/index.js';
import { givenTables } from './given.js';

const forms = [editions['2019'], editions['2021']];
const given = { agency: { name: '临溪县水利局' }, year: 2023, form: '2021' };

test('a number, an empty cell, words and a missing cell stay apart', () => {
  const { cells, blocks } = givenTables(
    {
      ...given,
      cells: { 't2.regulations.made': 0, 't2.regulations.repealed': null, 't2.regulations.inForce': '／' },
    },
    forms,
  );
  const at = (word: string) => ({ path: `/cells/t2.regulations.${word}` });
  expect(cells).toEqual({
    't2.regulations.made': {
      value: 0,
      raw: '0',
      state: 'number',
      at: at('made'),
      confidence: 1,
      evidence: 'printed',
    },
    't2.regulations.repealed': {
      value: null,
      raw: '',
      state: 'blank',
      at: at('repealed'),
      confidence: 1,
      evidence: 'printed',
    },
    't2.regulations.inForce': {
      value: null,
      raw: '／',
      state: 'placeholder',
      at: at('inForce'),
      confidence: 1,
      evidence: 'printed',
    },
    't2.normativeDocs.made': {
      value: null,
      raw: '',
      state: 'absent',
      at: null,
      confidence: 1,
    },
    't2.normativeDocs.repealed': {
      value: null,
      raw: '',
      state: 'absent',
      at: null,
      confidence: 1,
    },
    't2.normativeDocs.inForce': {
      value: null,
      raw: '',
      state: 'absent',
      at: null,
      confidence: 1,
    },
  });
  expect(blocks.filter(({ found }) => found).map(({ block, edition }) => ({ block, edition }))).toEqual([
    { block: 'article20-1', edition: '2021' },
  ]);
  expect(blocks.filter(({ found }) => !found).map(({ block }) => block)).toEqual([
    'article20-5',
    'article20-6',
    'article20-8',
    'applications',
    'disputes',
  ]);
});

test('an unknown edition and unknown cells are refused with their pointer', () => {
  const mistakes = (form: string, cells: Record<string, number>) => {
    try {
      givenTables({ ...given, form, cells }, forms);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.details.map(({ en }) => en);
    }
  };
  expect(mistakes('2022', {})).toEqual(['/form: there is no edition 2022 (choices: 2019|2021)']);
  expect(
    mistakes('2021', { 't2.fees.amount': 1, 't2.procurement.amount': 1, 't3.recieved.total': 2 }),
  ).toEqual([
    '/cells/t2.procurement.amount: edition 2021 has no such cell',
    '/cells/t3.recieved.total: edition 2021 has no such cell',
  ]);
});
