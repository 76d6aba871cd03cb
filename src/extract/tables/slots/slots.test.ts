import { expect, test } from 'vitest';
import { readTextBlocks } from '../../read/text/text.js';
import { beginning, further, itemAt, type WordPosition } from '../positions.js';
import { wordBehind } from '../stream/lookup.js';
import { streamOf } from '../stream/stream.js';
import { looseSlots } from './slots.js';

const script = { simplify: null, pinyin: false };
const labels = ['申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请', '其他'];
const isLabelText = (key: string) => labels.some((label) => label.includes(key) || key.includes(label));

/** The values behind the label on the first line, as the text gives them up to its end. */
function behindLabel(...lines: string[]): string[] {
  const blocks = readTextBlocks(lines.join('\n'));
  const stream = streamOf(
    { format: 'text', encoding: null, title: null, pages: null, notes: [], blocks },
    script,
  );
  const labelEnd = itemAt(stream.keyStarts, further<WordPosition>(beginning)) ?? beginning;
  const reach = {
    labelStart: beginning,
    labelEnd,
    previousRow: null,
    lastWord: stream.words.length,
    lastCell: stream.cells.length,
    open: false,
  };
  expect(wordBehind(stream, labelEnd)).toBe(1);
  return looseSlots(stream, beginning, reach, isLabelText, script).slots.map(({ text }) => text);
}

test('a piece of a label behind the figures of a row ends them', () => {
  expect(behindLabel('（一）予以公开', '3 0 3', '行政机关不再处理其政', '5')).toEqual(['3', '0', '3']);
});

test('the rest of the own label before the figures, other words, and pieces met by chance do not', () => {
  const rest = behindLabel('1.申请人无正当理由', '逾期不补正、行政机关', '3 0', '3');
  const words = behindLabel('（一）予以公开', '3 0', '本年度', '3');
  const chance = behindLabel('（一）予以公开', '3 0', '其他', '3');
  expect([rest, words, chance]).toEqual([
    ['3', '0', '3'],
    ['3', '0', '3'],
    ['3', '0', '3'],
  ]);
});
