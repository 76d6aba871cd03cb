import { compare, comparison } from './operator.js';

export const greaterThanInclusive = comparison({
  name: 'greaterThanInclusive',
  summary: { 'zh-CN': '左边大于或等于右边。', en: 'The left number is larger or equal.' },
  holds: (left, right) => !right.atLeast && compare(left, right) >= 0,
});
