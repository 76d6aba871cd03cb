import { expect, test } from 'vitest';
import { en } from './messages/en.js';
import { zhCN } from './messages/zh-CN.js';
import { translator, type MessageKey } from './translate.js';

const placeholders = (message: string) => [...new Set(message.match(/\{\w+\}/g))].sort();
const shape = (catalogue: Record<MessageKey, string>) =>
  Object.entries(catalogue).map(([key, message]) => [key, placeholders(message)]);

/** A language may leave out what it does not say: the year as 年度, the ordinal or the number of a table. */
const differing = new Set(['label.table']);

test('the catalogues have the same keys with the same placeholders', () => {
  const same = ([key]: [string, string[]] | (string | string[])[]) => !differing.has(String(key));
  expect(shape(en).filter(same)).toEqual(shape(zhCN).filter(same));
});

test('placeholders are filled in once, unknown ones are kept', () => {
  const t = translator('en');
  expect(t('pretty.layoutValue', { name: '{status}', status: 'in force' })).toBe('{status} (in force)');
  expect(t('usage.unknownForm')).toBe('There is no edition {id}.');
});
