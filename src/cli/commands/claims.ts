import type { Lang } from '../../model/index.js';
import { claimsJson, claimsText } from '../../report/findings/claims.js';
import { translator } from '../../report/translate.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { failureLog } from '../output/log.js';
import { writeResult } from '../output/output.js';
import { readReports } from '../input/reports.js';
import { loadResources } from '../resources.js';

export interface ClaimsCommand {
  format: 'pretty' | 'json';
  out?: string;
  timeLimit: number;
  forms?: string[];
  lang: Lang;
}

const columns = 80;

/** `gouji claims FILE…`: how each sentence of the prose of reports was read, and by what. */
export async function claimsCommand(
  files: readonly string[],
  { format, out, forms, timeLimit, lang }: ClaimsCommand,
  host: Host,
): Promise<number> {
  const t = translator(lang);
  const resources = await loadResources(host.defaults, { forms });
  const { readings, failures } = await readReports(files, {
    resources,
    host,
    lang,
    t,
    limit: timeLimit,
    explain: 'claims',
  });
  const texts = readings.map((each) => claimsText(each, resources.forms, columns, t));
  await writeResult(out, format === 'json' ? claimsJson(readings) : texts.join('\n'));
  for (const each of failures) process.stderr.write(failureLog(each, t));
  return failures.some(({ kind }) => kind !== 'notReport') ? status.failed : status.clean;
}
