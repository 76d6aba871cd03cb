import { expect, test } from 'vitest';
import { cellsOf, combinations, sumsOf } from './reading.js';

const lawsuits = 't4.litigationDirect.total+t4.litigationAfterReview.total';

test.for(
  combinations(
    ['1件由申请人撤回，其余6件', '除1件未补正外，其余6件', '其中1件属于重复申请，其余6件'],
    ['已答复', '均已依法答复', '按期办结'],
  ),
)('a rest that was answered is not all that was handled: %s%s', ([others = '', answered = '']) => {
  expect(cellsOf(`收到政府信息公开申请7件，${others}${answered}。`)).not.toContain('t3.totalHandled.total 6');
});

test.for(
  combinations(
    ['1件结转下年度办理', '1件正在办理', '上年结转1件'],
    ['其余6件', '剩余6件'],
    ['已答复', '均已办结'],
  ),
)('it is where the others wait: %s，%s%s', ([others = '', rest = '', answered = '']) => {
  expect(cellsOf(`收到政府信息公开申请7件，${others}，${rest}${answered}。`)).toContain(
    't3.totalHandled.total 6',
  );
});

test.for(
  combinations(['（', '，其中'], ['承办科室答复', '有关单位承办答复'], ['由本办答复', '由办公室答复']),
)('who answered them: %s%s，%s', ([opening = '', one = '', other = '']) => {
  const close = opening === '（' ? '）' : '';
  expect(
    cellsOf(`收到政府信息公开申请41件${opening}36件由${one}，5件${other}${close}，全部办结。`),
  ).not.toContain('t3.totalHandled.total 5');
});

test.for(
  combinations(
    ['，其中1件', '（其中1件'],
    ['为', '系'],
    ['2022年12月收到、2023年1月办结', '上年12月收到，2023年1月答复'],
  ),
)('a part with a date of its own: %s%s%s', ([part = '', copula = '', dates = '']) => {
  const cells = cellsOf(
    `全年办结政府信息公开申请9件${part}${copula}${dates}${part.startsWith('（') ? '）' : ''}。`,
  );
  expect(cells.filter((cell) => cell.endsWith(' 1') && !cell.includes('carriedIn'))).toEqual([]);
});

test.for(combinations(['不予受理2件', '决定不予受理2件', '未予受理2件'], ['，', '、', '；']))(
  'the form has no row for what was not taken up: %s%s',
  ([refused = '', mark = '']) => {
    const cells = cellsOf(`收到政府信息公开申请16件，受理14件${mark}${refused}。`);
    expect(cells.filter((cell) => cell.startsWith('t3.rejected'))).toEqual([]);
  },
);

test.for(combinations(['转其他单位办理', '转有关部门答复', '移交其他机关处理'], ['，', '、']))(
  'what was passed on is no other result: %s%s',
  ([passed = '', mark = '']) => {
    expect(cellsOf(`办结政府信息公开申请20件，其中${passed}9件${mark}予以公开11件。`)).toEqual([
      't3.granted.total 11',
      't3.totalHandled.total 20',
    ]);
  },
);

test.for(combinations(['市本级', '市政府本级'], ['县（市、区）', '各县（市、区）', '区县'], ['，', '；']))(
  'a government beside those below it: %s，%s%s',
  ([own = '', others = '', mark = '']) => {
    const text = `全市共收到政府信息公开申请1632件，其中${own}收到265件${mark}${others}收到1367件。`;
    expect(cellsOf(text, '云溪市人民政府')).toEqual(['t3.received.total 1632']);
    expect(
      cellsOf(`${own}收到政府信息公开申请39件${mark}${others}收到申请118件。`, '云溪市人民政府'),
    ).toEqual([]);
  },
);

test.for(combinations(['单位', '部门'], ['有', '共有']))(
  'how many agencies received some: %s %s',
  ([unit = '', verb = '']) => {
    expect(cellsOf(`全县${verb}9个${unit}收到政府信息公开申请。`)).toEqual([]);
  },
);

