import { parseRoster, type RosterProblem } from '../../../around/roster/roster.js';
import { decode } from '../../../extract/text/decode.js';
import type { RosterEntry } from '../../../model/index.js';
import type { MessageKey, Translate } from '../../../report/translate.js';
import { UsageError } from '../../usage-error.js';
import { readNeededFile } from '../regular-file.js';

/** @throws UsageError with every mistake, its line and how to put it right */
export async function readRoster(path: string, t: Translate): Promise<RosterEntry[]> {
  const { text } = decode(await readNeededFile(path));
  const { entries, problems } = parseRoster(text);
  if (problems.length === 0) return entries;
  const told = problems.map(({ line, code, values }: RosterProblem) =>
    t('roster.mistake', { path, line, what: t(`roster.${code}` as MessageKey, values) }),
  );
  throw new UsageError('usage.roster', { path, count: problems.length, mistakes: told.join('\n') });
}
