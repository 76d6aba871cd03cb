import type { Lang } from '../model/index.js';
import { claimsText } from '../report/claims.js';
import { translator } from '../report/translate.js';
import { status } from './exit.js';
import type { Host } from './host.js';
import { failureLog } from './log.js';
import { readReports } from './reports.js';
import { loadResources } from './resources.js';

/** `gouji claims FILE`: how each sentence of the prose was read. */
export async function claimsCommand(file: string, lang: Lang, { defaults }: Host): Promise<number> {
  const t = translator(lang);
  const resources = await loadResources(defaults);
  const { reports, failures } = await readReports([file], resources, lang, t);
  for (const report of reports) process.stdout.write(claimsText(report, resources.forms, 80, t));
  for (const each of failures) process.stderr.write(failureLog(each, t));
  return failures.length > 0 ? status.failed : status.clean;
}
