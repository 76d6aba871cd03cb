import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const secrets = ['欧阳某某', '栖霞路八号院', '110101199003071234', '13912345678'];
const [name = '', address = '', identity = '', telephone = ''] = secrets;

/** Rows that are counted, and rows whose words name somebody. */
const register = `${name}等人的申请2023年
编号,收到日期,申请人,申请人类型,证件号,地址,联系电话,答复日期,办理结果
A1,2023-01-05,${name},自然人,${identity},${address},${telephone},2023-02-01,予以公开
A2,2023-03-05,${name},${name},${identity},${address},${telephone},2023-03-20,予以公开
A3,2023-04-05,${name},自然人,${identity},${address},${telephone},${telephone},答复${name}
A${identity},${address},${name},企业,${identity},${address},${telephone},,办理中
`;

const report = {
  schema: 'gouji.report/1',
  agency: { name: '临溪县水利局', level: 'county' },
  year: 2023,
  form: '2021',
  cells: { 't3.received.naturalPerson': 0, 't3.received.total': 0, 't3.granted.total': 0 },
  sections: [],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-register-'));
  mkdirSync(join(folder, 'tmp'));
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
  writeFileSync(join(folder, 'register.csv'), register);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function audit(...args: string[]): string {
  const command = [
    program,
    'audit',
    'report.json',
    '--register',
    'register.csv',
    '--fail-on',
    'never',
    ...args,
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, {
    cwd: folder,
    env: { PATH: process.env['PATH'], TMPDIR: join(folder, 'tmp') },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return stdout + stderr;
}

/** What a file holds, unpacked, in both ways in which text is kept. */
function textsOf(path: string): string[] {
  const bytes = new Uint8Array(readFileSync(path));
  const parts = bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.flatMap((part) => [
    strFromU8(part),
    ...[0, 1].map((start) => Buffer.from(part.subarray(start)).toString('utf16le')),
  ]);
}

/** The files that the audits left, in all folders but the one they were given. */
const left = (...folders: string[]): string[] =>
  folders
    .flatMap((each) =>
      readdirSync(join(folder, each), { recursive: true }).map((path) => join(folder, each, String(path))),
    )
    .filter((path) => statSync(path).isFile());

test('an audit beside a register leaves no applicant in its streams, files or cache', () => {
  const streams = ['ndjson', 'pretty', 'json', 'sarif', 'md', 'ndjson'].map((format) =>
    audit('--format', format, '--cache', 'cache'),
  );
  streams.push(audit('--format', 'all', '--out', 'out', '--cache', 'cache'));
  expect(streams.filter((text) => text.includes('1!3')).length).toBeGreaterThan(3);
  const files = left('cache', 'out', 'tmp');
  expect(files.length).toBeGreaterThan(5);
  expect(
    left('cache')
      .flatMap(textsOf)
      .some((text) => text.includes(report.agency.name)),
  ).toBe(true);
  const all = [...streams, ...files, ...files.flatMap(textsOf)];
  expect(secrets.filter((secret) => all.some((text) => text.includes(secret)))).toEqual([]);
});
