import { canBeEqual, comparison } from './operator.js';

export const notEqual = comparison({
  name: 'notEqual',
  summary: { 'zh-CN': '左右不等。', en: 'The sides are not equal.' },
  accepts: ['number', 'text', 'boolean'],
  holds: (left, right) => !canBeEqual(left, right),
});
