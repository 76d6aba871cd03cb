import { expect, test } from 'vitest';
import { claimsOf } from '../labels.js';
import { cellsOf, combinations, sumsOf } from './reading.js';

const nouns = ['政府信息公开申请', '依申请公开事项'];

const inferredOf = (text: string): string[] =>
  claimsOf([text]).flatMap(({ measure, value, inferred }) =>
    inferred === undefined ? [] : [`${measure} ${value}`],
  );

test.for(
  combinations(['9个单位收到', '共有12名自然人、3家企业提出', '全县11家单位受理'], nouns, [
    '，合计',
    '，共计',
    '，总计',
  ]),
)('a total behind those who asked or were asked: %s%s%s', ([who = '', noun = '', total = '']) => {
  const text = `${who}${noun}${total}52件。`;
  expect(cellsOf(text)).toContain('t3.received.total 52');
  expect(inferredOf(text)).toContain('t3.received.total 52');
});

test.for(combinations(['方面，', '情况：'], ['全年合计', '共计', '合计'], ['，', '、']))(
  'quarters add up to what came in: %s%s %s',
  ([head = '', total = '', mark = '']) => {
    const parts = ['一季度6件', '二季度11件', '三季度9件', '四季度4件'].join(mark);
    expect(cellsOf(`政府信息公开申请${head}${parts}，${total}30件。`)).toEqual(['t3.received.total 30']);
  },
);

test.for(combinations(['新收', '收到'], ['结转', '转结'], ['，', '；']))(
  'what is carried, with no word of when, is told by what adds up: %s %s %s',
  ([received = '', carried = '', mark = '']) => {
    const read = (came: number, kept: number, done: number) =>
      cellsOf(`政府信息公开申请${received}${came}件${mark}${carried}${kept}件${mark}办结${done}件。`);
    expect(read(17, 2, 19)).toContain('t3.carriedIn.total 2');
    expect(read(19, 2, 17)).toContain('t3.carriedOut.total 2');
    expect(read(19, 2, 18).filter((cell) => cell.includes('carried'))).toEqual([]);
  },
);

test.for(
  combinations(['纸质', '邮寄方式提交的', '通过邮寄方式提交的', '其他方式提交的'], ['，', '；'], nouns),
)('none by one way is not none at all: 未收到%s申请%s%s', ([way = '', mark = '', noun = '']) => {
  expect(cellsOf(`依申请公开工作平稳，全年未收到${way}申请${mark}收到网络${noun}5件。`)).not.toContain(
    't3.received.total 0',
  );
});

test.for(combinations(['未收到', '没有收到'], ['书面申请', '以书面、网络等形式提交的申请']))(
  'none in writing, or by several ways, is none at all: %s%s',
  ([sign = '', what = '']) => {
    expect(cellsOf(`依申请公开情况。本年度${sign}${what}。`)).toEqual(['t3.received.total 0']);
  },
);

test.for(combinations(['共有6件书面申请', '收到书面申请6件'], ['，', '；']))(
  'applications in writing are all of them where nothing else is named: %s%s',
  ([text = '', mark = '']) => {
    const said = `依申请公开：${text}${mark}已答复5件。`;
    expect(cellsOf(said)).toContain('t3.received.total 6');
    expect(inferredOf(said)).toContain('t3.received.total 6');
    expect(cellsOf(`依申请公开：${text}${mark}收到网络申请3件。`)).not.toContain('t3.received.total 6');
  },
);

test.for(combinations(['作出', '做出'], ['决定', '答复', '告知'], ['、', '，', '；']))(
  'a verb of deciding says nothing beside an outcome: %s … %s %s',
  ([verb = '', noun = '', mark = '']) => {
    const list = [`予以公开${noun}9件`, `部分公开${noun}2件`, `不予公开${noun}1件`].join(mark);
    expect(cellsOf(`针对政府信息公开申请，我局${verb}${list}。`)).toEqual([
      't3.denied.total 1',
      't3.granted.total 9',
      't3.partial.total 2',
    ]);
  },
);

test.for(
  combinations(['办结后', '答复后', '收到答复后'], ['提起行政复议', '申请行政复议'], ['的1件', '1件']),
)('what was done before is not what is counted: %s%s%s', ([before = '', dispute = '', number = '']) => {
  expect(cellsOf(`政府信息公开申请${before}${dispute}${number}。`)).toEqual(['t4.review.total 1']);
});

test.for(combinations(['除1件正在办理外，', '2件已撤回，'], ['收到的其余15件', '其余受理的15件']))(
  'the rest of what came in is not what came in: %s%s',
  ([lead = '', rest = '']) => {
    expect(cellsOf(`${lead}全年${rest}政府信息公开申请都已答复。`)).not.toContain('t3.received.total 15');
  },
);

