import { expect, test } from 'vitest';
import { readTextBlocks } from '../../read/text/text.js';
import { forms } from '../../../../test/fixtures/defaults.js';
import { mendPageLines } from './page-lines.js';

const mended = (...lines: string[]): string[] => {
  const blocks = readTextBlocks(lines.join('\n'));
  const document = { format: 'text' as const, encoding: null, title: null, pages: null, notes: [], blocks };
  return mendPageLines(document, forms, { simplify: null, pinyin: false }).blocks.map((each) =>
    each.kind === 'paragraph' ? each.text : '',
  );
};

test('a number below a row that adds up without it is that of a page', () => {
  const whole = '二、上年结转政府信息公开申请数量 3 0 1 0 0 0 4';
  const lacking = '（一）予以公开 266 7 3 2 0 278';
  const next = '三、本年度办理结果';
  expect([mended(whole, '2', next), mended(lacking, '3', next)]).toEqual([
    [whole, next],
    [lacking, next],
  ]);
});

test('a number that completes its row, or stands among figures on lines of their own, stays', () => {
  const completed = ['（一）予以公开 2 0 1 0 0 0', '3', '（二）部分公开'];
  const wrong = ['（一）予以公开 2 0 1 0 0 7', '5', '（二）部分公开'];
  const loose = ['0 0 0', '5', '0', '0'];
  expect([mended(...completed), mended(...wrong), mended(...loose)]).toEqual([completed, wrong, loose]);
});

test('无 behind the number of a label begins the label', () => {
  expect(mended('8．属于行政查询事项 0 0 0 0 0 0 0', '(四) 无', '法提供')[1]).toBe('(四)无');
});
