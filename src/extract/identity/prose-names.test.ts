import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../../test/fixtures/defaults.js';
import { passageOf } from '../passages.js';
import { nameInProse, withoutOffice } from './prose-names.js';

const nameOf = (...lines: string[]): string | null =>
  nameInProse(
    lines.map((line, i) => passageOf(line, { line: i + 1 }, { simplify: null, pinyin: false })),
    vocabulary,
  )?.name ?? null;

describe('the agency by what the prose calls it', () => {
  test.each([
    ['2023年，禾屿县民政局认真落实各项要求。', '禾屿县民政局'],
    ['2022年以来，柳塘镇坚持依法公开。', '柳塘镇'],
    ['根据条例要求，青山市云水区石桥街道特编制本报告。', '青山市云水区石桥街道'],
    ['本报告由禾屿县柳塘镇人民政府党政办公室编制。', '禾屿县柳塘镇人民政府'],
    [
      '如有疑问，请联系：青山市云水区人民政府石桥街道办事处；电话见网站。',
      '青山市云水区人民政府石桥街道办事处',
    ],
    ['如有疑问，请与禾屿县水利局办公室联系。', '禾屿县水利局'],
    [
      '根据条例要求，特编制云水市人民政府地方志办公室2023年政府信息公开工作年度报告。',
      '云水市人民政府地方志办公室',
    ],
    ['如有疑问，请与禾屿县水利局综合科联系。', '禾屿县水利局'],
    ['如有疑问，请联系：云水区政府办公室信息科，电话见网站。', '云水区政府办公室'],
    ['如有疑问，请联系：向阳区人民政府办公室，电话见网站。', '向阳区人民政府办公室'],
    ['2021年，县粮食局的政府信息公开工作按照要求推进。', '县粮食局'],
    ['为做好禾屿县水利局政府信息公开工作，我局精心组织。', '禾屿县水利局'],
    ['结合云水区教育局工作实际编制。', '云水区教育局'],
    ['现将禾屿县审计局2024年度政府信息公开情况报告如下。', '禾屿县审计局'],
    ['现将本年度县水利局政府信息公开情况公布如下。', '县水利局'],
    ['2020年，禾屿县 审计局按照部署推进。', '禾屿县审计局'],
    ['2022年，柳塘镇政府信息公开工作有序推进。', '柳塘镇'],
  ])('%s', (line, name) => {
    expect(nameOf(line)).toBe(name);
  });

  test('the fullest form of the name that most sentences have', () => {
    expect(nameOf('2023年，县统计局不断完善机制。', '禾屿县统计局严格审核。', '县统计局积极回应。')).toBe(
      '禾屿县统计局',
    );
  });

  test.each([
    ['the agency above', '在县委领导下，县政府高度重视公开工作。'],
    ['what is not the subject', '2023年，由县水利局组织培训。将镇政府认真列入。'],
    ['no name', '2023年，我局认真落实条例，本镇积极公开。'],
    ['the name of a regulation', '按照《政府信息公开条例》规定，政府信息公开工作扎实推进。'],
    ['two agencies as often', '2023年，省水利厅积极指导。禾屿县民政局认真落实。'],
    ['what is done for a place', '切实保障柳塘镇政府信息公开工作。扎实推进乡政府信息公开各项工作。'],
    ['offices without an agency', '请与党政综合办公室联系。'],
  ])('none: %s', (_, line) => {
    expect(nameOf(line)).toBeNull();
  });
});

test.each([
  ['禾屿县民政局办公室', '禾屿县民政局'],
  ['石桥街道办事处综合与经济发展办公室', '石桥街道办事处'],
  ['柳塘镇人民政府党政办公室', '柳塘镇人民政府'],
  ['柳塘镇人民政府办公室', '柳塘镇人民政府'],
  ['禾屿县人民政府办公室', '禾屿县人民政府办公室'],
  ['禾屿县民政局', '禾屿县民政局'],
])('the agency of %s', (name, agency) => {
  expect(withoutOffice(name, vocabulary)).toBe(agency);
});
