import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';

/** A value as JSON, compressed: reports and audits wait in this form, so that a thousand of them stay small. */
export type Packed = Uint8Array;

/** Level 1 takes a third of the time and a fifth more room than the usual one. */
const level = 1;

/** The value as compressed JSON. */
export const packed = (value: unknown): Packed => gzipSync(strToU8(JSON.stringify(value)), { level });

/** The value that was packed; its type is what the caller packed. */
export const opened = <Value>(bytes: Packed): Value => JSON.parse(strFromU8(gunzipSync(bytes))) as Value;
