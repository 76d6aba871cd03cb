import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { packed } from '../../../../test/fixtures/packages.js';
import { bytesOf } from '../bytes.js';
import { openZip } from './unzip.js';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const thrown = (code: string) => expect.objectContaining({ name: 'InputError', code }) as Error;

/** Replaces bytes of a central directory record or, with `mark`, of another one. */
function patched(bytes: Uint8Array, offset: number, values: number[], mark = [0x50, 0x4b, 1, 2]): Uint8Array {
  const copy = bytes.slice();
  const start = copy.findIndex((_, index) => mark.every((each, at) => copy[index + at] === each));
  copy.set(values, start + offset);
  return copy;
}

test('files by name, unpacked when read', () => {
  const entries = openZip(packed({ 'a/b.txt': '文', 'c.txt': '' }));
  expect([...entries].map(([name, entry]) => [name, entry.size, decode(entry.read())])).toEqual([
    ['a/b.txt', 3, '文'],
    ['c.txt', 0, ''],
  ]);
});

test('files that are stored, large, or inside a longer buffer', () => {
  const large = bytesOf(
    Array.from({ length: 300_000 }, (_, index) => String((index * 7919) % 1000)).join(' '),
  );
  const zip = zipSync({ stored: [bytesOf('s'), { level: 0 }], large });
  const inside = new Uint8Array(zip.length + 7);
  inside.set(zip, 7);
  const entries = openZip(inside.subarray(7));
  expect(decode(entries.get('stored')?.read())).toBe('s');
  expect(decode(entries.get('large')?.read())).toBe(decode(large));
});

test('a stored file has memory of its own, so that another thread is not sent the whole archive with it', () => {
  const zip = Buffer.from(zipSync({ stored: [bytesOf('s'), { level: 0 }] }));
  expect(openZip(zip).get('stored')?.read().buffer.byteLength).toBe(1);
});

test('names in UTF-8 or GBK, whatever the flag says', () => {
  const gbk = patched(zipSync({ 'abcd.txt': bytesOf('x') }), 46, [0xb9, 0xab, 0xbf, 0xaa]);
  const utf8 = patched(zipSync({ 公开: bytesOf('x') }), 8, [0, 0]);
  expect([...openZip(gbk).keys(), ...openZip(utf8).keys()]).toEqual(['公开.txt', '公开']);
});

describe('hostile archives', () => {
  const zip = packed({ 'a.txt': 'a'.repeat(100_000) });
  const read = (bytes: Uint8Array) => () => openZip(bytes).get('a.txt')?.read();

  test('a password', () => {
    expect(read(patched(zip, 8, [1, 0]))).toThrow(thrown('encrypted'));
  });

  test('more than the declared size, less than it, more than the limit', () => {
    expect(read(patched(zip, 24, [10, 0, 0, 0]))).toThrow(thrown('too-large'));
    expect(read(patched(zip, 24, [0xff, 0xff, 0x0f, 0]))).toThrow(thrown('damaged'));
    expect(read(patched(zip, 24, [0xff, 0xff, 0xff, 0x7f]))).toThrow(thrown('too-large'));
  });

  test('files that lie over each other', () => {
    const end = zip.length - 22;
    const directory = new DataView(zip.buffer, zip.byteOffset).getUint32(end + 16, true);
    const record = zip.subarray(directory, end);
    const count = [3, 0];
    const over = Uint8Array.from([...zip.subarray(0, end), ...record, ...record, ...zip.subarray(end)]);
    const parts = patched(over, 8, [...count, ...count], [0x50, 0x4b, 5, 6]);
    expect(() => openZip(parts)).toThrow(thrown('damaged'));
  });

  test('a bomb that declares little', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(20 * 1024 * 1024) });
    expect(read(patched(bomb, 24, [0xff, 0xff, 0, 0]))).toThrow(thrown('too-large'));
  });

  test('many files that are too large together', () => {
    const zip = packed({ a: '1234', b: '1234', c: '1234' });
    expect(
      [...openZip(zip, { bytes: 12, entries: 3, parts: 0 }).values()].map((entry) => entry.read().length),
    ).toEqual([4, 4, 4]);
    expect(() =>
      [...openZip(zip, { bytes: 11, entries: 3, parts: 0 }).values()].map((entry) => entry.read()),
    ).toThrow(thrown('too-large'));
  });

  test('too many files', () => {
    expect(() => openZip(patched(zip, 10, [0x11, 0x27], [0x50, 0x4b, 5, 6]))).toThrow(thrown('too-large'));
  });

  test('cut off anywhere', () => {
    for (let length = 4; length < zip.length; length += 1)
      expect(() => openZip(zip.subarray(0, length))).toThrow(thrown('damaged'));
  });

  test('offsets outside the file, an unknown method', () => {
    expect(read(patched(zip, 42, [0xff, 0xff, 0xff, 0x7f]))).toThrow(thrown('damaged'));
    expect(read(patched(zip, 20, [0xff, 0xff, 0xff, 0x7f]))).toThrow(thrown('damaged'));
    expect(read(patched(zip, 10, [99, 0]))).toThrow(thrown('damaged'));
    expect(() => openZip(patched(zip, 16, [0xff, 0xff, 0xff, 0x7f], [0x50, 0x4b, 5, 6]))).toThrow(
      thrown('damaged'),
    );
  });
});
