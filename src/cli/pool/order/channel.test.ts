import { expect, test } from 'vitest';
import { channel } from './channel.js';

test('values come one by one, a put waits for the reader', async () => {
  const { values, put, end } = channel<number>();
  const events: string[] = [];
  const writing = (async () => {
    for (const value of [1, 2]) {
      await put(value);
      events.push(`put ${value}`);
    }
    end();
  })();
  for await (const value of values) events.push(`read ${value}`);
  await writing;
  expect(events).toEqual(['read 1', 'put 1', 'read 2', 'put 2']);
});

test('a reader that stops holds nobody up', async () => {
  const { values, put } = channel<number>();
  const first = put(1);
  for await (const value of values) {
    expect(value).toBe(1);
    break;
  }
  await first;
  await put(2);
});
