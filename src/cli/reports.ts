import type { Resources } from '../audit.js';
import { extract } from '../extract/index.js';
import { expandInput } from '../extract/read/index.js';
import type { Lang, Report } from '../model/index.js';
import type { Failure } from '../report/renderer.js';
import type { Translate } from '../report/translate.js';
import { failureOf } from '../report/failure.js';
import { expandInputs, readInput } from './inputs.js';

/** Milliseconds to take the document out of its format, and to find the report in it. */
export interface ReadingTime {
  read: number;
  recognise: number;
}

/** The reports that the arguments name, an archive giving each report in it, with the time that each took, and what could not be read. */
export async function readReports(
  args: readonly string[],
  { forms, vocabulary, lexicon }: Resources,
  lang: Lang,
  t: Translate,
): Promise<{ reports: Report[]; times: ReadingTime[]; failures: Failure[] }> {
  const reports: Report[] = [];
  const times: ReadingTime[] = [];
  const failures: Failure[] = [];
  const attempt = async (name: string, work: () => Promise<void>) => {
    await work().catch((error: unknown) => failures.push(failureOf(name, error, lang, t)));
  };
  for (const input of await expandInputs(args)) {
    await attempt(input.name, async () => {
      for (const { name, bytes, error } of await expandInput(await readInput(input), input.name)) {
        await attempt(name, async () => {
          if (error !== null) throw error;
          const start = performance.now();
          let middle = start;
          const onRead = () => (middle = performance.now());
          reports.push(await extract(bytes, { name, forms, vocabulary, lexicon }, onRead));
          times.push({ read: middle - start, recognise: performance.now() - middle });
        });
      }
    });
  }
  return { reports, times, failures };
}
