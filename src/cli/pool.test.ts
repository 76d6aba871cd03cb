import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Result } from './auditor.js';
import { createPool, inOrder } from './pool.js';
import type { WorkerData } from './worker.js';

const resultOf = (name: string, reason = ''): Result => ({
  part: { kind: 'failure', failure: { name, code: 'empty', reason, remedy: '', place: null, details: [] } },
  timing: null,
});
const inputsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: String(index), path: null }));

test.prop([fc.array(fc.nat(5), { maxLength: 30 }), fc.integer({ min: 1, max: 8 })])(
  'results come in input order whatever finishes first, with no more in work than asked',
  async (delays, ahead) => {
    let working = 0;
    let most = 0;
    const audit = async ({ name }: { name: string }) => {
      working += 1;
      most = Math.max(most, working);
      for (let turn = delays[Number(name)] ?? 0; turn > 0; turn -= 1) await Promise.resolve();
      working -= 1;
      return [resultOf(name)];
    };
    const results: Result[] = [];
    for await (const result of inOrder(inputsOf(delays.length), audit, ahead)) results.push(result);
    expect(results).toEqual(inputsOf(delays.length).map(({ name }) => resultOf(name)));
    expect(most).toBeLessThanOrEqual(ahead);
  },
);

describe('threads', () => {
  /** A thread that answers as the real one does, and dies of the input that `dies` names. */
  const module = (dies: string) =>
    new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', ({ name }) => {
          if (name === '${dies}') throw new Error('out of memory');
          const failure = { name, code: 'empty', reason: 'thread', remedy: '', place: null, details: [] };
          parentPort.postMessage([{ part: { kind: 'failure', failure }, timing: null }]);
        });`)}`,
    );
  const died = ({ name }: { name: string }) => resultOf(name, 'died');

  test.each([
    ['nothing', []],
    ['1', ['1']],
  ])('a thread that dies of %s takes only that with it', async (dies, expected) => {
    const here = ({ name }: { name: string }) => Promise.resolve([resultOf(name, 'here')]);
    const pool = createPool(3, here, module(dies), {} as WorkerData, died);
    const results: Result[] = [];
    for await (const result of inOrder(inputsOf(40), pool.audit, 12)) results.push(result);
    await pool.close();
    const failures = results.flatMap(({ part }) => (part.kind === 'failure' ? [part.failure] : []));
    expect(failures.map(({ name }) => name)).toEqual(inputsOf(40).map(({ name }) => name));
    expect(failures.filter(({ reason }) => reason === 'died').map(({ name }) => name)).toEqual(expected);
  });
});
