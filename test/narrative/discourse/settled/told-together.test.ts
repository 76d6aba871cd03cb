import { expect, test } from 'vitest';
import { cellsOf, combinations, sumsOf } from '../reading.js';

test.for(combinations(['申请中', '申请里'], ['公开或部分公开', '予以公开和部分公开', '公开、部分公开']))(
  'the number among which others are counted is none of them: 12件%s%s7件',
  ([frame = '', verbs = '']) => {
    const cells = cellsOf(`依申请公开办理规范，12件${frame}${verbs}7件，无法提供5件。`);
    expect(cells).toContain('t3.granted.total+t3.partial.total 7');
    expect(cells).not.toContain('t3.granted.total 12');
  },
);

test.for(
  combinations(
    ['分局共收到', '所属单位收到', '各镇街收到'],
    ['局机关收到', '本级收到'],
    ['合计', '共计', '总计'],
  ),
)(
  'what others and the agency got together is not its own: %s %s %s',
  ([others = '', own = '', total = '']) => {
    const cells = cellsOf(
      `${others}政府信息公开申请19件，${own}政府信息公开申请25件，${total}44件。`,
      '苍南市财政局',
    );
    expect(cells).toEqual(['t3.received.total 25']);
  },
);

test.for(
  combinations(
    ['承办', '代理', '依法承办'],
    ['市政府行政复议案件', '行政复议案件', '行政诉讼案件'],
    ['受市政府委托，', '接受区政府指派，'],
  ),
)('%s%s are handled for others: %s', ([verb = '', cases = '', lead = '']) => {
  const text = `${lead}${verb}以其名义答复的政府信息公开申请46件，${verb}${cases}129件。`;
  expect(cellsOf(text, '安陵市司法局')).toEqual([]);
});

test.for(combinations(['建议保留', '拟保留'], ['建议废止', '拟废止'], ['，', '、']))(
  'what is only proposed was not done: %s %s %s',
  ([kept = '', repealed = '', mark = '']) => {
    expect(cellsOf(`清理规范性文件164件，${kept}139件${mark}${repealed}25件。`)).toEqual([]);
  },
);

test.for(
  combinations(
    ['均与政府信息公开有关', '均为政府信息公开案件', '都是因政府信息公开引起'],
    ['维持2件', '驳回2件'],
    ['纠正1件', '责令重新答复1件'],
  ),
)(
  'what all disputes were over may be said behind them: 行政复议3件，%s，其中%s、%s',
  ([all = '', one = '', other = '']) => {
    expect(cellsOf(`今年我局发生行政复议3件，${all}，其中${one}、${other}。`)).toEqual([
      't4.review.corrected 1',
      't4.review.total 3',
      't4.review.upheld 2',
    ]);
    expect(cellsOf(`今年我局发生行政复议3件，其中${one}、${other}。`)).toEqual([]);
    expect(cellsOf(`今年我局发生行政复议3件，均与政府信息公开无关，其中${one}、${other}。`)).toEqual([]);
  },
);

test.for(combinations(['（以上均为政府信息公开案件）', '以上案件均与政府信息公开有关。'], ['，', '；']))(
  'or at the end: %s %s',
  ([all = '', mark = '']) => {
    const list = ['结果维持3', '其他结果1', '尚未审结1', '总计5'].join(mark);
    const end = all.startsWith('（') ? all : `\n${all}`.trim();
    expect(cellsOf(`行政复议：${list}。${end}`)).toEqual([
      't4.review.otherResult 1',
      't4.review.pending 1',
      't4.review.total 5',
      't4.review.upheld 3',
    ]);
  },
);

test.for(
  combinations(
    ['收费、复议、诉讼', '收费，复议，诉讼', '复议、诉讼、收费'],
    ['等情况', '情况', '情形'],
    ['亦无', '无', '没有'],
  ),
)(
  'a verb beside nouns is one more thing that there was none of: %s%s %s',
  ([list = '', tail = '', sign = '']) => {
    const text = `全年政府信息公开申请数为零，${sign}${list.replaceAll('，', '、')}${tail}。`;
    expect(cellsOf(text)).toEqual([
      'fees.amount 0',
      't3.received.total 0',
      't4.litigationDirect.total+t4.litigationAfterReview.total 0',
      't4.review.total 0',
    ]);
  },
);

test.for(
  combinations(['科研机构、法律服务机构', '科研机构和法律服务机构'], ['的', '提出的', '等其他主体提出的']),
)('none of those who ask: 没有%s%s申请', ([who = '', of = '']) => {
  expect(cellsOf(`收到政府信息公开申请9件，没有${who}${of}申请。`)).toEqual([
    't3.received.legalService 0',
    't3.received.research 0',
    't3.received.total 9',
  ]);
});

test.for(
  combinations(
    ['逐年攀升：', '连年增长：', '：'],
    ['2021年7件', '2021年为7件'],
    ['，', '、'],
    ['，三年合计42件', ''],
  ),
)('one number for each of several years: %s%s%s%s', ([lead = '', first = '', mark = '', total = '']) => {
  const list = [first, '2022年13件', '2023年22件'].join(mark);
  const cells = cellsOf(`政府信息公开申请数量${lead}${list}${total}。`);
  expect(cells).not.toContain('t3.received.total 42');
  expect(cells).toContain('t3.received.total 22');
});

