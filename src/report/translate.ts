import type { Lang } from '../model/index.js';
import { en } from './messages/en.js';
import { zhCN } from './messages/zh-CN.js';

export type MessageKey = keyof typeof zhCN;

/** The message in the language asked for, its `{placeholders}` filled in; of `{count|cell|cells}` the word for one or for more. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

const catalogues: Record<Lang, Record<MessageKey, string>> = { 'zh-CN': zhCN, en };

export function translator(lang: Lang): Translate {
  const catalogue = catalogues[lang];
  return (key, values = {}) =>
    catalogue[key].replace(
      /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g,
      (whole, name: string, one: string | undefined, more: string | undefined) => {
        if (!Object.hasOwn(values, name)) return whole;
        if (one === undefined || more === undefined) return String(values[name]);
        return Number(values[name]) === 1 ? one : more;
      },
    );
}
