import type { Lang } from '../../model/index.js';
import type { ReadingFormat } from '../../report/formats/formats.js';
import { tablesText } from '../../report/tables/explained-tables.js';
import { readings } from '../../report/tables/reading.js';
import { translator } from '../../report/translate.js';
import { status } from '../exit.js';
import { failureLog } from '../output/log.js';
import { writeResult } from '../output/output.js';
import type { Host } from '../host.js';
import { readingTable } from '../output/reading-table.js';
import { readReports } from '../input/reports.js';
import { loadResources } from '../resources.js';

export interface ExtractCommand {
  format: ReadingFormat;
  out?: string;
  timing?: boolean;
  /** How the tables were read instead of what was. */
  explain?: boolean;
  /** Which of the reports in a file of several. */
  report?: number;
  timeLimit: number;
  forms?: string[];
  lang: Lang;
}

/** `gouji extract`: what was read, without any judgement. */
export async function extractCommand(
  args: string[],
  { format, out, timing, explain, report, forms: more, timeLimit, lang }: ExtractCommand,
  host: Host,
): Promise<number> {
  const start = performance.now();
  const t = translator(lang);
  const resources = await loadResources(host.defaults, { forms: more });
  const load = performance.now() - start;
  const { readings: read, failures } = await readReports(args, {
    resources,
    host,
    lang,
    t,
    limit: timeLimit,
    explain: explain === true ? 'tables' : undefined,
    report,
  });
  const reports = read.map(({ report }) => report);
  for (const each of failures) process.stderr.write(failureLog(each, t));
  const tool = { name: 'gouji', version: host.version };
  const before = performance.now();
  const { forms } = resources;
  const result =
    explain === true
      ? read.map((each) => tablesText(each, forms, t)).join('\n')
      : await readings[format]({ tool, reports, failures, forms, lang, t });
  await writeResult(out, [result]);
  const end = performance.now();
  if (timing === true)
    process.stderr.write(readingTable(read, { load, render: end - before, total: end - start }, t));
  return failures.some(({ kind }) => kind !== 'notReport') ? status.failed : status.clean;
}
