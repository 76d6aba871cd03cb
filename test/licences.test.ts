import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  packages: Record<string, { license?: string; dev?: boolean }>;
}

/** Licences under which a package may be used in a program of the MIT licence, and passed on with it. */
const free = new Set([
  ...['MIT', 'MIT/X11', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'Unlicense', 'Zlib'],
]);

/** Packages that declare none, and why they are there. */
const undeclared: Record<string, string> = {
  buffers: 'below the reader of exceljs (through unzipper), of which only the writer is used',
};

/** `(MIT OR GPL-3.0-or-later)`: one that is free is enough; `MIT AND Zlib`: all must be. */
function isFree(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some((each) => each.split(' AND ').every((part) => free.has(part)));
}

test('every package that is installed with the program may be used and passed on', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  expect(installed.length).toBeGreaterThan(50);
  const doubtful = installed
    .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license: license ?? '' }))
    .filter(({ name, license }) => !isFree(license) && undeclared[name] === undefined)
    .map(({ name, license }) => `${name}: ${license}`);
  expect(doubtful).toEqual([]);
});
