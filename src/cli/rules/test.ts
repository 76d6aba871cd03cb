import { translator } from '../../report/translate.js';
import { testRules } from '../../rules/index.js';
import { suiteNotices } from '../../workbench/suite.js';
import { status } from '../exit.js';
import type { FormsCommand } from '../commands/forms.js';
import type { Host } from '../host.js';
import { rulesOf } from './rule-files.js';

/** `gouji rules test [FILE]`: a line for each test that fails and for each that is lacking, and the count. */
export async function testRulesOf(
  file: string | undefined,
  { lang, forms }: FormsCommand,
  { defaults }: Host,
): Promise<number> {
  const t = translator(lang);
  const { own } = await rulesOf(file, defaults, forms);
  const results = await testRules(own);
  const failed = results.filter(({ faults }) => faults.length > 0);
  for (const { rule, test, faults } of failed) {
    process.stdout.write(`${t('rules.failed', { rule, test, faults: faults.join(t('pretty.join')) })}\n`);
  }
  const lacking = own.rules.flatMap(suiteNotices);
  for (const { code, rule, values } of lacking) {
    process.stdout.write(`${t('rules.lacking', { rule: rule ?? '', what: t(`lint.${code}`, values) })}\n`);
  }
  process.stdout.write(
    `${t('rules.tested', { passed: results.length - failed.length, failed: failed.length })}\n`,
  );
  return failed.length + lacking.length > 0 ? status.findings : status.clean;
}
