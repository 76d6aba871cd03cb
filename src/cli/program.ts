import { Command, CommanderError } from 'commander';
import { langs, type Lang } from '../model/lang.js';
import { translator, type Translate } from '../report/translate.js';
import { status } from './exit.js';
import { defineAudit } from './grammar/audit-commands.js';
import { defineForms } from './grammar/form-commands.js';
import { grammarIn } from './grammar/grammar.js';
import { defineOffice } from './grammar/office-commands.js';
import { defineReading } from './grammar/reading-commands.js';
import { defineRules } from './grammar/rule-commands.js';
import { helpIn } from './help.js';
import type { Host } from './host.js';
import { langOption } from './options.js';
import { writeError } from './output/write-error.js';
import { refusal } from './refusal.js';

/** The language must be known before the options are read, because it is the language of the help. */
function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  const value = argv[at]?.startsWith('--lang=') === true ? argv[at].slice(7) : argv[at + 1];
  return at >= 0 && langs.includes(value as Lang) ? (value as Lang) : langs[0];
}

function build(lang: Lang, t: Translate, host: Host, done: (code: number) => void): Command {
  const root = new Command('gouji')
    .description(t('tool.summary'))
    .configureHelp(helpIn(t))
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .version(host.version, '-V, --version', t('help.version'))
    .helpOption('-h, --help', t('help.option'))
    .helpCommand(false)
    .addOption(langOption(t))
    .addHelpText('after', `\n${t('help.more')}`);

  const grammar = grammarIn(lang, t, host, done);
  for (const define of [defineAudit, defineOffice, defineReading, defineRules, defineForms])
    define(root, grammar);
  return root;
}

/** Says that standard output could not be written, and returns the exit status. */
export function outputLost(argv: readonly string[], error: Error): number {
  const t = translator(langOf(argv));
  const { key, values } = writeError(t('usage.standardOutput'), error);
  process.stderr.write(`${t('usage.error', { message: t(key, values) })}\n`);
  return status.failed;
}

/** Runs the program and returns its exit status. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  const lang = langOf(argv);
  const t = translator(lang);
  let code: number = status.clean;
  try {
    await build(lang, t, host, (result) => (code = result)).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return status.clean;
    process.stderr.write(await refusal(error, lang, t));
    return status.failed;
  }
}
