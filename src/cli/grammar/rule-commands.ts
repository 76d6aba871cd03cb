import type { Command } from 'commander';
import { categories } from '../../model/audit/audit.js';
import { kinds } from '../../workbench/skeleton/kinds.js';
import type { FormsCommand } from '../commands/forms.js';
import { choice, repeatable } from '../options.js';
import type { ImpactCommand } from '../rules/impact.js';
import type { NewRuleCommand } from '../rules/new/new.js';
import type { Grammar } from './grammar.js';

const severities = ['error', 'warning', 'info'];

/** `gouji rules`. */
export function defineRules(
  root: Command,
  { define, t, lang, host, done, timeLimit, moreForms }: Grammar,
): void {
  const rules = define(root, 'rules', 'help.rules');
  define(rules, 'list', 'help.rules.list').action(async () => {
    const { listRules } = await import('../rules/list.js');
    done(await listRules(lang, host));
  });
  define(rules, 'packs', 'help.rules.packs').action(async () => {
    const { listPacks } = await import('../rules/packs.js');
    done(listPacks(lang));
  });
  define(rules, 'show', 'help.rules.show')
    .argument(`<${t('help.operand.id')}>`, t('help.ruleId'))
    .action(async (id: string) => {
      const { showRule } = await import('../rules/show.js');
      done(showRule(id));
    });
  define(rules, 'new', 'help.rules.new')
    .argument(`[${t('help.operand.id')}]`, t('help.rules.new.id'))
    .addOption(choice('--category <category>', t('help.rules.new.category'), categories, t))
    .addOption(choice('--severity <severity>', t('help.rules.new.severity'), severities, t))
    .option('--title <title>', t('help.rules.new.title'))
    .option('--title-en <title>', t('help.rules.new.titleEn'))
    .addOption(choice('--fact <fact>', t('help.rules.new.fact'), Object.keys(kinds), t))
    .option('--cell <address>', t('help.rules.new.cell'))
    .addOption(repeatable('--of <address>', t('help.rules.new.of')))
    .option('--part <part>', t('help.rules.new.part'))
    .addOption(repeatable('--words <words>', t('help.rules.new.words')))
    .option('--limit <number>', t('help.rules.new.limit'))
    .option('--document <name>', t('help.rules.new.document'))
    .option('--article <clause>', t('help.rules.new.article'))
    .option('--out <path>', t('help.rules.new.out'))
    .action(async (id: string | undefined, options: Omit<NewRuleCommand, 'lang'>) => {
      const { newRule } = await import('../rules/new/new.js');
      done(await newRule(id, { ...options, lang }, host));
    });
  define(rules, 'check', 'help.rules.check')
    .argument(`<${t('help.operand.file')}>`, t('help.file'))
    .addOption(moreForms())
    .action(async (file: string, options: Omit<FormsCommand, 'lang'>) => {
      const { checkRules } = await import('../rules/check.js');
      done(await checkRules(file, { ...options, lang }, host));
    });
  define(rules, 'test', 'help.rules.test')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .addOption(moreForms())
    .action(async (file: string | undefined, options: Omit<FormsCommand, 'lang'>) => {
      const { testRulesOf } = await import('../rules/test.js');
      done(await testRulesOf(file, { ...options, lang }, host));
    });
  define(rules, 'lint', 'help.rules.lint')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .action(async (file: string | undefined) => {
      const { lintRulesOf } = await import('../rules/lint.js');
      done(await lintRulesOf(file, lang, host));
    });
  define(rules, 'mutate', 'help.rules.mutate')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .action(async (file: string | undefined) => {
      const { mutateRulesOf } = await import('../rules/mutate.js');
      done(await mutateRulesOf(file, lang, host));
    });
  define(rules, 'impact', 'help.rules.impact')
    .argument(`<${t('help.operand.old')}>`, t('help.rules.impact.old'))
    .argument(`<${t('help.operand.new')}>`, t('help.rules.impact.new'))
    .argument(`<${t('help.operand.inputs')}...>`, t('help.audit.inputs'))
    .addOption(choice('--format <format>', t('help.audit.format'), ['table', 'json'], t).default('table'))
    .addOption(timeLimit())
    .action(async (old: string, changed: string, inputs: string[], options: Omit<ImpactCommand, 'lang'>) => {
      const { impactOfRules } = await import('../rules/impact.js');
      done(await impactOfRules([old, changed], inputs, { ...options, lang }, host));
    });
  define(rules, 'docs', 'help.rules.docs')
    .argument(`[${t('help.operand.file')}]`, t('help.rulesFile'))
    .option('--out <path>', t('help.rules.docs.out'), 'docs/rules')
    .action(async (file: string | undefined, { out }: { out: string }) => {
      const { writeRuleDocs } = await import('../rules/docs.js');
      done(await writeRuleDocs(file, out, lang, host));
    });
}
