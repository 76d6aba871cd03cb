import { expect, test } from 'vitest';
import { en } from './messages/en.js';
import { zhCN } from './messages/zh-CN.js';
import { translator, type MessageKey } from './translate.js';

const placeholders = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)[|}]/g)].map(([, name = '']) => name))].sort();
const shape = (catalogue: Record<MessageKey, string>) =>
  Object.entries(catalogue).map(([key, message]) => [key, placeholders(message)]);

/** A language may leave out what it does not say: the year as 年度, the ordinal or the number of a table. */
const differing = new Set(['label.table']);

test('the catalogues have the same keys with the same placeholders', () => {
  const same = ([key]: [string, string[]] | (string | string[])[]) => !differing.has(String(key));
  expect(shape(en).filter(same)).toEqual(shape(zhCN).filter(same));
});

test('no message lets or forbids an agency to publish, which is its duty with a date', () => {
  const leave =
    /(?:可以|可|不得|不能|不宜|暂缓|准予|同意|允许|禁止)(?:对外)?(?:发布|公开发布|公布|报送)|\b(?:may|must not|cannot|can|ready to|safe to|not ready to) (?:be )?publish/iu;
  const said = [zhCN, en].flatMap((catalogue) =>
    Object.entries(catalogue).filter(([, text]) => leave.test(text)),
  );
  expect(said).toEqual([]);
});

test('placeholders are filled in once, unknown ones are kept', () => {
  const t = translator('en');
  expect(t('pretty.layoutValue', { name: '{status}', status: 'in force' })).toBe('{status} (in force)');
  expect(t('summary.title', { count: 1 })).toBe('Audit of 1 report');
  expect(t('summary.title', { count: 2 })).toBe('Audit of 2 reports');
  expect(t('usage.unknownForm')).toBe('There is no edition {id}.');
});