test.for(
  combinations(
    ['由上年的8件增至16件', '从去年的8件增加到16件', '由上年8件增至16件'],
    ['新收申请同比翻番', '收到申请数量较上年翻番'],
  ),
)('grown from a number to another: %s，%s', ([grown = '', noun = '']) => {
  const cells = cellsOf(`依申请公开工作压力加大。${noun}，${grown}。`);
  expect(cells).toContain('t3.received.total 16');
});

test.for(combinations(['较去年的9份多5份', '比上年的9份少5份'], ['本年度收到', '全年共收到']))(
  'by how many more: %s',
  ([more = '', verb = '']) => {
    expect(cellsOf(`${verb}政府信息公开申请14份，${more}。`)).toContain('t3.received.total 14');
  },
);

test.for(combinations(['均在15个工作日内予以答复', '全部在20个工作日内答复', '都在15日内作出答复']))(
  'how long it took is no count: %s',
  ([all = '']) => {
    expect(cellsOf(`收到政府信息公开申请4件，${all}。`)).toEqual([
      't3.received.total 4',
      't3.totalHandled.total 4',
    ]);
  },
);

test.for(combinations(['均', '都'], ['由分管领导审签后答复', '经专班会商把关后答复', '由法制员核稿后寄出']))(
  'whatever is said of all that came in: 收到的3件申请%s%s',
  ([all = '', rest = '']) => {
    expect(cellsOf(`依申请公开从严把关。收到的3件申请${all}${rest}。`)).toContain('t3.received.total 3');
  },
);

test.for(combinations(['总计', '合计', '共计'], ['；', '，']))(
  'a total without a unit at the end of outcomes: %s %s',
  ([total = '', mark = '']) => {
    const list = ['新收42', '上年结转3', '予以公开15', '不予公开17', '无法提供11', `${total}43`, '结转下年2'];
    const text = `依申请公开办理情况：${list.join(mark)}。`;
    expect(cellsOf(text)).toContain('t3.totalHandled.total 43');
    expect(sumsOf(text)).toContain('43 = 15 + 17 + 11');
  },
);

test.for(combinations(['各村民', '有关单位', '各社区群众'], ['提出', '提交', '递交'], ['书面', '']))(
  'who handed them in is no agency that got them: %s%s%s',
  ([who = '', verb = '', way = '']) => {
    expect(cellsOf(`我镇共受理${who}${way}${verb}的政府信息公开申请8件。`)).toContain('t3.received.total 8');
  },
);

test.for(combinations(['30件按期答复，4件延期后答复', '当场答复30件，4件会后答复']))(
  'two ways of being handled are neither all: %s',
  ([ways = '']) => {
    const cells = cellsOf(`收到政府信息公开申请36件，${ways}，2件结转下年度继续办理。`);
    expect(cells.filter((cell) => cell.startsWith('t3.totalHandled'))).toEqual([]);
  },
);

test.for(combinations(['——', '：', '—— '], ['来件情况', '申请情况']))(
  'a dash parts what a line is about from what it counts: %s %s',
  ([dash = '', about = '']) => {
    expect(cellsOf(`${about}${dash}本年度收到政府信息公开申请14件。`)).toEqual(['t3.received.total 14']);
  },
);

test.for(combinations(['其他4件为', '其它4件为'], ['不掌握', '信息不存在', '本机关不掌握']))(
  'the others and what became of them: %s%s',
  ([rest = '', what = '']) => {
    expect(cellsOf(`收到政府信息公开申请10件，予以公开6件，${rest}${what}。`)).toEqual([
      't3.granted.total 6',
      't3.received.total 10',
      't3.unavailable.notHeld.total 4',
    ]);
  },
);

test.for(
  combinations(
    ['新收件数', '收到件数'],
    ['与上年持平', '同比增加3件', '比上年多3件'],
    ['办结件数', '答复件数'],
    ['比上年多2件', '同比增加2件'],
  ),
)('numbers behind a comparison: %s%s，%s%s', ([intake = '', one = '', done = '', other = '']) => {
  const text = `政府信息公开申请方面，${intake}${one}，为27件，${done}${other}，为28件。`;
  const cells = cellsOf(text).filter((cell) => !cell.startsWith('change.'));
  expect(cells).toEqual(['t3.received.total 27', 't3.totalHandled.total 28']);
});

test.for(combinations(['结转出', '转结出'], ['结转入', '转结入']))(
  'carried %s and %s',
  ([out = '', into = '']) => {
    expect(cellsOf(`依申请公开：新收13、${into}1、办结12、${out}2。`)).toEqual([
      't3.carriedIn.total 1',
      't3.carriedOut.total 2',
      't3.received.total 13',
      't3.totalHandled.total 12',
    ]);
  },
);

test.for(combinations(['数据电文', '数据电文形式'], ['提出', '提交']))(
  'a way of sending it in: %s %s',
  ([way = '', verb = '']) => {
    expect(cellsOf(`我馆未收到以书面或${way}${verb}的信息公开申请。`)).toEqual(['t3.received.total 0']);
  },
);
