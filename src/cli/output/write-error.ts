import type { MessageKey } from '../../report/translate.js';
import { UsageError } from '../usage-error.js';

const keys: Readonly<Record<string, MessageKey>> = {
  ENOSPC: 'usage.diskFull',
  EDQUOT: 'usage.diskFull',
  EACCES: 'usage.mayNotWrite',
  EPERM: 'usage.mayNotWrite',
  EROFS: 'usage.mayNotWrite',
};

/** What is told of a file or folder that the system would not write; `path` as the user knows it. */
export function writeError(path: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const detail = error instanceof Error ? error.message : String(error);
  return new UsageError(keys[code] ?? 'usage.cannotWrite', { path, detail });
}
