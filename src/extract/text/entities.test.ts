import { expect, test } from 'vitest';
import { readEntities } from './entities.js';

test.each([
  ['规章&nbsp;|&nbsp;0', '规章\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0|\u00a0\u00a0\u00a0\u00a0\u00a0\u00a00'],
  ['危及&ldquo;三安全', '危及“\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0三安全'],
  ['&#160;5', '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a05'],
  ['A&B; &unknown; &', 'A&B; &unknown; &'],
])('%j', (source, text) => {
  const read = readEntities(source);
  expect(read).toBe(text);
  expect(read).toHaveLength(source.length);
});
