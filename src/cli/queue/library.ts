import { UsageError } from '../usage-error.js';

/** What works with a queue; the packages behind it are optional. */
async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    await import('bullmq');
    return await load();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw code === 'ERR_MODULE_NOT_FOUND' ? new UsageError('usage.noQueue') : error;
  }
}

export const producer = () =>
  loaded(async () => {
    const { openQueue } = await import('./producer.js');
    return { openQueue };
  });

export const consumer = () =>
  loaded(async () => {
    const { deadLetters, workOn } = await import('./consumer.js');
    return { deadLetters, workOn };
  });
