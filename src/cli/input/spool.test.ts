import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSpool } from './spool.js';

test('gives back what was put in, and leaves no file even while it is open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-spool-'));
  const spool = openSpool(folder);
  expect(spool.get('a')).toBeNull();
  const bytes = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array(100_000).fill(7)];
  for (const [index, each] of bytes.entries()) spool.put(String(index), each);
  spool.put('0', new Uint8Array([9]));
  for (const [index, each] of [...bytes.entries()].reverse()) expect(spool.get(String(index))).toEqual(each);
  expect(spool.get('3')).toBeNull();
  if (process.platform !== 'win32') expect(readdirSync(folder)).toEqual([]);
  spool.close();
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('where there is no room nothing is kept', () => {
  const spool = openSpool(join(tmpdir(), 'gouji-nowhere', 'at-all'));
  spool.put('a', new Uint8Array([1]));
  expect(spool.get('a')).toBeNull();
  spool.close();
});
