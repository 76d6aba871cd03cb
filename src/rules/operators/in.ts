import { membership } from './operator.js';

export const isIn = membership(
  'in',
  { 'zh-CN': '左边是列表中的一项。', en: 'The left side is one of the list.' },
  true,
);
