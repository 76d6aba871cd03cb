import type { Lang } from '../model/index.js';
import { readingFormats } from '../report/formats.js';
import { readings } from '../report/reading.js';
import { translator } from '../report/translate.js';
import { status } from './exit.js';
import { failureLog } from './log.js';
import { writeResult } from './output.js';
import type { Host } from './host.js';
import { readReports } from './reports.js';
import { loadResources } from './resources.js';
import { UsageError } from './usage-error.js';

export interface ExtractCommand {
  format: string;
  out?: string;
  lang: Lang;
}

/** `gouji extract`: what was read, without any judgement. */
export async function extractCommand(
  args: string[],
  { format, out, lang }: ExtractCommand,
  host: Host,
): Promise<number> {
  const known = readingFormats.find((each) => each === format);
  if (known === undefined) throw new UsageError('usage.notYet', { what: `--format ${format}` });
  const t = translator(lang);
  const resources = await loadResources(host.defaults);
  const { reports, failures } = await readReports(args, resources, lang, t);
  for (const each of failures) process.stderr.write(failureLog(each, t));
  const tool = { name: 'gouji', version: host.version };
  await writeResult(out, readings[known]({ tool, reports, failures, forms: resources.forms, lang, t }));
  return failures.length > 0 ? status.failed : status.clean;
}
