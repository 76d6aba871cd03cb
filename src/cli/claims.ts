import { explainClaims } from '../extract/index.js';
import type { Lang } from '../model/index.js';
import { claimsJson, claimsText } from '../report/claims.js';
import { translator } from '../report/translate.js';
import { status } from './exit.js';
import type { Host } from './host.js';
import { failureLog } from './log.js';
import { writeResult } from './output.js';
import { readReports } from './reports.js';
import { loadResources } from './resources.js';

export interface ClaimsCommand {
  format: 'pretty' | 'json';
  out?: string;
  lang: Lang;
}

const columns = 80;

/** `gouji claims FILE`: how each sentence of the prose was read. */
export async function claimsCommand(
  file: string,
  { format, out, lang }: ClaimsCommand,
  { defaults }: Host,
): Promise<number> {
  const t = translator(lang);
  const { forms, lexicon, ...resources } = await loadResources(defaults);
  const { reports, failures } = await readReports([file], { forms, lexicon, ...resources }, lang, t);
  const explained = reports.map((report) => ({
    report,
    sentences: explainClaims(report.sections, { year: report.year, agencyName: report.agency.name }, lexicon),
  }));
  const texts = explained.map((each) => claimsText(each, forms, columns, t));
  await writeResult(out, format === 'json' ? claimsJson(explained) : texts.join('\n'));
  for (const each of failures) process.stderr.write(failureLog(each, t));
  return failures.some(({ kind }) => kind !== 'notReport') ? status.failed : status.clean;
}
