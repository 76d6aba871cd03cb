import type { Command, Option } from 'commander';
import type { Lang } from '../../model/lang.js';
import type { MessageKey, Translate } from '../../report/translate.js';
import type { Host } from '../host.js';
import { countOption, langOption, repeatable } from '../options.js';

/** What the commands are defined with. */
export interface Grammar {
  lang: Lang;
  t: Translate;
  host: Host;
  /** Takes the exit status of the command that ran. */
  done: (code: number) => void;
  define: (parent: Command, signature: string, description: MessageKey) => Command;
  /** Options that several commands have. */
  timeLimit: () => Option;
  moreForms: () => Option;
}

export function grammarIn(lang: Lang, t: Translate, host: Host, done: Grammar['done']): Grammar {
  return {
    ...{ lang, t, host, done },
    define: (parent, signature, description) =>
      parent
        .command(signature)
        .description(t(description))
        .helpOption('-h, --help', t('help.option'))
        .helpCommand(false)
        .addOption(langOption(t)),
    timeLimit: () => countOption('--time-limit <seconds>', t('help.audit.timeLimit'), t).default(120),
    moreForms: () => repeatable('--forms <path>', t('help.moreForms')),
  };
}
