import { comparison } from './operator.js';

export const notMultipleOf = comparison({
  name: 'notMultipleOf',
  summary: { 'zh-CN': '左边不是右边的整数倍。', en: 'The left number is not a multiple of the right.' },
  holds: (left, right) => {
    if (left.atLeast || Number(right.value) === 0) return false;
    const quotient = Number(left.value) / Number(right.value);
    return Math.abs(quotient - Math.round(quotient)) > 1e-9;
  },
});
