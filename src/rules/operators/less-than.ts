import { compare, comparison } from './operator.js';

export const lessThan = comparison({
  name: 'lessThan',
  summary: { 'zh-CN': '左边小于右边。', en: 'The left number is smaller.' },
  holds: (left, right) => !left.atLeast && compare(left, right) < 0,
});
