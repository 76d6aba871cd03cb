import { compare, comparison } from './operator.js';

export const greaterThan = comparison({
  name: 'greaterThan',
  summary: { 'zh-CN': '左边大于右边。', en: 'The left number is larger.' },
  holds: (left, right) => !right.atLeast && compare(left, right) > 0,
});
