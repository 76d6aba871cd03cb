import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer, Job } from './auditor.js';
import { audits, digests, openCache } from './cache.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-cache-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const job = (name: string, text: string): Job => ({ name, bytes: Buffer.from(text) });

/** An auditor that says how often it was asked. */
function counting(): { audit: (asked: Job) => Promise<Answer>; asked: string[] } {
  const asked: string[] = [];
  const audit = ({ name, bytes }: Job): Promise<Answer> => {
    asked.push(name);
    const failure = {
      name,
      kind: 'unreadable',
      code: 'empty',
      reason: '',
      remedy: '',
      place: null,
      details: [],
    } as const;
    if (bytes.length === 0) return Promise.resolve({ kind: 'failure', failure: { ...failure, details: [] } });
    const summary = {
      name,
      agency: null,
      level: 'unknown',
      kind: 'unknown',
      year: null,
      grade: 'A',
      score: 100,
      verdictText: '',
      share: 1,
      counts: { error: 0, warning: 0, info: 0 },
      dismissed: 0,
      reviewed: [],
      rules: [],
    } as const;
    const texts = ['', `一\n${Buffer.from(bytes).toString()}😀`, 'z'];
    return Promise.resolve({
      kind: 'audit',
      summary: { ...summary, reviewed: [], rules: [] },
      texts,
      timing: null,
    });
  };
  return { audit, asked };
}

test('an audit is made once for the same name, bytes and basis', async () => {
  const { audit, asked } = counting();
  const jobs = [job('a', 'x'), job('a', 'x'), job('b', 'x'), job('a', 'y')];
  const cache = openCache(folder, 'one', audits);
  for (const each of jobs) expect(await cache.around(each, audit)).toEqual(await counting().audit(each));
  expect(asked).toEqual(['a', 'b', 'a']);
  await openCache(folder, 'two', audits).around(job('a', 'x'), audit);
  expect(asked).toHaveLength(4);
});

test('a failure is tried again, and so is what was not kept as it was', async () => {
  const { audit, asked } = counting();
  const cache = openCache(folder, 'one', audits);
  await cache.around(job('a', ''), audit);
  await cache.around(job('a', ''), audit);
  await cache.around(job('b', 'x'), audit);
  expect(asked).toEqual(['a', 'a', 'b']);
  const [kept = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.audit'),
  );
  const whole = readFileSync(join(folder, kept));
  const changed = [whole.subarray(0, -3), whole.map((byte, at) => (at === whole.length - 1 ? 0x31 : byte))];
  for (const each of changed) {
    writeFileSync(join(folder, kept), each);
    expect(await cache.around(job('b', 'x'), audit)).toEqual(await counting().audit(job('b', 'x')));
  }
  expect(asked).toEqual(['a', 'a', 'b', 'b', 'b']);
});

test('what reports tell is kept beside the audits, without the report', async () => {
  const { grams, bands } = { grams: Uint32Array.of(1, 2), bands: Uint32Array.of(3) };
  const digest = { name: 'a', numbers: { 't3.received.total': 4 }, prose: { 一: { grams, bands } } };
  let asked = 0;
  const read = () => {
    asked += 1;
    return Promise.resolve({
      kind: 'digest',
      digests: [digest],
      report: Uint8Array.of(1),
    } as unknown as Answer);
  };
  const cache = openCache(folder, 'one', digests);
  await openCache(folder, 'one', audits).around(job('a', 'x'), counting().audit);
  expect(await cache.around(job('a', 'x'), read)).toMatchObject({ report: Uint8Array.of(1) });
  expect(await cache.around(job('a', 'x'), read)).toEqual({
    kind: 'digest',
    digests: [digest],
    report: null,
  });
  expect(asked).toBe(1);
});

test('a cache that cannot be written is told', async () => {
  writeFileSync(join(folder, 'file'), '');
  const cache = openCache(join(folder, 'file'), 'one', audits);
  await expect(cache.around(job('a', 'x'), counting().audit)).rejects.toThrow('usage.cannotWrite');
});
