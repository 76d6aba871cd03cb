import { extract } from '../extract/index.js';
import type { Lang, Report } from '../model/index.js';
import { readingFormats } from '../report/formats.js';
import { readings } from '../report/reading.js';
import type { Failure } from '../report/renderer.js';
import { translator } from '../report/translate.js';
import { status } from './exit.js';
import { failureOf } from './failure.js';
import { expandInputs, readInput } from './inputs.js';
import { failureLog } from './log.js';
import { writeResult } from './output.js';
import type { Host } from './host.js';
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
  const { forms, vocabulary, lexicon } = await loadResources(host.defaults);
  const reports: Report[] = [];
  const failures: Failure[] = [];
  for (const input of await expandInputs(args)) {
    const { name } = input;
    try {
      reports.push(await extract(await readInput(input), { name, forms, vocabulary, lexicon }));
    } catch (error) {
      failures.push(failureOf(name, error, lang, t));
    }
  }
  for (const each of failures) process.stderr.write(failureLog(each, t));
  const tool = { name: 'gouji', version: host.version };
  await writeResult(out, readings[known]({ tool, reports, failures, forms, lang, t }));
  return failures.length > 0 ? status.failed : status.clean;
}
