import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/cli/main.js');
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) console.warn('redis-server is not installed: the queue is not tested');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Enough files to be interrupted in the middle: every sample several times, an archive, an empty file. */
function layOut(folder: string): void {
  const samples = readdirSync(join(root, 'samples')).filter((name) => !name.startsWith('.'));
  for (let copy = 0; copy < 3; copy += 1) {
    mkdirSync(join(folder, String(copy)), { recursive: true });
    for (const name of samples) {
      if (/\.(?:txt|html)$/.test(name)) cpSync(join(root, 'samples', name), join(folder, String(copy), name));
    }
  }
  const entry = (name: string) => strToU8(readFileSync(join(root, 'samples', name), 'utf8'));
  const entries = Object.fromEntries(samples.slice(0, 3).map((name) => [name, entry(name)]));
  writeFileSync(join(folder, '2', 'all.zip'), zipSync(entries));
  writeFileSync(join(folder, '2', 'empty.txt'), '');
}

const output = async (child: ChildProcess): Promise<string> => {
  child.stderr?.resume();
  return child.stdout === null ? '' : text(child.stdout);
};
/** Waits until the first audits have come out. */
const begun = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    let length = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > 20_000) resolve();
    });
  });
const kill = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
};

/** A Redis of its own, and programs that work with it in the folder; `end` ends them all. */
async function openQueue(folder: string) {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const started: ChildProcess[] = [];
  const gouji = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    });
    started.push(child);
    return child;
  };
  const startRedis = async (): Promise<ChildProcess> => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const server = spawn('redis-server', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(server);
    for await (const line of createInterface(server.stdout))
      if (line.includes('Ready to accept connections')) break;
    server.stdout.resume();
    return server;
  };
  return {
    port,
    url,
    gouji,
    startRedis,
    redis: await startRedis(),
    audit: (...more: string[]) =>
      gouji('audit', 'reports', '--format', 'json', '--fail-on', 'never', '--queue', url, ...more),
    worker: () => {
      const child = gouji('worker', '--queue', url, '--jobs', '1');
      child.stderr?.resume();
      return child;
    },
    end: () => Promise.all(started.splice(0).map(kill)),
  };
}

// At the same time: most of the time they wait for the job of a worker that is gone to be called lost.
describe.skipIf(!hasRedis).concurrent('a queue', () => {
  let folder = '';
  let local = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-queue-'));
    layOut(join(folder, 'reports'));
    const args = [program, 'audit', 'reports', '--format', 'json', '--fail-on', 'never'];
    local = await output(spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env['PATH'] } }));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const opened = async ({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) => {
    const queue = await openQueue(folder);
    onTestFinished(async () => {
      await queue.end();
    });
    return queue;
  };

  test('gives the same bytes in the same order as this machine alone, and leaves nothing behind', async (context) => {
    const { audit, worker, port } = await opened(context);
    worker();
    worker();
    expect(await output(audit())).toBe(local);
    const keys = spawnSync('redis-cli', ['-p', String(port), 'keys', 'bull:*:[0-9a-f]*']).stdout.toString();
    expect(keys.split('\n').filter((key) => /:[0-9a-f]{64}$/.test(key))).toEqual([]);
  });

  test('loses nothing when a worker is killed and another one joins', async (context) => {
    const { audit, worker } = await opened(context);
    const first = worker();
    const run = audit();
    const result = output(run);
    await begun(run);
    await kill(first);
    worker();
    expect(await result).toBe(local);
  });

  test('loses nothing when Redis is killed and starts anew, empty', async (context) => {
    const { audit, worker, redis, startRedis } = await opened(context);
    worker();
    const run = audit();
    const result = output(run);
    await begun(run);
    await kill(redis);
    await startRedis();
    expect(await result).toBe(local);
  });

  test('a run after one that was killed gives everything once', async (context) => {
    const { audit, worker } = await opened(context);
    worker();
    const first = audit();
    await begun(first);
    await kill(first);
    expect(await output(audit())).toBe(local);
  });

  test.sequential(
    'gives a file up that never ends, names and lists it, and loses nothing else',
    async (context) => {
      const { worker, gouji, url } = await opened(context);
      const sample = readFileSync(join(root, 'samples/01-clean-tab-rows.txt'), 'utf8');
      const poisoned = join(folder, 'poisoned');
      mkdirSync(poisoned, { recursive: true });
      writeFileSync(join(poisoned, 'a.txt'), sample);
      writeFileSync(join(poisoned, 'b.txt'), sample.repeat(12_000));
      writeFileSync(join(poisoned, 'c.txt'), `${sample}\n`);
      const args = ['audit', 'poisoned', '--format', 'json', '--fail-on', 'never', '--time-limit', '3'];
      worker();
      const queued = await output(gouji(...args, '--queue', url));
      interface Said {
        audits: { source: { name: string } }[];
        failures: { name: string; kind: string; code: string }[];
      }
      const { audits, failures } = JSON.parse(queued) as Said;
      expect(audits).toEqual((JSON.parse(await output(gouji(...args))) as Said).audits);
      expect(audits.map(({ source }) => source.name)).toEqual(['poisoned/a.txt', 'poisoned/c.txt']);
      // Which bound it meets first, of time or of size, depends on the machine.
      expect(failures).toMatchObject([{ name: 'poisoned/b.txt', kind: 'limit' }]);
      expect(await output(gouji('worker', '--queue', url, '--dead-letters'))).toMatch(
        /^poisoned\/b\.txt\t.+\n$/,
      );
    },
  );

  test('says when nobody works on it, and lists no dead letters', async (context) => {
    const { audit, gouji, url } = await opened(context);
    const waiting = audit();
    waiting.stdout?.resume();
    let said = '';
    for await (const chunk of waiting.stderr ?? []) {
      said += String(chunk);
      if (said.includes('gouji worker')) break;
    }
    expect(said).toContain('gouji worker --queue');
    expect(await output(gouji('worker', '--queue', url, '--dead-letters'))).toBe('');
  });
});
