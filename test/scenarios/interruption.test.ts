import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const roster = join(root, 'test/scenarios/files/county/agencies.csv');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-interrupted-'));
  mkdirSync(join(folder, 'tmp'));
  for (let copy = 0; copy < 8; copy += 1)
    cpSync(join(root, 'samples'), join(folder, 'reports', String(copy)), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inCache = (cache: string): number =>
  readdirSync(cache, { recursive: true }).filter((name) => /\./.test(String(name))).length;

/** Runs an audit; with `until`, Ctrl-C is pressed once the cache holds so many answers. */
async function audit(args: string[], cache: string, until?: number) {
  mkdirSync(cache, { recursive: true });
  const command = [join(root, 'dist/cli/main.js'), 'audit', 'reports', '--fail-on', 'never', ...args];
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: { PATH: process.env['PATH'], TMPDIR: join(folder, 'tmp') },
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  if (until !== undefined) {
    const news = watch(cache, { recursive: true });
    for await (const { filename } of news) if (filename !== null && inCache(cache) >= until) break;
    child.kill('SIGINT');
  }
  const [stdout, stderr] = await said;
  return { status: await exit, stdout, stderr };
}

const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

test('what is done before Ctrl-C is written, and the next run goes on from there to the same end', async () => {
  const cache = join(folder, 'out/.cache');
  const interrupted = await audit(['--format', 'all', '--out', 'out'], cache, 20);
  expect(interrupted.status).toBe(130);
  const done = lines(join(folder, 'out/audits.ndjson'));
  expect(interrupted.stderr).toContain(`完成 ${done.length} 份`);
  expect(readFileSync(join(folder, 'out/audits.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect((await audit(['--format', 'all', '--out', 'out'], cache)).status).toBe(0);
  const all = lines(join(folder, 'out/audits.ndjson'));
  expect(done).toEqual(all.slice(0, done.length));
  const whole = await audit(['--format', 'ndjson'], cache);
  expect(whole.stdout.trimEnd().split('\n')).toEqual(all);
});

test('a reading for comparison that is interrupted leaves no file and says of nobody that a report is missing', async () => {
  const cache = join(folder, 'cache');
  const args = ['--format', 'json', '--roster', roster, '--cache', cache];
  const { status, stdout } = await audit(args, cache, 5);
  expect(status).toBe(130);
  expect(JSON.parse(stdout)).toMatchObject({ audits: [] });
  expect(stdout).not.toContain('missing');
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});