test.for(combinations(['政府信息公开申请', '依申请公开事项'], ['：', '数：'], ['，', '；', '。']))(
  'a number alone behind a colon: %s%s%s',
  ([noun = '', colon = '', mark = '']) => {
    expect(cellsOf(`受理${noun}${colon}12件${mark}办结${noun}：11件${mark}行政复议：0件。`)).toEqual([
      't3.received.total 12',
      't3.totalHandled.total 11',
      't4.review.total 0',
    ]);
  },
);

test.for(combinations(['1名公民', '2名申请人', '一位村民'], ['提交的', '提出的']))(
  'the number of those who asked is not that of what they asked for: %s%s',
  ([who = '', how = '']) => {
    expect(cellsOf(`全年收到${who}${how}3件政府信息公开申请。`)).toEqual(['t3.received.total 3']);
  },
);

test.for(combinations(['公开', '予以公开'], ['含', '包含', '包括'], ['部分公开']))(
  'an outcome that takes another in: %s（%s%s）',
  ([granted = '', takes = '', partial = '']) => {
    expect(
      cellsOf(`答复政府信息公开申请155件，${granted}（${takes}${partial}）61件，不予公开12件。`),
    ).toEqual(['t3.denied.total 12', 't3.granted.total+t3.partial.total 61', 't3.totalHandled.total 155']);
  },
);

test.for(combinations(['较上年减少8件', '比上年增加2件'], ['，为', '，达到']))(
  'what a change led to: %s%s',
  ([change = '', becomes = '']) => {
    expect(cellsOf(`政府信息公开申请数${change}${becomes}11件。`)).toEqual(['t3.received.total 11']);
  },
);

test.for(combinations(['，全部', '，均'], ['予以公开', '依法予以公开']))(
  'all of a list that is complete: %s%s',
  ([all = '', outcome = '']) => {
    expect(cellsOf(`收到依申请公开事项4宗，其中3宗为林权信息，1宗为宅基地信息${all}${outcome}。`)).toContain(
      't3.granted.total 4',
    );
    expect(cellsOf(`收到依申请公开事项4宗，其中2宗为林权信息${all}${outcome}。`)).not.toContain(
      't3.granted.total 4',
    );
  },
);

test.for(combinations(['（均为复议后起诉）', '，均为复议后起诉', '，全部为经复议后起诉']))(
  'which kind of suits they all were: %s',
  ([kind = '']) => {
    expect(cellsOf(`因政府信息公开被提起行政诉讼5件${kind}。`)).toEqual([
      't4.litigationAfterReview.total 5',
      `${lawsuits} 5`,
    ]);
  },
);

test.for(combinations(['无收费。', '没有收费。', '未收费。']))(
  'no fees, in a sentence of its own: %s',
  ([denial = '']) => {
    expect(cellsOf(`未收到依申请公开政府信息件。${denial}`)).toContain('fees.amount 0');
    expect(cellsOf(`未收到依申请公开政府信息件。全年办理不动产登记120件，${denial}`)).not.toContain(
      'fees.amount 0',
    );
  },
);

test.for(combinations(['、', '和'], ['均为0', '均为零', '都是0件']))(
  'a noun and verbs that share one number: %s %s',
  ([link = '', none = '']) => {
    expect(cellsOf(`政府信息公开申请、办结${link}结转数${none}。`)).toEqual([
      't3.carriedOut.total 0',
      't3.received.total 0',
      't3.totalHandled.total 0',
    ]);
    expect(cellsOf(`政府信息公开申请办结数${link}结转数${none}。`)).not.toContain('t3.received.total 0');
  },
);

test.for(combinations(['按答复类别分', '从办理情形看', '就处理结果来看']))(
  'a list by outcomes behind one by contents: %s',
  ([opening = '']) => {
    const text = `收到政府信息公开申请95件，其中房屋档案53件、拆迁档案29件、物业管理13件。${opening}，同意公开30件，部分公开12件，无法提供53件。`;
    expect(sumsOf(text)).toContain('95 = 30 + 12 + 53');
  },
);

test.for(combinations(['均不涉及信息公开', '不涉及政府信息公开工作', '均与信息公开无关'], ['2件', '1件']))(
  'disputes said to have nothing to do with disclosure: %s %s',
  ([unrelated = '', count = '']) => {
    const text = `全年依申请公开事项为零，行政复议案件${count}，${unrelated}。`;
    expect(cellsOf(text).filter((cell) => cell.startsWith('t4'))).toEqual([]);
  },
);

