import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextOf } from '../../test/fixtures/context.js';
import { loadDefaults } from '../defaults.js';
import { createAuditor, type Auditor } from './auditor.js';

let folder = '';
let audit: Auditor = () => Promise.resolve([]);

const report = (name: string) =>
  JSON.stringify({
    schema: 'gouji.report/1',
    agency: { name },
    year: 2023,
    form: '2021',
    cells: {},
    sections: [],
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-auditor-'));
  const files = { 'a.json': report('甲县'), 'b/c.json': report('乙县'), 'd.txt': '', 'style.css': 'p {}' };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  writeFileSync(join(folder, 'all.zip'), zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>));
  writeFileSync(join(folder, 'one.json'), report('丙县'));
  const { t: _, ...context } = contextOf();
  audit = createAuditor({ lang: 'zh-CN', format: 'ndjson', texts: true }, loadDefaults(), context);
});

afterAll(() => rmSync(folder, { recursive: true }));

const glance = async (name: string) =>
  (await audit({ name, path: join(folder, name) })).map(({ part }) =>
    part.kind === 'audit' ? [part.summary.name, part.summary.agency] : [part.failure.name, part.failure.code],
  );

test('a report is one result, an archive one for each report in it', async () => {
  expect(await glance('one.json')).toEqual([['one.json', '丙县']]);
  expect(await glance('all.zip')).toEqual([
    ['all.zip/a.json', '甲县'],
    ['all.zip/b/c.json', '乙县'],
    ['all.zip/d.txt', 'empty'],
  ]);
});

test('what cannot be opened is a failure, not an exception', async () => {
  expect(await glance('nowhere.json')).toEqual([['nowhere.json', 'not-found']]);
  expect(await glance('.')).toEqual([['.', 'internal']]);
});
