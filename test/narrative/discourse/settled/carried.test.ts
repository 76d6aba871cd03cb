import { expect, test } from 'vitest';
import { cellsOf, combinations } from '../reading.js';

test.for(
  combinations(
    ['上年', '上年度', '上一年度'],
    ['和', '及', '、'],
    ['下年', '下年度', '下一年度'],
    ['结转', '结转件'],
  ),
)('nothing was carried either way: 无%s%s%s%s', ([before = '', link = '', after = '', what = '']) => {
  expect(cellsOf(`本年收到政府信息公开申请6件，无${before}${link}${after}${what}。`)).toEqual([
    't3.carriedIn.total 0',
    't3.carriedOut.total 0',
    't3.received.total 6',
  ]);
});

test.for(combinations(['政府信息公开', '政府信息公开申请', '申请'], ['办理', '办理数量', '处理']))(
  'what was carried in is counted, whatever was done with it: 上年结转%s%s',
  ([noun = '', done = '']) => {
    const text = `本年收到政府信息公开申请6件，上年结转${noun}${done}1件，共办结7件。`;
    expect(cellsOf(text)).toEqual(['t3.carriedIn.total 1', 't3.received.total 6', 't3.totalHandled.total 7']);
  },
);

test.for(combinations(['2022年结转办理', '2022年结转继续办理', '2022年结转处理'], ['，', '、']))(
  'from which year it was carried: %s%s',
  ([carried = '', mark = '']) => {
    expect(cellsOf(`累计处理依申请公开42件，其中本年新收41件${mark}${carried}1件。`)).toContain(
      't3.carriedIn.total 1',
    );
  },
);

test.for(combinations(['下年度', '下一年度', '次年'], ['继续办理', '继续处理'], ['0件', '2件']))(
  'what goes on in the next year: %s%s%s',
  ([year = '', verb = '', many = '']) => {
    expect(cellsOf(`收到政府信息公开申请9件，${year}${verb}${many}。`)).toContain(
      `t3.carriedOut.total ${many.replace('件', '')}`,
    );
  },
);

test.for(combinations(['2023年上半年', '2023年第一季度', '2023年前三季度'], ['，', '']))(
  'a part of the year holds for the sentence that lists: %s%s',
  ([when = '', comma = '']) => {
    const text = `${when}${comma}全区受理政府信息公开申请67件，答复63件。其中同意公开或部分公开共21件。`;
    expect(cellsOf(text)).toEqual([]);
  },
);

const anyone = combinations(
  ['公民', '公众', '群众'],
  ['、', '和', '及'],
  ['法人或其他组织', '法人和其他组织', '法人或者其他组织', '法人以及其他组织'],
);

test.for(anyone)('whoever may ask is no kind of applicants: %s%s%s', ([who = '', mark = '', others = '']) => {
  const all = `${who}${mark}${others}`;
  expect(cellsOf(`全年收到${all}政府信息公开申请共32件。`)).toEqual(['t3.received.total 32']);
  expect(cellsOf(`本年度未收到${all}提出的政府信息公开申请。`)).toEqual(['t3.received.total 0']);
});

test.for(
  combinations(
    ['没有', '无', '未有'],
    ['上年结转', '上年接转'],
    ['和', '及'],
    ['结转下年', '接转下年', '结转下年度办理'],
  ),
)('nothing was carried in or on: %s%s%s%s', ([sign = '', before = '', link = '', after = '']) => {
  expect(cellsOf(`收到依申请公开事项1件，${sign}${before}${link}${after}的申请。`)).toEqual([
    't3.carriedIn.total 0',
    't3.carriedOut.total 0',
    't3.received.total 1',
  ]);
});

test.for(combinations(['历年', '自成立以来', '近年来'], ['均未收取信息公开费用', '未收取任何信息公开费用']))(
  'none in all the years is none in this one: %s%s',
  ([when = '', none = '']) => {
    expect(cellsOf(`依申请公开工作平稳。${when}${none}。`)).toEqual(['fees.amount 0']);
  },
);

test.for(
  combinations(
    ['未收到', '没有收到', '未接到'],
    ['行政复议、行政诉讼', '行政复议和行政诉讼', '行政复议申请及行政诉讼'],
  ),
)('reviews and suits together are those over what the text speaks of: %s%s', ([sign = '', both = '']) => {
  const text = (what: string) => `全年未收到政府信息公开申请。${sign}${what}的情况。`;
  expect(cellsOf(text(both)).length).toBe(3);
  expect(cellsOf(text('行政复议申请'))).toEqual(['t3.received.total 0']);
});

test.for(combinations(['，亦', '，也', '，'], ['无不予公开的情况', '没有不予公开情形', '无不公开情况']))(
  'no refusals, and not no grants: 无申请%s%s',
  ([link = '', none = '']) => {
    expect(cellsOf(`本年无政府信息公开申请${link}${none}。`)).toEqual([
      't3.denied.total 0',
      't3.received.total 0',
    ]);
  },
);

test.for(
  combinations(
    ['未产生', '未发生', '没有'],
    ['提请的', '被提请的', '提出的'],
    ['行政复议和行政诉讼案件', '复议、诉讼'],
  ),
)('disputes that were asked for: %s因申请%s%s', ([sign = '', verb = '', what = '']) => {
  expect(cellsOf(`${sign}因政府信息公开申请${verb}${what}。`)).toEqual([
    't4.litigationDirect.total+t4.litigationAfterReview.total 0',
    't4.review.total 0',
  ]);
});
