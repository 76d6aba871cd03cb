import { describe, expect, test } from 'vitest';
import { passageOf } from '../passages.js';
import { kindOf, levelOf, nameFromTitle, readAgency } from './agency.js';
import { leadingTitle, readTitle } from './title.js';
import { vocabulary } from '../../../test/fixtures/defaults.js';

describe('level and kind by name', () => {
  test.each([
    ['国家统计局', 'central', 'department'],
    ['国务院国有资产监督管理委员会', 'central', 'department'],
    ['生态环境部', 'central', 'department'],
    ['禾屿县人民武装部', 'county', 'department'],
    ['内蒙古自治区教育厅', 'province', 'department'],
    ['北京市人民政府', 'province', 'government'],
    ['北京市朝阳区教育局', 'county', 'department'],
    ['长春市人民政府办公厅', 'city', 'office'],
    ['延边朝鲜族自治州人民政府', 'city', 'government'],
    ['景德镇市水利局', 'city', 'department'],
    ['红河州水利局', 'city', 'department'],
    ['云南省大理州审计局', 'city', 'department'],
    ['大理市审计局', 'county', 'department'],
    ['巴州区水利局', 'county', 'department'],
    ['昆山市人民政府', 'county', 'government'],
    ['新乡市新乡县', 'county', 'government'],
    ['西乡县城镇管理局', 'county', 'department'],
    ['东乡族自治县', 'county', 'government'],
    ['桃江县松木塘镇', 'township', 'government'],
    ['青杨街道办事处', 'township', 'government'],
    ['县水利局', 'county', 'department'],
    ['市财政局', 'unknown', 'department'],
    ['云川市人民政府', 'unknown', 'government'],
    ['城乡规划编制研究中心', 'unknown', 'institution'],
  ])('%s', (name, level, kind) => {
    expect([levelOf(name, vocabulary), kindOf(name, vocabulary)]).toEqual([level, kind]);
  });
});

test.each([
  ['云川县水利局2023年政府信息公开工作年度报告', '云川县水利局'],
  ['2023年度云川县水利局政府信息公开工作年度报告', '云川县水利局'],
  ['云川县水利局关于2023年政府信息公开工作的年度报告', '云川县水利局'],
  ['云川县水利局2016年政务信息公开年度报告', '云川县水利局'],
  ['标题:云川县水利局2023年政府信息公开工作年度报告', '云川县水利局'],
  ['2023年政府信息公开工作年度报告', null],
  ['【图文】云川县水利局2023年度政府信息公开工作年度报告', '云川县水利局'],
  ['云川县水利局工作总结', null],
  ['云川县柳塘镇人民政府信息公开工作年度报告', '云川县柳塘镇人民政府'],
])('name in the title %s', (title, name) => {
  expect(nameFromTitle(title, vocabulary)).toBe(name);
});

test('a line within brackets that open and do not close is part of a sentence, and no title', () => {
  const lines = [
    '依据国务院办公厅政府信',
    '息与政务公开办公室关于印发〈政府信息公开工作年度报告格',
    '式〉的通知编制。',
  ];
  const passages = lines.map((line, i) =>
    passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false }),
  );
  expect(readTitle(passages, vocabulary)).toBeNull();
  const broken = [
    '云川县水利局2023年度政府信息公开工',
    '作年度报告',
    '根据《政府信息公开条例》（以下简称',
    '《条例》）的规定，公布2023年政府信息公开',
  ];
  const own = broken.map((line, i) => passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false }));
  expect(readTitle(own, vocabulary)?.title.text).toBe('云川县水利局2023年度政府信息公开工作年度报告');
});

test.each([
  [['我镇公开信息12条。'], 'township', 'government'],
  [['我街道公开信息12条。', '本街道未收到申请。'], 'township', 'government'],
  [['我局指导各乡镇，本镇另报。'], 'unknown', 'unknown'],
  [['公开信息12条。'], 'unknown', 'unknown'],
])('an agency without a name: %j', (lines, level, kind) => {
  const passages = lines.map((line, i) =>
    passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false }),
  );
  const section = { id: '一', heading: null, printedOrdinal: null, at: null, passages, asides: [] };
  expect(readAgency(null, null, [section], vocabulary).agency).toEqual({ name: null, level, kind });
});

