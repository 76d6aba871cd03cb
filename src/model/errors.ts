import type { Localised } from './form.js';

/** Stable codes of inputs that cannot be read at all; the message catalogue has the words and the remedy. */
export type InputErrorCode =
  | 'not-found'
  | 'not-permitted'
  | 'not-a-file'
  | 'no-files'
  | 'empty'
  | 'unknown-format'
  | 'several'
  | 'unparted'
  | 'no-such-report'
  | 'too-large'
  | 'encrypted'
  | 'damaged'
  | 'no-report'
  | 'about-report'
  | 'register'
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

/** `crashed` and `late`: the input cost every thread that tried it, or more time than it was given; `internal`: the program failed. */
export type FailureCode = InputErrorCode | 'internal' | 'crashed' | 'late';

/** Why an input has no audit: it could not be read, it is no annual report, it goes beyond a bound, or the program failed at it. */
export const failureKinds = ['unreadable', 'notReport', 'limit', 'crash'] as const;
export type FailureKind = (typeof failureKinds)[number];

const kinds: Partial<Record<FailureCode, FailureKind>> = {
  'no-report': 'notReport',
  'about-report': 'notReport',
  register: 'notReport',
  'too-large': 'limit',
  'too-deep': 'limit',
  late: 'limit',
  crashed: 'crash',
  internal: 'crash',
};

/** What is of no other kind could not be read. */
export function failureKindOf(code: FailureCode): FailureKind {
  return kinds[code] ?? 'unreadable';
}
