import { expect, test } from 'vitest';
import { extract } from '../../../extract/index.js';
import { cellsOfForm, type CellAddress } from '../../../model/index.js';
import { filling } from './blanks.js';
import { resources } from '../../../../test/fixtures/defaults.js';

const { forms } = resources;
const form = forms.find(({ id }) => id === '2021');
const addresses = form === undefined ? [] : cellsOfForm(form).map(({ address }) => address);

async function filled(
  cells: Record<CellAddress, number | string | null>,
  paragraphs: string[] = [],
): Promise<Record<CellAddress, number>> {
  const data = {
    schema: 'gouji.report/1',
    agency: { name: '临溪县水利局' },
    year: 2024,
    form: '2021',
    cells: Object.fromEntries(addresses.map((address) => [address, cells[address] ?? null])),
    sections: [{ heading: '一、总体情况', paragraphs }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  return filling(await extract(bytes, { name: 'x', ...resources }), forms);
}

const four = { 't3.received.business': 4, 't3.granted.business': 3, 't3.partial.business': 1 };

test('none where there was nothing, sums where there was something', async () => {
  const values = await filled(four);
  expect(Object.keys(values)).toHaveLength(addresses.length - 3);
  expect(Object.entries(values).filter(([, value]) => value !== 0)).toEqual([
    ['t3.received.total', 4],
    ['t3.granted.total', 3],
    ['t3.partial.total', 1],
    ['t3.totalHandled.business', 4],
    ['t3.totalHandled.total', 4],
  ]);
});

test('a column that does not balance stays as it is, the others do not', async () => {
  const values = await filled({ ...four, 't3.partial.business': null });
  expect(values['t3.carriedOut.business']).toBeUndefined();
  expect(values['t3.carriedOut.naturalPerson']).toBe(0);
  expect(values['t4.review.total']).toBe(0);
});

test('what the prose says otherwise is not none', async () => {
  const values = await filled(four, ['行政复议3件。全年作出行政处罚决定12件。']);
  expect(values['t2.penalty.decisions']).toBeUndefined();
  expect(values['t2.coercion.decisions']).toBe(0);
});

test('words are no blank', async () => {
  const values = await filled({ ...four, 't4.review.upheld': '若干' });
  expect(Object.keys(values).filter((address) => address.startsWith('t4.review'))).toEqual([]);
});

test('where only totals are given, their parts stay as they are', async () => {
  const values = await filled({ 't3.received.total': 3, 't3.granted.total': 3, 't3.totalHandled.total': 3 });
  const parts = addresses.filter((address) => address.startsWith('t3.') && !address.endsWith('.total'));
  expect(Object.keys(values)).toHaveLength(addresses.length - parts.length - 3);
  expect(parts.filter((address) => Object.hasOwn(values, address))).toEqual([]);
  expect(new Set(Object.values(values))).toEqual(new Set([0]));
});