test('a bureau that answers for a county is not the agency', () => {
  const nameOf = (...lines: string[]) => {
    const passages = lines.map((line, i) =>
      passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false }),
    );
    const section = { id: 'preface', heading: null, printedOrdinal: null, at: null, passages, asides: [] };
    return readAgency(null, null, [section], vocabulary).agency.name;
  };
  const contact = '如有疑问，请联系禾屿县政务服务中心。';
  expect(nameOf(contact, '2023年，我县持续推进公开。')).toBeNull();
  expect(nameOf(contact, '2023年，我中心持续推进公开，服务我县群众。')).toBe('禾屿县政务服务中心');
  expect(nameOf('请与禾屿县人民政府办公室联系。', '我县持续推进公开。')).toBe('禾屿县人民政府办公室');
});

test('where the page stands on its site is no title', () => {
  const titleOf = (...lines: string[]) =>
    readTitle(
      lines.map((line, i) => passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false })),
      vocabulary,
    )?.title.text;
  const path = '首页 > 政府信息公开 > 政府信息公开年报 > 2023';
  expect(titleOf(path, '县水利局2023年政府信息公开工作年度报告')).toBe(
    '县水利局2023年政府信息公开工作年度报告',
  );
  expect(titleOf(path)).toBeUndefined();
  // What is called by its subject alone is a title with agency and year, no heading.
  expect(titleOf(path, '禾屿县水利局2023年政府信息公开工作情况')).toBe(
    '禾屿县水利局2023年政府信息公开工作情况',
  );
  expect(titleOf(path, '政府信息公开工作情况')).toBeUndefined();
});

test('a line above the title belongs to it where the text behind gives the name in full', () => {
  const titleOf = (...lines: string[]) =>
    readTitle(
      lines.map((line, i) => passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false })),
      vocabulary,
    )?.title.text;
  const [title, report] = ['县水利局2023年政府信息公开', '工作年度报告'];
  const whole = ['现公布云川', '县水利局2023年政府信息公开工作年度报告。'];
  expect(titleOf('云川', title, report, ...whole)).toBe(`云川${title}${report}`);
  expect(titleOf('附件', `云川${title}`, report, ...whole)).toBe(`云川${title}${report}`);
  expect(titleOf('云川县人民政府', `云川${title}`, report, ...whole)).toBe(`云川${title}${report}`);
});

test.each([
  [
    '按照《中华人民共和国政府信息公开条例》以及省、市关于做好2023年政府信息公开工作年度报告编制工作的要求，编制',
  ],
  ['根据《政府信息公开条例》和2023年度政府信息公开工作年度报告格式'],
])('a sentence that says by what the report was made is no title: %s', (line) => {
  const passage = passageOf(line, { line: 1 }, { simplify: null, pinyin: false });
  expect(readTitle([passage], vocabulary)).toBeNull();
  expect(leadingTitle(passage, vocabulary)).toBeNull();
});

test.each([
  [['发布机构', '有效性', '云川县水利局2023年度政府信息', '公开年度报告'], '云川县水利局'],
  [['时效性', '云川县水利局', '2023年度政府信息公开年度报告'], '云川县水利局'],
  [['发布机构', '云川县水利局', '2023年度政府信息公开年度报告'], null],
  [
    ['公开年度报告', '现依据《中华人民共和国政府信息公开条例》第五十条之规定,公布云川县水', '利局年度报告'],
    null,
  ],
  [['公开年度报告', '依据《中华人民共和国政府信息公开条例》第五十条之规定', '编制'], null],
])(
  'a label without its value takes no line of the title, and no sentence names the agency: %j',
  (lines, name) => {
    const passages = lines.map((line, i) =>
      passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false }),
    );
    const title = readTitle(passages, vocabulary)?.title.text;
    expect(title === undefined ? null : nameFromTitle(title, vocabulary)).toBe(name);
  },
);