test.for(combinations(['作为复议机关，', '作为行政复议机关，'], ['区政府', '本机关', '']))(
  'who decides disputes of others: %s%s',
  ([frame = '', who = '']) => {
    expect(cellsOf(`${frame}${who}受理政府信息公开类行政复议案件18件，审结16件。`)).toEqual([]);
  },
);

test.for(combinations(['公开申请目录中的申请事项', '信息公开申请系统中的申请事项'], ['共34项', '34项']))(
  'what a list of forms holds did not come in: %s%s',
  ([what = '', number = '']) => {
    expect(cellsOf(`${what}${number}，较去年新增3项。`)).toEqual([]);
  },
);

test.for(combinations(['0', '零'], ['，', '、']))(
  'none written as a digit before its noun: %s%s',
  ([none = '', mark = '']) => {
    const list = ['申请', '投诉', '复议', '诉讼'].map((noun) => none + noun).join(mark);
    expect(cellsOf(`政府信息公开工作实现“${list}”。`)).toEqual([
      't3.received.total 0',
      't4.litigationDirect.total+t4.litigationAfterReview.total 0',
      't4.review.total 0',
    ]);
  },
);

test.for(combinations(['与2022年的9件持平', '和2022年的9件基本持平'], ['，', '；']))(
  'a year that is only compared with does not hold for what follows: %s%s',
  ([compared = '', mark = '']) => {
    expect(cellsOf(`2023年政府信息公开申请总计9件，${compared}${mark}办结9件，其中予以公开5件。`)).toEqual([
      't3.granted.total 5',
      't3.received.total 9',
      't3.totalHandled.total 9',
    ]);
  },
);

test.for(
  combinations(['10人次10件', '8名10件'], ['其中1件当场告知，9件书面答复', '其中1件口头告知、9件书面答复']),
)('people and their applications, one number behind the other: %s %s', ([numbers = '', list = '']) => {
  const text = `累计收到政府信息公开申请${numbers}，${list}。`;
  expect(cellsOf(text)).toEqual(['t3.received.total 10']);
  expect(sumsOf(text)).toEqual(['10 = 1 + 9']);
});

test.for(combinations(['视为放弃2件，其余5件按期答复', '撤回2件，其余5件已答复', '不予受理2件、受理5件']))(
  'the rest closes a list: %s',
  ([list = '']) => {
    expect(sumsOf(`收到政府信息公开申请7件，${list}。`)).toEqual(['7 = 2 + 5']);
  },
);

test.for(combinations(['自然人申请3件', '网络申请3件'], ['均予以公开', '全部予以公开']))(
  'what became of a part is not what became of all: %s%s',
  ([part = '', all = '']) => {
    expect(cellsOf(`收到依申请公开4件：${part}，${all}。`)).not.toContain('t3.granted.total 4');
  },
);

test.for(combinations(['已答复的93件中：', '93件答复中，'], ['，', '、']))(
  'a paragraph of outcomes goes on with the one before it: %s %s',
  ([lead = '', mark = '']) => {
    const list = ['予以公开31件', '部分公开11件'].join(mark);
    const claims = claimsOf(['受理政府信息公开申请98件，已办结93件。', `${lead}${list}。`]);
    const told = claims.filter(({ measure }) => measure === 't3.granted.total');
    expect(told.map(({ value, inferred }) => ({ value, inferred }))).toEqual([
      { value: 31, inferred: 'topic' },
    ]);
    const other = claimsOf(['全年受理行政许可98件，已办结93件。', `${lead}${list}。`]);
    expect(other.filter(({ measure }) => measure?.startsWith('t3.') === true)).toEqual([]);
  },
);

test.for(combinations(['因材料不齐', '因补正', '由于案情复杂'], ['结转下年', '转入下年度办理']))(
  'why something is carried on does not hide it: %s%s',
  ([why = '', carried = '']) => {
    expect(cellsOf(`收到政府信息公开申请18份，作出答复17份，1份${why}${carried}。`)).toContain(
      't3.carriedOut.total 1',
    );
  },
);

test.for(combinations(['实施15年来，', '施行以来，', '近三年来，'], ['累计受理申请316件', '共受理316件']))(
  'many years named in a clause of their own hold for what follows: %s%s',
  ([years = '', number = '']) => {
    const text = `政府信息公开条例${years}${number}，本年度受理政府信息公开申请19件。`;
    expect(cellsOf(text)).toEqual(['t3.received.total 19']);
  },
);

test.for(combinations(nouns, ['全部来自自然人', '均由自然人提出'], ['，共', '，共计', '，合计']))(
  'a total behind a clause about who asked: %s%s%s',
  ([noun = '', who = '', total = '']) => {
    expect(cellsOf(`本年度${noun}${who}${total}6件。`)).toContain('t3.received.total 6');
  },
);
