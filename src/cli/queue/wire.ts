import { deserialize, serialize } from 'node:v8';
import { Redis } from 'ioredis';
import type { Failure } from '../../report/renderer.js';
import type { Host } from '../host.js';
import type { WorkerData } from '../worker.js';
import { programHash } from '../cache.js';

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

export function connect(url: string): Redis {
  const redis = new Redis(url, patience);
  // Every command waits for the connection; its loss is no failure.
  redis.on('error', () => undefined);
  return redis;
}
