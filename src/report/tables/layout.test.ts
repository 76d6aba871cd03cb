import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { inert, padEnd, padStart, truncate, widest, width, wrap } from './layout.js';

describe('width', () => {
  test.each([
    ['abc', 3],
    ['表三', 4],
    ['（一）', 6],
    ['“三安全”', 8],
    ['é', 1],
    ['𠮷', 2],
    ['', 0],
  ])('%s takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});

test('padding and truncation count columns', () => {
  expect(widest(['ab', '表三', ''])).toBe(4);
  expect(widest([])).toBe(0);
  expect(padEnd('表三', 6)).toBe('表三  ');
  expect(padStart('12', 4)).toBe('  12');
  expect(truncate('本年新收申请', 7)).toBe('本年新…');
  expect(truncate('本年', 4)).toBe('本年');
});

describe('wrap', () => {
  test('keeps closing punctuation with its word and opening punctuation with the next', () => {
    expect(wrap('收到申请，已答复。', 8)).toEqual(['收到申', '请，已答', '复。']);
    expect(wrap('依据（办法）执行', 6)).toEqual(['依据', '（办', '法）执', '行']);
  });

  test('keeps words and numbers whole', () => {
    expect(wrap('the total is 12345 items', 12)).toEqual(['the total is', '12345 items']);
  });

  const text = fc.stringMatching(/^[a-z0-9，。（）“” 申请公开条]{0,80}$/u);
  test.prop([text, fc.integer({ min: 4, max: 40 })])(
    'no line is too wide and nothing is lost',
    (source, columns) => {
      const lines = wrap(source, columns);
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(source.replaceAll(' ', ''));
    },
  );
});

test('inert text cannot steer the terminal', () => {
  expect(inert('\u001b[31m红\u0007\n 第二行\u202e')).toBe('�[31m红� 第二行�');
});
