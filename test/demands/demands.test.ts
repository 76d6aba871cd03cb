import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { audit } from '../properties/reading/reading.js';
import { asPage, asText, type Written } from './written.js';

type Planted = Written & { rule: string | string[]; unfound?: string };

function load<T>(name: string): T[] {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T[];
}

async function rulesIn(written: Written, print: (written: Written) => string): Promise<string[]> {
  const { findings } = await audit(print(written));
  return findings.map(({ rule }) => rule);
}

const prints = [
  ['text', asText],
  ['page', asPage],
] as const;

test.each(prints)('what offices ask for is found missing, in %s', async (_, print) => {
  const missed: string[] = [];
  for (const each of load<Planted>('planted.yaml').filter(({ unfound }) => unfound === undefined)) {
    const found = await rulesIn(each, print);
    if (![each.rule].flat().some((rule) => found.includes(rule))) missed.push(each.name);
  }
  expect(missed).toEqual([]);
});

test.each(prints)('what only looks like it is left alone, in %s', async (_, print) => {
  const said: Record<string, string[]> = {};
  for (const each of [{ name: 'the sound report' }, ...load<Written>('silent.yaml')]) {
    const found = await rulesIn(each, print);
    if (found.length > 0) said[each.name] = found;
  }
  expect(said).toEqual({});
});
