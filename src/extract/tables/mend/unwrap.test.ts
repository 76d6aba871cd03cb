import { expect, test } from 'vitest';
import type { Document } from '../../../model/index.js';
import { readTextBlocks } from '../../read/text/text.js';
import { forms } from '../../../../test/fixtures/defaults.js';
import { unwrapTables } from './unwrap.js';

const script = { simplify: null, pinyin: false };

/** Table 4 in aligned columns, its labels broken over lines, and what stands below its figures. */
const tableFour = (figures: string, below: readonly string[]): Document => ({
  format: 'text',
  encoding: null,
  title: null,
  pages: null,
  notes: [],
  blocks: readTextBlocks(
    [
      '四、政府信息公开行政复议、行政诉讼情况',
      '            行政                                              行政',
      '            复议                                              诉讼',
      '                                      未经复议                            复议后',
      '结果  结果  其他  尚未                  直接起诉                            起诉',
      '维持  纠正  结果  审结  总计  结果  结果  其他  尚未  总计  结果  结果  其他  尚未  总计',
      '                              维持  纠正  结果  审结        维持  纠正  结果  审结',
      figures,
      ...below,
    ].join('\n'),
  ),
});

/** The figures of the table put together, `?` for one that is not told; `null` when the table stays as it is. */
function figuresOf(document: Document): string | null {
  const unwrapped = unwrapTables(document, forms, script);
  const table = unwrapped.blocks.find((each) => each.kind === 'table');
  if (unwrapped === document || table?.kind !== 'table') return null;
  return (table.rows.at(-1) ?? []).map(({ text, confidence }) => (confidence === 0 ? '?' : text)).join(' ');
}

const figures = ' 3     0     1     0     4    11     0     2     0    13     0     1     0     0     1';

test('a table is put together whose labels run over several lines', () => {
  expect(figuresOf(tableFour(figures, ['', '五、存在的主要问题及改进情况']))).toBe(
    '3 0 1 0 4 11 0 2 0 13 0 1 0 0 1',
  );
});

test('a figure with digits below it may go on there, in a narrow cell: it is not told', () => {
  expect(figuresOf(tableFour(figures, ['                              7                       7']))).toBe(
    '3 0 1 0 4 ? 0 2 0 ? 0 1 0 0 1',
  );
});
