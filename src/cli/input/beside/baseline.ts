import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { AuditDigest } from '../../../model/index.js';
import { inert } from '../../../report/tables/layout.js';
import type { Translate } from '../../../report/translate.js';
import type { Run } from '../../../review/read-audits.js';
import { readNeededFile } from '../regular-file.js';
import { UsageError } from '../../usage-error.js';

/** The audits of a file that the program wrote, and the inputs that have none. */
export async function openAudits(path: string): Promise<Run> {
  const { AuditsError, readAuditLines, readAudits } = await import('../../../review/read-audits.js');
  try {
    if (/\.ndjson$/i.test(path)) return await readAuditLines(linesOf(path));
    return readAudits((await readNeededFile(path)).toString('utf8'));
  } catch (error) {
    if (!(error instanceof AuditsError)) throw error;
    if (error.line === null) throw new UsageError('usage.noAudits', { path });
    throw new UsageError('usage.noAuditInLine', { path, line: error.line });
  }
}

/** Lines of a file that may be larger than what one text can hold. */
async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    if (!(await stat(path)).isFile()) throw new UsageError('usage.notAFile', { path });
    const { createInterface } = process.getBuiltinModule('node:readline');
    yield* createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotRead', { path, detail });
  }
}

/** Names listed before the rest is only counted. */
const listed = 10;

/** What is said of earlier audits whose reports were not audited again; `compared` are the names of the others. */
export function unmatched(
  baseline: readonly AuditDigest[],
  compared: ReadonlySet<string>,
  t: Translate,
): string[] {
  const left = baseline.filter(({ name }) => !compared.has(name));
  if (left.length === 0) return [];
  const names = left.slice(0, listed).map(({ name, agency }) => inert(agency ?? name));
  const more = left.length > listed ? ['…'] : [];
  return [t('changes.unmatched', { count: left.length, names: [...names, ...more].join(t('pretty.list')) })];
}
