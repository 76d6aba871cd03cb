import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Result } from './auditor.js';
import { inOrder } from './pool.js';

const resultOf = (name: string): Result => ({
  part: {
    kind: 'failure',
    failure: { name, code: 'empty', reason: '', remedy: '', place: null, details: [] },
  },
  timing: null,
});

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
    const inputs = delays.map((_, index) => ({ name: String(index), path: null }));
    const results: Result[] = [];
    for await (const result of inOrder(inputs, audit, ahead)) results.push(result);
    expect(results).toEqual(inputs.map(({ name }) => resultOf(name)));
    expect(most).toBeLessThanOrEqual(ahead);
  },
);
