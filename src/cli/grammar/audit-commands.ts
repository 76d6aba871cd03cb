import { CommanderError, type Command } from 'commander';
import { auditFormats } from '../../report/formats/formats.js';
import type { AuditCommand } from '../commands/audit.js';
import { choice, countOption, dayOption, repeatable, yearOption } from '../options.js';
import type { WorkerCommand } from '../queue/command.js';
import type { Grammar } from './grammar.js';

const levels = ['central', 'province', 'city', 'county', 'township'];

/** What commander says of an argument that must be there. */
function missingArgument(name: string): CommanderError {
  return new CommanderError(1, 'commander.missingArgument', `missing required argument '${name}'`);
}

/** `gouji audit`, and the worker of its queue. */
export function defineAudit(
  root: Command,
  { define, t, lang, host, done, timeLimit, moreForms }: Grammar,
): void {
  define(root, 'audit', 'help.audit')
    .argument(`[${t('help.operand.inputs')}...]`, t('help.audit.inputs'))
    .addOption(
      choice('--format <format>', t('help.audit.format'), [...auditFormats, 'all'], t).default('pretty'),
    )
    .option('--out <path>', t('help.out'))
    .option('--files-from <file>', t('help.audit.filesFrom'))
    .addOption(repeatable('--rules <file>', t('help.audit.rules')))
    .addOption(moreForms())
    .option('--notice <file>', t('help.audit.notice'))
    .addOption(yearOption('--year <year>', t('help.audit.year'), t))
    .option('--agency <name>', t('help.audit.agency'))
    .addOption(choice('--level <level>', t('help.audit.level'), levels, t))
    .addOption(repeatable('--prior <path>', t('help.audit.prior')))
    .option('--no-prior', t('help.audit.noPrior'))
    .option('--roster <file>', t('help.audit.roster'))
    .addOption(repeatable('--register <file>', t('help.audit.register')))
    .option('--waivers <file>', t('help.audit.waivers'))
    .addOption(dayOption('--today <day>', t('help.audit.today'), t))
    .option('--baseline <file>', t('help.audit.baseline'))
    .addOption(
      choice('--fail-on <severity>', t('help.audit.failOn'), ['error', 'warning', 'never'], t).default(
        'error',
      ),
    )
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .addOption(timeLimit())
    .option('--cache <folder>', t('help.audit.cache'))
    .option('--timing', t('help.audit.timing'))
    .option('--queue <url>', t('help.audit.queue'))
    .action(async (inputs: string[], options: Omit<AuditCommand, 'lang'>) => {
      if (inputs.length === 0 && options.filesFrom === undefined)
        throw missingArgument(t('help.operand.inputs'));
      const { auditCommand } = await import('../commands/audit.js');
      done(await auditCommand(inputs, { ...options, lang }, host));
    });

  define(root, 'worker', 'help.worker')
    .requiredOption('--queue <url>', t('help.worker.queue'))
    .addOption(countOption('--jobs <count>', t('help.audit.jobs'), t))
    .option('--dead-letters', t('help.worker.deadLetters'))
    .action(async (options: Omit<WorkerCommand, 'lang'>) => {
      const { workerCommand } = await import('../queue/command.js');
      done(await workerCommand({ ...options, lang }, host));
    });
}
