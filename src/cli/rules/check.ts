import { translator } from '../../report/translate.js';
import { YamlError } from '../../rules/index.js';
import { status } from '../exit.js';
import type { FormsCommand } from '../commands/forms.js';
import type { Host } from '../host.js';
import { mistakes } from '../mistakes.js';
import { rulesOf } from './rule-files.js';

/** `gouji rules check FILE`: every mistake on a line of its own. */
export async function checkRules(
  file: string,
  { lang, forms }: FormsCommand,
  { defaults }: Host,
): Promise<number> {
  try {
    const { own } = await rulesOf(file, defaults, forms);
    process.stdout.write(`${translator(lang)('rules.ok', { file, count: own.rules.length })}\n`);
    return status.clean;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    process.stdout.write(mistakes(error, lang));
    return status.failed;
  }
}
