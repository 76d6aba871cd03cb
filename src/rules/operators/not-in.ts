import { membership } from './operator.js';

export const notIn = membership(
  'notIn',
  { 'zh-CN': '左边不是列表中的任何一项。', en: 'The left side is none of the list.' },
  false,
);
