import { expect, test } from 'vitest';
import { registrationNumber } from './registration-number.js';

test.each([
  'YSQ20230001',
  '依申请〔2023〕第5号',
  '2023-001',
  '公开申请2023年第12号',
  'GK(2023)012',
  '20230512001',
  'A10234',
])('%s is a registration number', (text) => {
  expect(registrationNumber(text)).toBe(text.normalize('NFKC'));
});

test.each([
  ['a count', '17'],
  ['nothing', ''],
  ['a name', '欧阳某某'],
  ['a number and a name', 'YSQ2023001欧阳'],
  ['a name in letters', 'zhangsan'],
  ['letters alone', 'ABC'],
  ['an identity number', '110101199003071234'],
  ['an identity number of old', '110101900307123'],
  ['a mobile telephone', '13912345678'],
  ['a telephone', '0712-62104581'],
  ['a telephone behind a number', 'A1 13912345678'],
  ['an address', '栖霞路8号院'],
  ['mail', 'someone@example.org'],
])('%s is none', (_, text) => {
  expect(registrationNumber(text)).toBeNull();
});
