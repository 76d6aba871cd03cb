import { expect, test } from 'vitest';
import { readValue } from './value.js';

test.each([
  ['', 'blank', null],
  ['0', 'number', 0],
  ['1,234', 'number', 1234],
  ['12,34', 'text', null],
  ['-8', 'number', -8],
  ['−8', 'number', -8],
  ['+5', 'number', 5],
  ['190.457379', 'number', 190.457379],
  ['/', 'placeholder', null],
  ['——', 'placeholder', null],
  ['无', 'placeholder', null],
  ['92.2343万元', 'text', 92.2343],
  ['3件', 'text', 3],
  ['三十一', 'text', 31],
  ['15 231', 'text', null],
  ['详见附件', 'text', null],
  ['约5件', 'text', null],
  ['1.2万', 'text', null],
  ['减4', 'text', -4],
  ['增加2项', 'text', 2],
  ['增减', 'text', null],
  ['未增未减', 'text', null],
  ['无变化', 'text', null],
  ['变化', 'text', null],
  ['4批次', 'text', 4],
  ['12人次', 'text', 12],
  ['**12**', 'number', 12],
  ['__0__', 'number', 0],
  ['**/**', 'placeholder', null],
  ['\\-8', 'number', -8],
  ['**', 'unreadable', null],
  ['1**', 'unreadable', null],
])('%j is %s %s', (text, state, value) => {
  expect(readValue(text)).toEqual({ state, value });
});
