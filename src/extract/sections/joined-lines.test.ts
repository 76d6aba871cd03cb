import { expect, test } from 'vitest';
import { extract } from '../index.js';
import { forms, lexicon, vocabulary } from '../../../test/fixtures/defaults.js';

const options = { forms, lexicon, vocabulary, name: 'report' };
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

test('words of navigation before the title are none of it', async () => {
  const { agency, title } = await read([
    '网站首页 信息公开',
    `${whole.title} 根据规定，编制本报告。${told}`,
    ...whole.headings,
  ]);
  expect({ agency, title }).toEqual({ agency: whole.agency, title: whole.title });
});

test('rows whose labels and figures are one word are taken apart', async () => {
  const rows = [
    '一、本年新收政府信息公开申请数量2000002二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开2000002（二）部分',
    '公开（区分处理的，只计这一情形，不计其他情形）0000000（三）不予公开1.属于国家秘密00000002.其他法律行政法规禁止公开0000000',
    '3.危及“三安全一稳定”00000004.保护第三方合法权益00000005.属于三类内部事务信息00000006.属于四类过程性信息0000000',
  ];
  const head =
    '三、收到和处理政府信息公开申请情况申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他';
  const text = [whole.title, '一、总体情况', '公开工作有序。', head, ...rows].join('\n');
  const { cells } = await extract(new TextEncoder().encode(text), options);
  const values = ['received', 'granted', 'partial', 'denied.otherLaw', 'denied.deliberative'].map((row) => [
    cells[`t3.${row}.naturalPerson`]?.value,
    cells[`t3.${row}.total`]?.value,
  ]);
  expect(values).toEqual([
    [2, 2],
    [2, 2],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

test('lines that are whole stay as they are', async () => {
  const { title, headings } = whole;
  const body = ['2023年，我局做好公开工作。', '见附件。', '见附件。', '见附件。', '（二）整改措施', '无。'];
  expect(await read([title, told, ...headings.flatMap((each, i) => [each, body[i] ?? ''])])).toEqual(whole);
});
