import type { Command } from 'commander';
import type { FormsCommand } from '../commands/forms.js';
import type { Grammar } from './grammar.js';

/** `gouji forms`. */
export function defineForms(root: Command, { define, t, lang, host, done, moreForms }: Grammar): void {
  const forms = define(root, 'forms', 'help.forms');
  define(forms, 'list', 'help.forms.list')
    .addOption(moreForms())
    .action(async (options: Omit<FormsCommand, 'lang'>) => {
      const { listForms } = await import('../commands/forms.js');
      done(await listForms({ ...options, lang }, host));
    });
  define(forms, 'show', 'help.forms.show')
    .argument(`<${t('help.operand.id')}>`, t('help.formId'))
    .addOption(moreForms())
    .action(async (id: string, options: Omit<FormsCommand, 'lang'>) => {
      const { showForm } = await import('../commands/forms.js');
      done(await showForm(id, { ...options, lang }, host));
    });
  define(forms, 'check', 'help.forms.check')
    .argument(`<${t('help.operand.file')}>`, t('help.file'))
    .action(async (file: string) => {
      const { checkForm } = await import('../commands/forms.js');
      done(await checkForm(file, { lang }));
    });
}
