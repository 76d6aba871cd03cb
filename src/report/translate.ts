import type { Lang } from '../model/index.js';
import { en } from './messages/en.js';
import { zhCN } from './messages/zh-CN.js';

export type MessageKey = keyof typeof zhCN;

/** The message in the language asked for, its `{placeholders}` filled in. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

const catalogues: Record<Lang, Record<MessageKey, string>> = { 'zh-CN': zhCN, en };

export function translator(lang: Lang): Translate {
  const catalogue = catalogues[lang];
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
}
