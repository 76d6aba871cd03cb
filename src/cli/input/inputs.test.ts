import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputError } from '../../model/errors.js';
import { expandInputs, listedIn, readInput } from './inputs.js';
import { readRules } from '../resources.js';

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

describe.skipIf(process.platform === 'win32')('odd files of a folder', () => {
  let odd = '';
  beforeAll(() => {
    odd = mkdtempSync(join(tmpdir(), 'gouji-odd-'));
    mkdirSync(join(odd, '年报_files'));
    mkdirSync(join(odd, 'own_files'));
    for (const file of ['年报.html', '年报_files/a.html', 'own_files/a.txt', 's.css', 'x.LNK', 'Thumbs.db'])
      writeFileSync(join(odd, file), file);
    // 甲 in GBK, which is no UTF-8.
    writeFileSync(Buffer.concat([Buffer.from(`${odd}/`), Buffer.from([0xbc, 0xd7])]), 'GBK');
    symlinkSync('loop', join(odd, 'loop'));
    execFileSync('mkfifo', [join(odd, 'pipe')]);
  });
  afterAll(() => rmSync(odd, { recursive: true }));

  test('what is no document is passed over and counted, names of any encoding are read, pipes and loops are named', async () => {
    let passedOver = 0;
    const inputs = await expandInputs([odd], (count) => (passedOver += count));
    const read = inputs.map(async (input) => [
      input.name.replace(`${odd}/`, ''),
      await readInput(input).then(
        (bytes) => Buffer.from(bytes).toString(),
        (error: unknown) => (error as InputError).code,
      ),
    ]);
    expect(await Promise.all(read)).toEqual([
      ['loop', 'not-a-file'],
      ['own_files/a.txt', 'own_files/a.txt'],
      ['pipe', 'not-a-file'],
      ['年报.html', '年报.html'],
      ['甲', 'GBK'],
    ]);
    expect(passedOver).toBe(3);
  });

  test('a pipe is no list, no roster and no rules file', async () => {
    const pipe = join(odd, 'pipe');
    await expect(listedIn(pipe)).rejects.toThrow('usage.notAFile');
    await expect(readRules(pipe)).rejects.toThrow('usage.cannotRead');
    expect(await expandInputs([pipe])).toEqual([{ name: pipe, path: pipe, problem: 'not-a-file' }]);
  });
});
