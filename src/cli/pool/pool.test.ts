import { describe, expect, test } from 'vitest';
import { createPool, type Fate, type Pool } from './pool.js';
import type { Result } from './auditor.js';
import type { WorkerData } from './worker.js';

const resultOf = (name: string, reason: string): Result => ({
  kind: 'failure',
  failure: { name, kind: 'unreadable', code: 'empty', reason, remedy: '', place: null, details: [] },
});

/** A thread that answers as the real one does, except that some jobs kill it, end it or never end. */
const thread = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ name }) => {
    if (name.startsWith('dies')) throw new Error('out of memory');
    if (name.startsWith('exits')) process.exit(3);
    if (name.startsWith('hangs')) for (;;);
    const failure = { name, kind: 'unreadable', code: 'empty', reason: 'done', remedy: '', place: null, details: [] };
    parentPort.postMessage({ kind: 'failure', failure });
  });
  parentPort.postMessage('ready');`;

const moduleOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/** What becomes of jobs that are given to the pool at once. */
async function fates(names: string[], code = thread, threads = 2): Promise<string[]> {
  const told = ({ name }: { name: string }, fate: Fate) =>
    resultOf(name, fate.kind === 'crashed' ? `crashed: ${String(fate.error)}` : fate.kind);
  const pool: Pool = createPool({
    threads,
    module: moduleOf(code),
    data: {} as WorkerData,
    limit: 300,
    gaveUp: told,
  });
  try {
    const answers = await Promise.all(names.map((name) => pool.audit({ name, bytes: new Uint8Array() })));
    return answers.map((answer) => {
      if (answer.kind !== 'failure') throw new Error(answer.kind);
      return `${answer.failure.name} ${answer.failure.reason}`;
    });
  } finally {
    await pool.close();
  }
}

const names = (count: number) => Array.from({ length: count }, (_, index) => String(index));

describe('a job that costs its thread is given up and named, the others lose nothing', () => {
  test.each([
    ['dies', 'crashed: Error: out of memory'],
    ['exits', 'crashed: null'],
    ['hangs', 'late'],
  ])('%s', async (bad, reason) => {
    const jobs = [...names(5), bad, ...names(5), `${bad} too`, ...names(20)];
    const expected = jobs.map((name) => `${name} ${name.startsWith(bad) ? reason : 'done'}`);
    expect(await fates(jobs)).toEqual(expected);
    expect(await fates(jobs, thread, 1)).toEqual(expected);
  });
});

test('threads that cannot start fail every job, and blame none', async () => {
  await expect(fates(names(20), 'throw new Error("no such module")')).rejects.toThrow('no such module');
  await expect(fates(names(20), 'process.exit(4)')).rejects.toThrow('4');
});

test('no thread is started for a job that comes after the end', async () => {
  const told = ({ name }: { name: string }) => resultOf(name, 'given up');
  const data = {} as WorkerData;
  const pool = createPool({ threads: 1, module: moduleOf(thread), data, limit: 300, gaveUp: told });
  await pool.close();
  await expect(pool.audit({ name: 'late', bytes: new Uint8Array() })).rejects.toThrow('closed');
});
