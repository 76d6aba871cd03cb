import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const noFullDisk = !existsSync('/dev/full');
if (noFullDisk) console.warn('there is no /dev/full: a full disk is not tested');

/** Exit status and what is said, of a run whose standard output is a full disk unless `--out` says otherwise. */
function audited(...args: string[]): { status: number | null; stderr: string } {
  const command = ['exec "$0" dist/cli/main.js audit samples/*.txt "$@" --fail-on never >/dev/full'];
  const { status, stderr } = spawnSync('sh', ['-c', ...command, process.execPath, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stderr };
}

describe.skipIf(noFullDisk)('a full disk is told in one line, and is no finding', () => {
  test.each(['pretty', 'ndjson', 'xlsx'])('behind standard output: %s', (format) => {
    expect(audited('--format', format)).toEqual({
      status: 2,
      stderr: '错误：磁盘空间已满，“标准输出”未能写完。请腾出空间后重新运行。\n',
    });
  });

  test.each(['csv', 'ndjson', 'xlsx'])('behind a file: %s', (format) => {
    expect(audited('--format', format, '--out', '/dev/full', '--lang', 'en')).toEqual({
      status: 2,
      stderr:
        'error: The disk is full; /dev/full could not be written to its end. Make room and run the command again.\n',
    });
  });
});
