import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { auditMany, parseRoster, type Source } from '../../src/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'test/scenarios/files/county';
const reports = ['water', 'county', 'culture'].map((name) => `${folder}/2023/${name}.json`);

interface Printed {
  audits: { source: { name: string } }[];
  roster: unknown;
}

async function audited(inputs: readonly string[], jobs: string, timeZone: string): Promise<string> {
  const beside = ['--prior', `${folder}/2022`, '--roster', `${folder}/agencies.csv`];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      'dist/cli/main.js',
      'audit',
      ...inputs,
      ...beside,
      '--format',
      'json',
      '--fail-on',
      'never',
      '--jobs',
      jobs,
    ],
    { cwd: root, env: { PATH: process.env['PATH'] ?? '', TZ: timeZone }, maxBuffer: 1 << 26 },
  );
  return stdout;
}

/** The same by the library. */
async function byLibrary(): Promise<unknown[]> {
  const source = (name: string): Source => ({ name, bytes: readFileSync(join(root, name)) });
  const prior = readdirSync(join(root, folder, '2022')).map((name) => source(`${folder}/2022/${name}`));
  const roster = parseRoster(readFileSync(join(root, folder, 'agencies.csv'), 'utf8')).entries;
  const audits: unknown[] = [];
  for await (const each of auditMany(reports.map(source), { prior, roster }))
    if ('audit' in each) audits.push(each.audit);
  return audits;
}

const byName = (text: string): Printed => {
  const printed = JSON.parse(text) as Printed;
  printed.audits.sort((one, other) => (one.source.name < other.source.name ? -1 : 1));
  return printed;
};

test('reports that are compared with each other tell the same at any number of threads and in any order', async () => {
  const one = await audited(reports, '1', 'UTC');
  expect(JSON.parse(one)).toMatchObject({
    roster: { missing: [{ year: 2023, agency: '临溪县教育局' }] },
    failures: [],
  });
  expect(await audited(reports, '3', 'Asia/Shanghai')).toBe(one);
  expect(await byLibrary()).toEqual((JSON.parse(one) as Printed).audits);
  const turned = await audited([...reports].reverse(), '2', 'UTC');
  expect(byName(turned)).toEqual(byName(one));
});
