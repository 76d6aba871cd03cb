import type { Command } from 'commander';
import { readingFormats, registerFormats } from '../../report/formats/formats.js';
import type { ClaimsCommand } from '../commands/claims.js';
import type { ExtractCommand } from '../commands/extract.js';
import type { RegisterCommand } from '../commands/register.js';
import type { ServeCommand } from '../commands/serve.js';
import { choice, countOption, portOption, yearOption } from '../options.js';
import type { Grammar } from './grammar.js';

/** What is read without a judgement, and the page that does all in a browser. */
export function defineReading(
  root: Command,
  { define, t, lang, host, done, timeLimit, moreForms }: Grammar,
): void {
  define(root, 'extract', 'help.extract')
    .argument(`<${t('help.operand.inputs')}...>`, t('help.audit.inputs'))
    .addOption(choice('--format <format>', t('help.extract.format'), readingFormats, t).default('json'))
    .option('--out <path>', t('help.out'))
    .addOption(timeLimit())
    .addOption(moreForms())
    .addOption(countOption('--report <number>', t('help.extract.report'), t))
    .option('--explain', t('help.extract.explain'))
    .option('--timing', t('help.extract.timing'))
    .action(async (inputs: string[], options: Omit<ExtractCommand, 'lang'>) => {
      const { extractCommand } = await import('../commands/extract.js');
      done(await extractCommand(inputs, { ...options, lang }, host));
    });

  define(root, 'register', 'help.register')
    .argument(`<${t('help.operand.file')}...>`, t('help.register.files'))
    .addOption(yearOption('--year <year>', t('help.register.year'), t).makeOptionMandatory())
    .option('--report <file>', t('help.register.report'))
    .addOption(choice('--format <format>', t('help.audit.format'), registerFormats, t).default('pretty'))
    .option('--out <path>', t('help.out'))
    .action(async (files: string[], options: Omit<RegisterCommand, 'lang'>) => {
      const { registerCommand } = await import('../commands/register.js');
      done(await registerCommand(files, { ...options, lang }, host));
    });

  define(root, 'claims', 'help.claims')
    .argument(`<${t('help.operand.file')}...>`, t('help.file'))
    .addOption(choice('--format <format>', t('help.audit.format'), ['pretty', 'json'], t).default('pretty'))
    .addOption(moreForms())
    .option('--out <path>', t('help.out'))
    .addOption(timeLimit())
    .action(async (files: string[], options: Omit<ClaimsCommand, 'lang'>) => {
      const { claimsCommand } = await import('../commands/claims.js');
      done(await claimsCommand(files, { ...options, lang }, host));
    });

  define(root, 'serve', 'help.serve')
    .addOption(portOption('--port <port>', t('help.serve.port'), t).default(8617))
    .option('--save <path>', t('help.serve.save'))
    .action(async (options: Omit<ServeCommand, 'lang'>) => {
      const { serveCommand } = await import('../commands/serve.js');
      done(await serveCommand({ ...options, lang }, host));
    });
}
