import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function audited(jobs: string, environment: Record<string, string>): Promise<string> {
  const args = [
    'dist/cli/main.js',
    'audit',
    'samples',
    '--format',
    'json',
    '--fail-on',
    'never',
    '--jobs',
    jobs,
  ];
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    env,
    maxBuffer: 1 << 26,
  });
  return stdout;
}

test('the same bytes come out at any number of threads, in any locale and time zone', async () => {
  const one = await audited('1', { LANG: 'C', TZ: 'UTC' });
  expect(JSON.parse(one)).toMatchObject({ failures: [] });
  expect(await audited('2', { LANG: 'zh_CN.GB18030', TZ: 'Asia/Shanghai' })).toBe(one);
  expect(await audited('7', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'America/St_Johns' })).toBe(
    one,
  );
});
