import type { Command } from 'commander';
import { groupings } from '../../model/indicators.js';
import { comparisonFormats, indicatorsFormats } from '../../report/formats/formats.js';
import type { CompareCommand } from '../commands/compare.js';
import type { IndicatorsCommand } from '../commands/indicators.js';
import { choice, countOption, repeatable } from '../options.js';
import type { Grammar } from './grammar.js';

/** What an office makes of audits: comparisons and indicators. */
export function defineOffice(
  root: Command,
  { define, t, lang, host, done, timeLimit, moreForms }: Grammar,
): void {
  define(root, 'compare', 'help.compare')
    .argument(`<${t('help.operand.earlier')}>`, t('help.compare.earlier'))
    .argument(`<${t('help.operand.later')}...>`, t('help.compare.later'))
    .addOption(choice('--format <format>', t('help.audit.format'), comparisonFormats, t).default('pretty'))
    .option('--out <path>', t('help.out'))
    .addOption(repeatable('--rules <file>', t('help.compare.rules')))
    .addOption(moreForms())
    .addOption(
      choice('--fail-on <severity>', t('help.compare.failOn'), ['error', 'warning', 'never'], t).default(
        'error',
      ),
    )
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .addOption(timeLimit())
    .action(async (earlier: string, later: string[], options: Omit<CompareCommand, 'lang'>) => {
      const { compareCommand } = await import('../commands/compare.js');
      done(await compareCommand([earlier, ...later], { ...options, lang }, host));
    });

  define(root, 'indicators', 'help.indicators')
    .argument(`<${t('help.operand.audits')}...>`, t('help.indicators.audits'))
    .addOption(choice('--by <dimension>', t('help.indicators.by'), groupings, t).default('year'))
    .addOption(choice('--format <format>', t('help.audit.format'), indicatorsFormats, t).default('pretty'))
    .option('--out <path>', t('help.out'))
    .option('--agencies <folder>', t('help.indicators.agencies'))
    .option('--definitions <file>', t('help.indicators.definitions'))
    .addOption(countOption('--minimum <cases>', t('help.indicators.minimum'), t))
    .option('--roster <file>', t('help.indicators.roster'))
    .addOption(repeatable('--rules <file>', t('help.compare.rules')))
    .addOption(moreForms())
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .addOption(timeLimit())
    .action(async (audits: string[], options: Omit<IndicatorsCommand, 'lang'>) => {
      const { indicatorsCommand } = await import('../commands/indicators.js');
      done(await indicatorsCommand(audits, { ...options, lang }, host));
    });
}
