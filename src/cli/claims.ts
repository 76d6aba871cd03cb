import { extract } from '../extract/index.js';
import type { Lang } from '../model/index.js';
import { claimsText } from '../report/claims.js';
import { translator } from '../report/translate.js';
import { status } from './exit.js';
import { failureOf } from './failure.js';
import type { Host } from './host.js';
import { expandInputs, readInput } from './inputs.js';
import { failureLog } from './log.js';
import { loadResources } from './resources.js';

/** `gouji claims FILE`: how each sentence of the prose was read. */
export async function claimsCommand(file: string, lang: Lang, { defaults }: Host): Promise<number> {
  const t = translator(lang);
  const { forms, vocabulary, lexicon } = await loadResources(defaults);
  let code: number = status.clean;
  for (const input of await expandInputs([file])) {
    const { name } = input;
    try {
      const report = await extract(await readInput(input), { name, forms, vocabulary, lexicon });
      process.stdout.write(claimsText(report, forms, 80, t));
    } catch (error) {
      process.stderr.write(failureLog(failureOf(name, error, lang, t), t));
      code = status.failed;
    }
  }
  return code;
}
