import type { Command, Help, Option } from 'commander';
import { width, wrap } from '../report/tables/layout.js';
import type { MessageKey, Translate } from '../report/translate.js';

const titles: Record<string, MessageKey> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
};

/** What commander prints as help, in the language of `t` and aligned for full-width characters. */
export function helpIn(t: Translate): Partial<Help> {
  return {
    styleTitle: (title) => {
      const key = titles[title];
      return key === undefined ? title : t(key);
    },
    commandUsage: (command: Command) => {
      const names: string[] = [];
      for (let each: Command | null = command; each !== null; each = each.parent) names.unshift(each.name());
      const operands = command.registeredArguments.map((argument) => {
        const name = argument.name() + (argument.variadic ? '…' : '');
        return argument.required ? `<${name}>` : `[${name}]`;
      });
      if (command.commands.length > 0) operands.push(t('help.commandWord'));
      return [...names, t('help.optionsWord'), ...operands].join(' ');
    },
    subcommandTerm: (command) => command.name(),
    optionDescription: (option: Option) => {
      const notes = [
        ...(option.argChoices === undefined
          ? []
          : [t('help.choices', { choices: option.argChoices.join(t('pretty.list')) })]),
        ...(option.defaultValue === undefined || Array.isArray(option.defaultValue)
          ? []
          : [t('help.default', { value: String(option.defaultValue) })]),
      ];
      return notes.length === 0
        ? option.description
        : t('help.notes', { text: option.description, notes: notes.join(t('pretty.join')) });
    },
    argumentDescription: (argument) => argument.description,
    displayWidth: width,
    boxWrap: (text, columns) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, columns))
        .join('\n'),
  };
}
