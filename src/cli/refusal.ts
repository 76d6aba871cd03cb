import { CommanderError } from 'commander';
import type { Lang } from '../model/lang.js';
import type { MessageKey, Translate } from '../report/translate.js';
import { UsageError } from './usage-error.js';

/** What commander complains about, in the language of `t`; it names the culprits in single quotes. */
function complaint({ code, message }: CommanderError, t: Translate): string {
  const quoted = [...message.matchAll(/'([^'\n]*)'/g)].map(([, culprit]) => culprit ?? '');
  const values = Object.fromEntries(quoted.map((culprit, index) => [String(index), culprit]));
  const suggestion = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const advice = code === 'commander.invalidArgument' ? (/is invalid\. ?(.*)/s.exec(message)?.[1] ?? '') : '';
  const key = `usage.${code.replace('commander.', '')}` as MessageKey;
  const sentences = [
    t(key, values),
    advice,
    suggestion === undefined ? '' : t('usage.suggestion', { 0: suggestion }),
  ];
  return sentences.filter((sentence) => sentence !== '').join(t('usage.join'));
}

/** What standard error says when a command could not be run; empty after help that was printed instead. */
export async function refusal(error: unknown, lang: Lang, t: Translate): Promise<string> {
  const said = (message: string) => `${t('usage.error', { message })}\n`;
  if (error instanceof UsageError) return said(t(error.key, error.values));
  if (error instanceof CommanderError)
    return error.code === 'commander.help' ? '' : said(complaint(error, t));
  const { YamlError } = await import('../yaml/problem.js');
  if (error instanceof YamlError) {
    const { mistakes } = await import('./mistakes.js');
    return mistakes(error, lang) + said(t('rules.mistakes', { count: error.problems.length }));
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return said(t('usage.internal', { detail }));
}
