import { expect, test } from 'vitest';
import { readTextBlocks } from '../../read/text/text.js';
import { forms, lexicon, vocabulary } from '../../../../test/fixtures/defaults.js';
import { printed } from '../../../form/printed.js';
import { leavesOf } from '../../../model/index.js';
import { extract } from '../../index.js';
import { mendPageLines } from './page-lines.js';

const mended = (...lines: string[]): string[] => {
  const blocks = readTextBlocks(lines.join('\n'));
  const document = { format: 'text' as const, encoding: null, title: null, pages: null, notes: [], blocks };
  return mendPageLines(document, forms, { simplify: null, pinyin: false }).blocks.map((each) =>
    each.kind === 'paragraph' ? each.text : '',
  );
};

test('a number below a row without its empty cells, which adds up without it, is that of a page', () => {
  const lacking = '（一）予以公开 266 7 3 2 0 278';
  const next = '三、本年度办理结果';
  expect(mended(lacking, '3', next)).toEqual([lacking, next]);
});

test('a number that completes its row, stands below a whole one, or among figures on lines of their own, stays', () => {
  const whole = ['二、上年结转政府信息公开申请数量 3 0 1 0 0 0 4', '2', '三、本年度办理结果'];
  const completed = ['（一）予以公开 2 0 1 0 0 0', '3', '（二）部分公开'];
  const wrong = ['（一）予以公开 2 0 1 0 0 7', '5', '（二）部分公开'];
  const loose = ['0 0 0', '5', '0', '0'];
  expect([whole, completed, wrong, loose].map((each) => mended(...each))).toEqual([
    whole,
    completed,
    wrong,
    loose,
  ]);
});

test('无 behind the number of a label begins the label', () => {
  expect(mended('8．属于行政查询事项 0 0 0 0 0 0 0', '(四) 无', '法提供')[1]).toBe('(四)无');
});

test('the sum of a whole row that told a page number from its figures is named, so that it does not check them', async () => {
  const rows = leavesOf(forms.find(({ id }) => id === '2021')?.tables[1]?.blocks[0]?.rows ?? []);
  const text = [
    '青禾县水务局2023年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
    ...rows.flatMap(({ label }, row) => [
      `${printed(label)} ${row === 2 ? '2 0 1 0 0 0 3' : '0 0 0 0 0 0 0'}`,
      ...(row === 2 ? ['1'] : []),
    ]),
  ].join('\n');
  const { cells } = await extract(new TextEncoder().encode(text), {
    forms,
    lexicon,
    vocabulary,
    name: 'report.txt',
  });
  const { value, evidence, provenBy } = cells['t3.granted.total'] ?? {};
  expect({ value, evidence, provenBy }).toEqual({ value: 3, evidence: 'proven', provenBy: ['t3.total'] });
});
