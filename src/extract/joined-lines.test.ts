import { expect, test } from 'vitest';
import { loadForms, loadLexicon, loadVocabulary } from '../defaults/defaults.js';
import { extract } from './index.js';

const options = { forms: loadForms(), lexicon: loadLexicon(), vocabulary: loadVocabulary(), name: 'report' };
const read = async (lines: readonly string[]) => {
  const { title, agency, sections } = await extract(new TextEncoder().encode(lines.join('\n')), options);
  return {
    title: title?.text,
    agency: agency.name,
    headings: sections.flatMap(({ heading }) => (heading === null ? [] : [heading])),
  };
};

const told = '全文分六部分：一、总体情况，二、主动公开政府信息情况。';
const whole = {
  title: '青禾县水务局2023年政府信息公开工作年度报告',
  agency: '青禾县水务局',
  headings: [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及整改措施',
    '六、其他需要报告的事项',
  ],
};

test('headings and the title are found where lines were run together or broken elsewhere', async () => {
  expect(
    await read([
      '青禾县水务局2023年政府信息',
      `公开工作年度报告根据规定，编制本报告。${told}一、总体情况2023年，我局做好公开工作。二、主动`,
      '公开政府信息情况规章000三、收到和处理政府信息公开申请情况四、政府信息公开行政',
      '复议、行政诉讼情况五、存在的主要问题及整改措施（一）问题。培训不够。',
      '（二）整改措施。加强培训。六、其他需要报告的事项无。',
    ]),
  ).toEqual(whole);
});

test('lines that are whole stay as they are', async () => {
  const { title, headings } = whole;
  const body = ['2023年，我局做好公开工作。', '见附件。', '见附件。', '见附件。', '（二）整改措施', '无。'];
  expect(await read([title, told, ...headings.flatMap((each, i) => [each, body[i] ?? ''])])).toEqual(whole);
});
