import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { full } from '../depth.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a command prints; it fails unless the command succeeds. */
async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  const options = { cwd: folder, maxBuffer: 1 << 26, shell: process.platform === 'win32' };
  return (await promisify(execFile)(command, args, options)).stdout;
}

const reachable = await run(root, 'npm', 'view', 'node', 'version', '--fetch-retries=0').then(
  () => true,
  () => false,
);
if (!reachable) console.warn('the registry of npm cannot be reached: the published package is not tested');

/** At full depth the package is built anew before it is packed; else it has what was built for the scenarios, without types. */
const left = new Set(['node_modules', '.git', '.tmp', ...(full ? ['dist'] : [])]);
const packing = full ? [] : ['--ignore-scripts'];

const program = `
  import { readFile } from 'node:fs/promises';
  import { audit, auditMany, extract, InputError, loadRules, render } from 'gouji';
  const name = '06-arithmetic.html';
  const bytes = await readFile('node_modules/gouji/samples/' + name);
  const { schema, grade } = await audit(bytes, { name, lang: 'en' });
  const refused = await audit(new Uint8Array()).catch((error) => error);
  const rules = loadRules({ name: 'own.yaml', text: 'disable: [T3-COL]' });
  const many = [];
  for await (const each of auditMany([{ name, bytes }], { rules })) many.push(each.audit);
  const { cells } = await extract(bytes, { name });
  let size = 0;
  for await (const chunk of render(many, 'xlsx')) size += chunk.length;
  const code = refused instanceof InputError && refused.code;
  console.log(JSON.stringify([schema, grade, many.length, Object.keys(cells).length > 100, size > 1000, code]));`;

const typed = `
  import { audit, auditMany, render, type Audit, type AuditSettings, type Source } from 'gouji';
  const settings: AuditSettings = { name: 'a.txt', lang: 'en', year: 2023 };
  const result: Audit = await audit(new Uint8Array(), settings);
  export const grade: string = result.grade;
  const sources: Source[] = [{ name: 'a.txt', bytes: new Uint8Array() }];
  for await (const each of auditMany(sources)) if ('audit' in each) render([each.audit], 'csv');
  // @ts-expect-error there is no such language
  await audit(new Uint8Array(), { lang: 'fr' });`;

describe.skipIf(!reachable)('the published package', () => {
  let folder = '';
  let project = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-published-'));
    project = join(folder, 'project');
    const source = join(folder, 'source');
    cpSync(root, source, { recursive: true, filter: (path) => !left.has(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(source, 'node_modules'), 'junction');
    await run(source, 'npm', 'pack', ...packing, '--pack-destination', folder);
    const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    writeFileSync(join(project, 'use.mjs'), program);
    writeFileSync(join(project, 'typed.ts'), typed);
    const quietly = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
    await run(project, 'npm', 'install', join(folder, packed), '--omit=optional', ...quietly);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(full ? ['20', '22', '24'] : ['this one'])('works on Node %s', async (version) => {
    const node = (...args: string[]) =>
      full
        ? run(project, 'npx', '-y', '-p', `node@${version}`, 'node', ...args)
        : run(project, process.execPath, ...args);
    if (full) expect(await node('--version')).toMatch(new RegExp(`^v${version}\\.`));
    expect(JSON.parse(await node('use.mjs'))).toEqual(['gouji.audit/1', 'C', 1, true, true, 'empty']);
    const cli = 'node_modules/gouji/dist/cli/main.js';
    const inputs = ['audit', 'node_modules/gouji/samples', '--fail-on', 'never'];
    const printed = await node(cli, ...inputs, '--format', 'ndjson', '--jobs', '2');
    expect(printed).toBe(await run(project, process.execPath, cli, ...inputs, '--format', 'ndjson'));
    expect(printed.trimEnd().split('\n').length).toBeGreaterThan(10);
  });

  test.runIf(full)('has types that are right and complete', async () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--lib', 'es2022,dom'];
    await run(project, process.execPath, compiler, ...options, '--target', 'es2022', 'typed.ts');
  });
});
