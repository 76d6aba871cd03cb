import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { extract } from '../extract/index.js';
import type { Lang, Report } from '../model/index.js';
import { readingFormats } from '../report/formats.js';
import { readings } from '../report/reading.js';
import type { Failure } from '../report/renderer.js';
import { translator } from '../report/translate.js';
import { status } from './exit.js';
import { failure, failureOf } from './failure.js';
import { expandInputs } from './inputs.js';
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
  for (const { name, path, problem } of await expandInputs(args)) {
    try {
      if (problem !== undefined) {
        failures.push(failure(name, { code: problem }, t));
        continue;
      }
      const bytes = path === null ? await buffer(process.stdin) : await readFile(path);
      reports.push(await extract(bytes, { name, forms, vocabulary, lexicon }));
    } catch (error) {
      failures.push(failureOf(name, error, lang, t));
    }
  }
  for (const each of failures) process.stderr.write(failureLog(each, t));
  const tool = { name: 'gouji', version: host.version };
  await writeResult(out, readings[known]({ tool, reports, failures, forms, lang, t }));
  return failures.length > 0 ? status.failed : status.clean;
}
