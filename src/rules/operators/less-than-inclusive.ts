import { compare, comparison } from './operator.js';

export const lessThanInclusive = comparison({
  name: 'lessThanInclusive',
  summary: { 'zh-CN': '左边小于或等于右边。', en: 'The left number is smaller or equal.' },
  holds: (left, right) => !left.atLeast && compare(left, right) <= 0,
});
