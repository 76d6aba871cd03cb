import { describe, expect, test } from 'vitest';
import type { Passage, Report } from '../../model/index.js';
import { problemsOf, statedAmong } from './problems.js';

const passage = (text: string): Passage => ({
  text,
  source: text,
  offsets: Array.from({ length: text.length + 1 }, (_, index) => index),
  at: {},
});
const reportOf = (...texts: string[]): Pick<Report, 'sections' | 'agency'> => ({
  agency: { name: '云溪县水利局', level: 'county', kind: 'department' },
  sections: [
    {
      id: '五',
      role: 'problems',
      heading: '五、存在的主要问题及改进情况',
      printedOrdinal: null,
      at: {},
      asides: [],
      passages: texts.map(passage),
    },
  ],
});
const textsOf = (...texts: string[]) => problemsOf(reportOf(...texts))?.map(({ text }) => text);

const wells = '农村机井台账的公开内容不够完整，部分乡镇逐月水量数据缺失较多';
const reading = '防汛预案的解读形式仍以转发文字为主，图表和音视频解读较少';

describe('problems', () => {
  test('are sentences of their own, before what is done about them', () => {
    expect(
      textsOf(
        `存在的主要问题:一是${wells};第二,${reading}。`,
        '（二）改进措施',
        '一是组织业务培训，弥补工作人员对公开目录掌握不够熟练的短板。',
        '机井台账的公开内容不够完整一事由水资源股负责补充到位。',
      ),
    ).toEqual([wells, reading]);
  });

  test.each([
    ['an opening phrase', '政府信息公开工作虽取得一定成绩，但与群众期待相比仍存在不少差距和不足。'],
    ['an announcement of both', '现将存在的不足之处及有关改进情况逐条报告如下，请予审阅。'],
    ['an opening without a verb of being there', '我局公开工作虽然成绩明显,但与要求相比仍然有很多不足。'],
    ['what is needed', '还需要进一步充实机井台账的公开内容,弥补逐月水量数据缺失较多的短板。'],
    ['a phrase that anybody would write', '公开力度有待加强；业务能力不足。'],
    ['what was put right', '上年度反映的机井台账公开内容不够完整的情况已补充到位。'],
    ['a measure', '一是加强业务学习，解决工作人员对公开目录掌握不够熟练的情况。'],
    ['what is to come', '下一步，我局将围绕机井台账公开内容不够完整的情况逐项补充。'],
    ['a plan in the middle', '我局将从以下方面补齐：机井台账的公开内容不够完整，逐月补充。'],
    ['praise', '机井台账的公开内容完整准确，各乡镇逐月报送水量数据并上墙公示。'],
  ])('%s is none', (_, text) => {
    expect(textsOf(text)).toEqual([]);
  });

  test('a report without the part tells nothing', () => {
    expect(problemsOf({ ...reportOf(), sections: [] })).toBe(null);
  });
});

test('the same words, but for figures, names and a word, are the same problem', () => {
  const [own] = problemsOf(reportOf(`${wells}。`)) ?? [];
  const among = (text: string) =>
    own === undefined ? null : statedAmong(own, problemsOf(reportOf(`${text}。`)) ?? []);
  expect([
    among(`2.${wells}`),
    among(wells.replace('较多', '很多')),
    among(reading),
    among('农村饮水工程的公开内容不够完整，部分水厂逐月水质数据缺失较多'),
    among('部分乡镇逐月水量数据缺失较多'),
  ]).toEqual([true, true, false, false, false]);
});
