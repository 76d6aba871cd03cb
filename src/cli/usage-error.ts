import type { MessageKey } from '../report/translate.js';

/** A command that cannot be run as asked; ends the program with status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    readonly key: MessageKey,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key);
  }
}
