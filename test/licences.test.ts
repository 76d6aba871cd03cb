import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledPackages } from '../scripts/bundle/bundled.js';

interface Lock {
  packages: Record<string, { license?: string; dev?: boolean }>;
}

/** Licences under which a package may be used in a program of the MIT licence, and passed on with it. */
const free = new Set([
  ...['MIT', 'MIT/X11', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'Unlicense', 'Zlib'],
]);

/** `(MIT OR GPL-3.0-or-later)`: one that is free is enough; `MIT AND Zlib`: all must be. */
function isFree(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some((each) => each.split(' AND ').every((part) => free.has(part)));
}

const doubtful = (packages: readonly { name: string; licence: string }[]): string[] =>
  packages.filter(({ licence }) => !isFree(licence)).map(({ name, licence }) => `${name}: ${licence}`);

test('every package that is installed with the program may be used and passed on', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const installed = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([name, { license }]) => ({ name, licence: license ?? '' }));
  expect(installed.length).toBeGreaterThan(2);
  expect(doubtful(installed)).toEqual([]);
});

test('every package that the built program holds may be passed on with it', () => {
  const bundled = bundledPackages();
  expect(bundled.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['zod', 'exceljs', 'archiver', 'jszip']),
  );
  expect(doubtful(bundled)).toEqual([]);
});
