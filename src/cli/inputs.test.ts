import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expandInputs, listedIn } from './inputs.js';

let folder = '';
const names = async (...args: string[]) =>
  (await expandInputs(args)).map(({ name }) => name.replace(folder, '…'));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-inputs-'));
  for (const sub of ['b', 'b/deep', 'empty', '.hidden']) mkdirSync(join(folder, sub));
  const files = [
    'a.txt',
    'B.txt',
    'b/1.html',
    'b/deep/甲.txt',
    'b-1.txt',
    '.DS_Store',
    '~$a.docx',
    '.hidden/x.txt',
  ];
  for (const file of files) writeFileSync(join(folder, file), 'x');
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a folder is read to its depth in the order of code units, without hidden files', async () => {
  expect(await names(folder)).toEqual(['…/B.txt', '…/a.txt', '…/b-1.txt', '…/b/1.html', '…/b/deep/甲.txt']);
  expect(await names(`${folder}/`)).toEqual(await names(folder));
});

test('a pattern finds files, a file that is named so comes before a pattern', async () => {
  expect(await names(`${folder}/**/*.txt`)).toEqual(['…/B.txt', '…/a.txt', '…/b-1.txt', '…/b/deep/甲.txt']);
  expect(await names(`${folder}/?.txt`)).toEqual(['…/B.txt', '…/a.txt']);
});

test('arguments keep their order, an input counts once', async () => {
  expect(await names(`${folder}/b/1.html`, '-', folder)).toEqual([
    '…/b/1.html',
    '-',
    '…/B.txt',
    '…/a.txt',
    '…/b-1.txt',
    '…/b/deep/甲.txt',
  ]);
});

test('what is not there is an input with its problem', async () => {
  const inputs = await expandInputs([`${folder}/none.txt`, `${folder}/*.pdf`, `${folder}/empty`]);
  expect(inputs.map(({ problem }) => problem)).toEqual(['not-found', 'not-found', 'no-files']);
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be read is told, the rest is read', async () => {
  const locked = join(folder, 'b', 'locked');
  mkdirSync(locked, { mode: 0 });
  const inputs = await expandInputs([join(folder, 'b')]);
  rmSync(locked, { recursive: true });
  expect(inputs.map(({ name, problem }) => [name.replace(folder, '…'), problem])).toEqual([
    ['…/b/1.html', undefined],
    ['…/b/deep/甲.txt', undefined],
    ['…/b/locked', 'not-permitted'],
  ]);
});

test('a list names files line by line', async () => {
  const list = join(folder, 'b', 'list');
  writeFileSync(list, '\ufeffa.txt\r\n\r\nb/甲 乙.html\n');
  const listed = await listedIn(list);
  rmSync(list);
  expect(listed).toEqual(['a.txt', 'b/甲 乙.html']);
  await expect(listedIn(list)).rejects.toThrow('usage.cannotRead');
});

test('standard input cannot be read twice', async () => {
  await expect(expandInputs(['-', 'a', '-'])).rejects.toThrow('usage.stdinTwice');
});
