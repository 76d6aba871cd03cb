import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { agrees, parseScenario, printScenario, type Scenario } from './scenario.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/cli/main.js');
/** Set to write what the program says into the scenario files instead of comparing. */
const update = process.env['UPDATE_SCENARIOS'] !== undefined;

type Outcome = Pick<Scenario, 'status' | 'stdout' | 'stderr' | 'files'>;

async function run({ assets, command, stdin, files }: Scenario): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-scenario-'));
  try {
    symlinkSync(join(root, 'samples'), join(folder, 'samples'));
    symlinkSync(join(here, 'files'), join(folder, 'files'));
    for (const [name, body] of assets) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), body);
    }
    const [name, ...args] = command.split(' ');
    expect(name).toBe('gouji');
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    });
    child.stdin.end(stdin);
    const exit = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
    const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    const written = [...files.keys()].map((file): [string, string] => [
      file,
      readFileSync(join(folder, file), 'utf8').trimEnd(),
    ]);
    return { status, stdout: stdout.trimEnd(), stderr: stderr.trimEnd(), files: new Map(written) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const scenarios = readdirSync(here).filter((name) => name.endsWith('.scenario'));

describe.concurrent('scenarios', () => {
  test.each(scenarios)('%s', async (file) => {
    const path = join(here, file);
    const scenario = parseScenario(readFileSync(path, 'utf8'));
    const actual = await run(scenario);
    // What differs only where the scenario says `{any}` is the same.
    const unlessSame = (expected: string, text: string) => (agrees(expected, text) ? expected : text);
    const said = {
      ...actual,
      stdout: unlessSame(scenario.stdout, actual.stdout),
      stderr: unlessSame(scenario.stderr, actual.stderr),
      files: new Map(
        [...actual.files].map(([name, body]) => [name, unlessSame(scenario.files.get(name) ?? '', body)]),
      ),
    };
    if (update) writeFileSync(path, printScenario({ ...scenario, ...said }));
    else {
      const { status, stdout, stderr, files } = scenario;
      expect(said).toEqual({ status, stdout, stderr, files });
    }
  });
});
