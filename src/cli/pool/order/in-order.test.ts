import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { inOrder, limited } from './in-order.js';

/** As many turns of the event loop as asked for. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

test.prop([fc.array(fc.nat(5), { maxLength: 30 }), fc.integer({ min: 1, max: 8 })])(
  'outcomes come in the order of the items whatever ends first, with no more begun than asked',
  async (delays, ahead) => {
    let working = 0;
    let most = 0;
    const begin = async ([index, delay]: [number, number]) => {
      working += 1;
      most = Math.max(most, working);
      await turns(delay);
      working -= 1;
      return index;
    };
    expect(await all(inOrder(delays.entries(), begin, ahead))).toEqual(delays.map((_, index) => index));
    expect(most).toBeLessThanOrEqual(ahead);
  },
);

test('a failure is thrown in its turn', async () => {
  const seen: number[] = [];
  const begin = (item: number) => (item === 2 ? Promise.reject(new Error('no')) : Promise.resolve(item));
  await expect(async () => {
    for await (const each of inOrder([0, 1, 2, 3], begin, 4)) seen.push(each);
  }).rejects.toThrow('no');
  expect(seen).toEqual([0, 1]);
});

test('a signal ends it at once, even while it waits for an outcome that never comes', async () => {
  const controller = new AbortController();
  const begin = (item: number) => {
    if (item < 2) return Promise.resolve(item);
    queueMicrotask(() => controller.abort());
    return new Promise<number>(() => undefined);
  };
  expect(await all(inOrder([0, 1, 2, 3], begin, 1, controller.signal))).toEqual([0, 1]);
});

test.prop([fc.array(fc.nat(5), { maxLength: 30 }), fc.integer({ min: 1, max: 4 })])(
  'no more tasks run at a time than allowed, all of them run',
  async (delays, count) => {
    const gate = limited(count);
    let working = 0;
    let most = 0;
    const task = async (delay: number) => {
      working += 1;
      most = Math.max(most, working);
      await turns(delay);
      working -= 1;
      return delay;
    };
    expect(await Promise.all(delays.map((delay) => gate(() => task(delay))))).toEqual(delays);
    expect(most).toBe(Math.min(count, delays.length));
  },
);
