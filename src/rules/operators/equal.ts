import { canBeEqual, comparison } from './operator.js';

export const equal = comparison({
  name: 'equal',
  summary: { 'zh-CN': '左右相等。', en: 'Both sides are equal.' },
  accepts: ['number', 'text', 'boolean'],
  holds: canBeEqual,
});