test.for(combinations(['、', '及', '和'], ['等情况', '的情况', '']))(
  'no fees, at the end of a list of disputes: %s %s',
  ([link = '', tail = '']) => {
    expect(cellsOf(`未发生政府信息公开申请、复议、诉讼${link}收费${tail}。`)).toEqual([
      'fees.amount 0',
      't3.received.total 0',
      `${lawsuits} 0`,
      't4.review.total 0',
    ]);
  },
);

test.for(combinations(['其他事项', '行政审批事项', '信访事项'], ['作出答复', '办结']))(
  'what applications are about is not what the text goes on with: %s，%s',
  ([content = '', answered = '']) => {
    const text = `收到政府信息公开申请35件，其中23件涉及入学政策，12件涉及${content}。${answered}35件。`;
    expect(cellsOf(text)).toEqual(['t3.received.total 35', 't3.totalHandled.total 35']);
  },
);

test.for(combinations(['按申请人', '按申请人分', '从申请人看'], ['：', '，']))(
  'lists of one total, one behind the other: %s%s',
  ([opening = '', mark = '']) => {
    const kinds = `${opening}${opening === '按申请人' ? '：' : mark}自然人55件、商业企业6件`;
    const text = `收到政府信息公开申请61件。按申请方式：信函20件、网络41件；${kinds}。`;
    expect(sumsOf(text)).toEqual(['61 = 20 + 41', '61 = 55 + 6']);
  },
);

test.for(
  combinations(
    [
      '上年结转的1件和新收的11件政府信息公开申请',
      '全年收到的11件政府信息公开申请以及上年结转的1件',
      '新收申请11件、上年结转1件',
    ],
    ['均已办结', '全部办理完毕'],
  ),
)('what was carried in is finished with what came in: %s%s', ([both = '', finished = '']) => {
  const cells = cellsOf(`${both}${finished}。`);
  expect(cells).toContain('t3.totalHandled.total 12');
  expect(cells).not.toContain('t3.totalHandled.total 11');
});

test('what became of both is no number of what came in alone', () => {
  const cells = cellsOf('上年结转1件、新收2件申请均予以公开。');
  expect(cells.filter((each) => each.startsWith('t3.granted'))).toEqual(['t3.granted.total 3']);
});

test.each(['共对3件申请作出收费决定', '共对3件申请征求第三方意见'])(
  'applications that something was done about are not all: %s',
  (text) => {
    expect(cellsOf(`${text}。`)).not.toContain('t3.received.total 3');
  },
);

test.for(
  combinations(
    ['新收申请11件，上年结转1件', '上年结转1件，新收申请11件', '收到申请11件，上年结转1件，合计12件'],
    ['均已办结', '全部依法作出答复'],
  ),
)('what follows both is said of both: %s，%s', ([both = '', finished = '']) => {
  expect(cellsOf(`${both}，${finished}。`)).toContain('t3.totalHandled.total 12');
});

test('no row counts who asked for what came in together with what was carried in', () => {
  const cells = cellsOf('收到申请11件，上年结转1件，均为自然人申请。');
  expect(cells).not.toContain('t3.received.naturalPerson 12');
});

test.for([
  [
    '通过网站发布信息210条，通过微信发布信息186条，通过信息公开栏发布信息75条，共计发布信息481条',
    '481 = 210 + 186 + 75',
  ],
  ['公开行政许可信息90条、行政处罚信息13条、抽查检查信息21条，合计公开信息134条', '134 = 90 + 13 + 21'],
  ['发布工程进度信息34条、资金使用信息12条、验收结果信息18条，总计发布信息74条', '74 = 34 + 12 + 18'],
])('kinds of a thing before their total: %s', ([text = '', sum = '']) => {
  expect(sumsOf(`${text}。`)).toEqual([sum]);
});

test.each([
  '收到信息34条，发布信息12条，共计发布信息50条',
  '发布工程进度信息34条、政策图解12篇，总计发布信息52条',
])('a total of something else than what stands before it: %s', (text) => {
  expect(sumsOf(`${text}。`)).toEqual([]);
});
