import { InvalidArgumentError, Option } from 'commander';
import { langs } from '../model/lang.js';
import type { Translate } from '../report/translate.js';

/** An option that takes one of the choices, refused in the language of `t` otherwise. */
export function choice(flags: string, description: string, choices: readonly string[], t: Translate): Option {
  const option = new Option(flags, description).choices(choices);
  return option.argParser((value: string) => {
    if (choices.includes(value)) return value;
    throw new InvalidArgumentError(t('usage.choice', { choices: choices.join('|') }));
  });
}

export function yearOption(flags: string, description: string, t: Translate): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (!/^20\d\d$/.test(value)) throw new InvalidArgumentError(t('usage.year'));
    return Number(value);
  });
}

export function countOption(flags: string, description: string, t: Translate): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError(t('usage.positive'));
    return Number(value);
  });
}

/** 0 leaves the choice to the system. */
export function portOption(flags: string, description: string, t: Translate): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new InvalidArgumentError(t('usage.port'));
    return Number(value);
  });
}

/** A day that exists, as YYYY-MM-DD. */
export function dayOption(flags: string, description: string, t: Translate): Option {
  return new Option(flags, description).argParser((value: string) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value)
      throw new InvalidArgumentError(t('usage.day'));
    return value;
  });
}

export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: unknown) => [
    ...(Array.isArray(before) ? (before as string[]) : []),
    value,
  ]);
}

export function langOption(t: Translate): Option {
  return choice('--lang <lang>', t('help.lang'), langs, t).default(langs[0]);
}
