import { describe, expect, test } from 'vitest';
import { forms, lexicon, vocabulary } from '../../../test/fixtures/defaults.js';
import type { Report } from '../../model/index.js';
import { extract } from '../index.js';

const read = (lines: readonly string[]): Promise<Report> =>
  extract(new TextEncoder().encode(lines.join('\n')), { forms, lexicon, vocabulary, name: 'report' });
const isCutOff = async (...lines: string[]) =>
  (await read(lines)).notes.some(({ code }) => code === 'cut-off');

const start = [
  '禾屿县水利局2023年政府信息公开工作年度报告',
  '一、总体情况',
  '2023年，本局主动公开政府信息12条。',
];

describe('the document ends before the report', () => {
  test.each([
    ['half a sentence', ['（一）主动公开', '全年通过网站公开政府信息12条，其中工作动态']],
    ['half a sentence without a pause', ['本年度我局未收到信息公开申']],
    ['a sentence cut behind a pause', ['主要通过网站公开，通过宣传栏公开，']],
    ['a heading that nothing follows', ['（二）依申请公开']],
    ['the words behind a heading', ['（四）公开平台', '依托县政府网站']],
    ['the beginning of the heading of a part', ['二、主动公开政府信息情况', '三、收到和处理政']],
    ['a year behind a heading', ['五、存在的主要问题及改进情况', '20']],
    [
      'half a sentence that ends with a bracket',
      [
        '公开的途径有门户网站、政府公报、档案馆、公共图书馆、机关查阅点、局长信箱、政务微博(禾屿水利)、政务微信公众号以及县融媒体中心的客户端(禾屿发布)',
      ],
    ],
    ['a cell whose bracket nothing closes', ['二、主动公开政府信息情况', '政府集中采购', '3', '13000(预算']],
    ['the number of a label', ['二、主动公开政府信息情况', '（二）']],
    ['the beginning of a label', ['二、主动公开政府信息情况', '第二十条第（']],
    ['words that no sentence ends behind one that did', ['全年举办访谈6次。', '全力做好园区各项']],
    ['a bracket and nothing in it', ['全年公开信息12条，其中动态8条。', '（']],
    [
      'one character of a label',
      ['二、主动公开政府信息情况', '本年制发件数 | 本年废止件数 | 现行有效件数', '规'],
    ],
    [
      'one character behind a label with its unit',
      ['二、主动公开政府信息情况', '本年收费金额（单位：万元）', '行'],
    ],
    ['where a picture lies', ['全年公开信息12条，其中动态8条。', '/files/public/20240129/6a0c12f87']],
    ['a column and no figure', ['二、主动公开政府信息情况', '信息内容 | 本年（2023）制发件数']],
  ])('%s', async (_, lines) => {
    expect(await isCutOff(...start, ...lines)).toBe(true);
  });

  test('it begins behind the first parts', async () => {
    expect(
      await isCutOff(
        '四、政府信息公开行政复议、行政诉讼情况',
        '本年度无。',
        '五、存在的主要问题及改进情况',
        '公开不够及时，今后改进。',
      ),
    ).toBe(true);
  });
});

describe('it does not break off', () => {
  test.each([
    ['a sentence that ends', ['全年公开信息12条，其中动态8条。']],
    ['a bracket', ['全年公开信息12条，其中动态8条。', '（此件公开发布）']],
    ['a signature', ['全年公开信息12条，其中动态8条。', '禾屿县水利局', '2024年1月12日']],
    ['a telephone number', ['全年公开信息12条。', '联系电话：0000-1234567，邮编：100000']],
    ['an address', ['全年公开信息12条。', '联系人：张某，地址：清河路8号']],
    ['a name that signs', ['全年公开信息12条，其中动态8条。', '禾屿县水利局办公室']],
    ['the name of a column of the site', ['全年公开信息12条，其中动态8条。', '返回顶部']],
    ['an attachment', ['全年公开信息12条。', '附件：公开情况一览，公开目录']],
    ['the foot of a page', ['全年公开信息12条。', '主办单位：禾屿县人民政府，承办单位：县大数据中心']],
    ['the last part is there', ['六、其他需要报告的事项', '本年度收取信息处理费0元，没有其他事项']],
  ])('%s', async (_, lines) => {
    expect(await isCutOff(...start, ...lines)).toBe(false);
  });
});

const partsOf = async (...lines: string[]) =>
  (await read(lines)).sections.flatMap(({ id, heading }) => (heading === null ? [] : [id]));

describe('what the first part is about is no part of its own', () => {
  test.each([
    ['in brackets', ['（一）主动公开情况', '公开12条。', '（二）依申请公开政府信息情况', '收到申请2件。']],
    ['in digits', ['1、主动公开情况', '公开12条。', '2、依申请公开政府信息情况', '收到申请2件。']],
  ])('%s', async (_, lines) => {
    expect(await partsOf(...start, ...lines)).toEqual(['一']);
  });

  test('parts that are numbered so are parts', async () => {
    expect(
      await partsOf(
        '禾屿县水利局2023年政府信息公开工作年度报告',
        '1、总体情况',
        '公开12条。',
        '2、主动公开政府信息情况',
        '见表。',
      ),
    ).toEqual(['一', '二']);
    expect(await partsOf(...start, '（二）主动公开政府信息情况', '见表。')).toEqual(['一', '二']);
  });
});

describe('a report without title and table', () => {
  test.each([
    [
      'its text calls it a report',
      ['根据条例，现公布本单位政府信息公开年度报告。', '一、总体情况', '公开12条。'],
    ],
    [
      'its lines head what every report is about',
      ['一、总体情况', '（一）主动公开情况。公开12条。', '（二）依申请公开情况。没有申请。'],
    ],
  ])('%s', async (_, lines) => {
    expect(await partsOf(...lines)).toEqual(['一']);
  });

  test('a heading in other words is enough where both show it', async () => {
    const { sections } = await read([
      '根据《政府信息公开条例》编制。数据统计期限为2023年1月1日至2023年12月31日。',
      '一、工作推进总体情形',
      '（一）主动公开更加及时。公开12条。',
      '（二）依申请公开更加规范。没有申请。',
    ]);
    expect(sections).not.toEqual([]);
    await expect(
      read(['信息公开培训班日程', '（一）主动公开专题', '（二）依申请公开专题']),
    ).rejects.toMatchObject({
      code: 'no-report',
    });
  });

  test('another text with one such heading is none', async () => {
    await expect(read(['一、总体情况', '全县粮食产量稳定。', '（一）夏粮情况'])).rejects.toMatchObject({
      code: 'no-report',
    });
  });
});

test('lines of how to reach the agency part no preface', async () => {
  const { period } = await read([
    '根据条例，现公布本机关政府信息公开年度报告。数据统计期限为2023年1月1日至12月31日。',
    '邮编：100000；',
    '电话：0000-1234567',
    '一、总体情况',
    '公开12条。',
  ]);
  expect(period?.to).toBe('2023-12-31');
});
