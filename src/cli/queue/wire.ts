import { deserialize, serialize } from 'node:v8';
import type { Redis } from 'ioredis';
import type { Failure } from '../../report/renderer.js';
import type { Host } from '../host.js';
import type { WorkerData } from '../pool/worker.js';
import { UsageError } from '../usage-error.js';
import { programHash } from '../pool/cache.js';

/** What all jobs of a run have in common. It is kept in Redis once, not with every job. */
export interface Setup extends WorkerData {
  /** Seconds that one file may take. */
  limit: number;
}

/** What travels with a job. */
export interface Parcel {
  setup: string;
  /** Name of the file, for those who list the dead letters. */
  name: string;
  /** The packed job. */
  job: string;
}

/** Seconds that a setup outlives its last use. */
export const setupLife = 7 * 24 * 3600;

export const setupKey = (id: string): string => `gouji:setup:${id}`;

/** Only the same program works on a queue: another version would give other results. */
export function queueName({ version, code }: Host): string {
  return `gouji-${version}-${programHash(code).slice(0, 12)}`;
}

/** A job that goes beyond a bound, or that the program fails at, is kept as a dead letter. */
export function isDead({ kind }: Failure): boolean {
  return kind === 'limit' || kind === 'crash';
}

export function pack(value: unknown): string {
  return serialize(value).toString('base64');
}

export function unpack(text: string): unknown {
  return deserialize(Buffer.from(text, 'base64'));
}

/** Waits for Redis as long as it takes: it may be started again in the middle of a run. */
export const patience = { maxRetriesPerRequest: null };

/** Seconds in which a Redis must answer at first. */
const patienceAtFirst = 4;

/** The address as it may be shown: without a password. */
function shown(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//…@');
}

/**
 * Makes sure that a Redis answers there, before anything waits for it.
 * @throws UsageError when the address is none, or nothing answers in time
 */
async function firstAnswer(url: string, signal: AbortSignal | undefined): Promise<void> {
  if (!/^rediss?:\/\/[^\s]+$/.test(url) || !URL.canParse(url))
    throw new UsageError('usage.queueAddress', { url: shown(url) });
  const { Redis } = await import('ioredis');
  let detail = '';
  const probe = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 1000 * patienceAtFirst,
    commandTimeout: 1000 * patienceAtFirst,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  probe.on('error', (error: Error) => (detail = error.message));
  const over = new Promise<never>((_, reject) => {
    const give = () => reject(new Error(detail));
    probe.on('end', give);
    AbortSignal.timeout(1000 * patienceAtFirst).addEventListener('abort', give);
    signal?.addEventListener('abort', give);
  });
  try {
    await Promise.race([probe.connect().then(() => probe.ping()), over]);
  } catch (error) {
    if (detail === '' && error instanceof Error) detail = error.message;
    throw new UsageError('usage.queueSilent', { url: shown(url), seconds: patienceAtFirst, detail });
  } finally {
    probe.disconnect();
  }
}

/**
 * Connects to the Redis once it has answered; its loss is no failure afterwards.
 * @throws UsageError
 */
export async function connect(url: string, signal?: AbortSignal): Promise<Redis> {
  await firstAnswer(url, signal);
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, patience);
  // Every command waits for the connection; its loss is no failure.
  redis.on('error', () => undefined);
  return redis;
}
