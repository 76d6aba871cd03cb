import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../src/defaults/defaults.js';
import { docPages } from '../src/workbench/docs/index.js';
import { rules as ruleSet } from './fixtures/defaults.js';

const folder = new URL('../docs/rules/', import.meta.url);
const chinese = docPages(ruleSet, loadCatalogue(), 'zh-CN');

test('the pages of docs/rules are what the rules generate (npm run docs)', async () => {
  const pages = await chinese;
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  const stale = [...pages].filter(([name, text]) => readFileSync(new URL(name, folder), 'utf8') !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
});

test('every link of the pages leads to a page and, within it, to a heading', async () => {
  const pages = await chinese;
  const dead = [...pages].flatMap(([name, text]) =>
    [...text.matchAll(/\]\(([\w-]+\.md)(?:#([\w-]+))?\)/g)].flatMap(([whole, file = '', anchor]) => {
      const target = pages.get(file);
      const found =
        target !== undefined && (anchor === undefined || new RegExp(`^## ${anchor}$`, 'im').test(target));
      return found ? [] : [`${name}: ${whole}`];
    }),
  );
  expect(dead).toEqual([]);
});

test('the pages exist in English, too, with nothing left unfilled', async () => {
  const pages = await docPages({ ...ruleSet, rules: ruleSet.rules.slice(0, 12) }, null, 'en');
  expect([...pages.values()].join('\n')).not.toMatch(/undefined|NaN|\[object/);
});
