import { canBeEqual, comparison } from './operator.js';

export const differsFrom = comparison({
  name: 'differsFrom',
  summary: {
    'zh-CN': '左右两数不等；一方为“至少”时，仅当另一方更小才算不等。',
    en: 'The numbers differ; where one side says "at least", only when the other is smaller.',
  },
  holds: (left, right) => !canBeEqual(left, right),
});
