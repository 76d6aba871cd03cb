import type { Localised } from './form.js';

/** Stable codes of inputs that cannot be read at all; the message catalogue has the words and the remedy. */
export type InputErrorCode =
  | 'not-found'
  | 'not-permitted'
  | 'no-files'
  | 'empty'
  | 'unknown-format'
  | 'several'
  | 'too-large'
  | 'encrypted'
  | 'damaged'
  | 'no-report'
  | 'scanned'
  | 'illegible'
  | 'unsafe-xml'
  | 'too-deep'
  | 'invalid-json';

/**
 * An input that cannot be read. `place` says where in the file, when known (line, entry of a zip, page); `details` lists every mistake
 * where there may be several.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    readonly code: InputErrorCode,
    readonly values: Record<string, string> = {},
    readonly place: string | null = null,
    readonly details: readonly Localised[] = [],
  ) {
    super(code);
  }
}
