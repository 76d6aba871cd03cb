import { expect, test } from 'vitest';
import { extract } from './index.js';
import { forms, lexicon, vocabulary } from '../../test/fixtures/defaults.js';

const options = { forms, lexicon, vocabulary };
const notesOf = async (text: string): Promise<string[]> => {
  const { notes } = await extract(new TextEncoder().encode(text), { ...options, name: 'report' });
  return notes.map((note) => note.code);
};

const prose = [
  '青山县水务局2023年政府信息公开工作年度报告',
  '一、总体情况',
  '2023年，本局主动公开政府信息12条，收到政府信息公开申请2件。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const labels = options.forms
  .find((form) => form.id === '2021')
  ?.tables.find((table) => table.id === 't3')
  ?.blocks.flatMap((block) => (block.rows ?? []).flatMap((row) => [row, ...(row.children ?? [])]))
  .flatMap((row) => [row, ...(row.children ?? [])])
  .map((row) => `${row.ordinal ?? ''}${row.label}`);

test('a report without tables has lost nothing, however many of its lines differ', async () => {
  const menu = Array.from({ length: 30 }, (_, index) => `栏目${index}`);
  expect(await notesOf([...menu, '3', ...prose].join('\n'))).toEqual([]);
});

test('a table in which no line repeats has lost those that did', async () => {
  const table = ['自然人', '商业企业', '科研机构', '总计', ...new Set(labels), '0', '3'];
  expect(await notesOf([...prose.slice(0, 5), ...table, ...prose.slice(5)].join('\n'))).toEqual([
    'lost-text',
  ]);
});
