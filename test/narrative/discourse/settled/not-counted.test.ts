import { expect, test } from 'vitest';
import { cellsOf, combinations } from '../reading.js';

test.for(
  combinations(
    ['历年累计受理', '条例实施以来，累计受理', '历年来累计收到'],
    ['，累计被复议61件、被诉27件', '，累计办结1310件', '；累计答复1310件，累计被复议61件'],
  ),
)('several years hold on for what is added up over them: %s%s', ([lead = '', rest = '']) => {
  expect(cellsOf(`截至2023年底，${lead}政府信息公开申请1312件${rest}。`)).toEqual([]);
});

test.for(combinations(['历年累计受理', '历年来累计收到'], ['本年度收到', '2023年收到']))(
  'but not for the year’s own: %s %s',
  ([lead = '', own = '']) => {
    expect(cellsOf(`${lead}政府信息公开申请1312件，${own}政府信息公开申请96件。`)).toEqual([
      't3.received.total 96',
    ]);
  },
);

test.for(
  combinations(
    ['开展依申请公开“模拟暗访”', '进行依申请公开模拟测试', '组织依申请公开暗访'],
    ['收到答复37件', '收到回复37件', '接到反馈37件'],
    ['答复不规范的6件', '答复不及时的6件', '答复违规6件'],
  ),
)('what was only tried out is no application: %s，%s，%s', ([trial = '', got = '', wrong = '']) => {
  expect(cellsOf(`对38家单位${trial}，发出申请38件，${got}，${wrong}。`, '桥东区人民政府办公室')).toEqual([]);
});

test.for(combinations(['答复', '回复', '书面答复'], ['申请人54件次', '申请人54件']))(
  'letters to those who asked are not applications: %s%s',
  ([verb = '', people = '']) => {
    const cells = cellsOf(`依申请公开方面，${verb}${people}，涉及申请49件。`);
    expect(cells).toEqual([]);
  },
);

test.for(
  combinations(
    ['上年度', '上年', '去年'],
    ['也没有', '没有', '亦无'],
    ['未办结件转入', '申请转入', '未办结申请'],
  ),
)(
  '%s%s%s: none was carried in, and nothing is said of the next year',
  ([year = '', sign = '', what = '']) => {
    const cells = cellsOf(`我处今年没有收到政府信息公开申请，${year}${sign}${what}。`);
    expect(cells).not.toContain('t3.carriedOut.total 0');
    expect(cells).toContain('t3.received.total 0');
  },
);

test.for(combinations(['公开一部分2件', '公开了一部分2件', '提供一部分2件'], ['，', '、']))(
  'a part is no unit: %s %s',
  ([part = '', mark = '']) => {
    expect(cellsOf(`办结政府信息公开申请10件：予以公开8件${mark}${part}。`)).toEqual([
      't3.granted.total 8',
      't3.partial.total 2',
      't3.totalHandled.total 10',
    ]);
  },
);

test.for(combinations(['三项共', '三项合计', '共'], ['14件依申请公开', '14件政府信息公开申请']))(
  'a total before its noun: %s%s',
  ([total = '', noun = '']) => {
    expect(cellsOf(`窗口受理1件、网上受理8件、邮寄受理5件，${total}${noun}。`)).toContain(
      't3.received.total 14',
    );
  },
);

test.for(combinations(['召开会商会9次', '组织协调会9场', '开展研判9次'], ['答复40件', '办结40件']))(
  'how often people met does not hide what was counted: %s，%s',
  ([met = '', done = '']) => {
    expect(cellsOf(`全年收到政府信息公开申请41件，${met}，${done}。`)).toEqual([
      't3.received.total 41',
      't3.totalHandled.total 40',
    ]);
  },
);

test.for(
  combinations(['历年累计收到', '条例实施以来累计收到'], ['本年收到10件', '2023年收到10件'], ['，', '；']),
)('nor does the year’s own between them end it: %s，%s%s', ([lead = '', own = '', mark = '']) => {
  expect(cellsOf(`${lead}政府信息公开申请100件，${own}${mark}累计办结98件。`)).toEqual([
    't3.received.total 10',
  ]);
});

test.for(
  combinations(
    ['向公众提供信息', '向群众提供政府信息', '查阅点提供信息', '向社会提供信息'],
    ['1200条', '12条', '36件次'],
  ),
)('what is provided to everyone was granted to none: %s%s', ([what = '', count = '']) => {
  expect(cellsOf(`全年收到政府信息公开申请3件，${what}${count}。`)).toEqual(['t3.received.total 3']);
});

test.for(
  combinations(
    ['其中转出', '转出', '因不属于本机关职责转出'],
    ['其他机关2件', '市自然资源局2件', '2件至区住建局办理', '2件'],
  ),
)('what was handed on to others is not carried out: %s%s', ([verb = '', whom = '']) => {
  const cells = cellsOf(`收到政府信息公开申请9件，${verb}${whom}，答复7件。`);
  expect(cells.filter((cell) => cell.startsWith('t3.carriedOut'))).toEqual([]);
});

test.for(
  combinations(
    ['作为第三人参与', '以第三人身份参加', '以原告身份提起', '作为案外人参与'],
    ['信息公开诉讼2件', '政府信息公开行政复议2件'],
  ),
)('who is no defendant was not sued: %s%s', ([role = '', what = '']) => {
  expect(cellsOf(`我局${role}${what}。`)).toEqual([]);
});

test.for(
  combinations(
    ['登记在册申请88条', '登记在册的申请88条'],
    ['剔除测试件', '去掉重复提交的', '扣除测试件和重复件'],
    ['有效申请81条', '有效申请为81条'],
  ),
)('all of them or the valid ones: %s，%s，%s', ([all = '', less = '', valid = '']) => {
  const cells = cellsOf(`2023年，依申请公开系统${all}，${less}，${valid}。`);
  expect(cells).not.toContain('t3.received.total 81');
});

test.for(
  combinations(['其他4件为', '其余4件为'], ['公民申请', '企业提出', '当面告知', '不掌握', '撤回申请']),
)('the others are no outcome called 其他: %s%s', ([rest = '', what = '']) => {
  const cells = cellsOf(`收到政府信息公开申请10件，予以公开6件，${rest}${what}。`);
  expect(cells).not.toContain('t3.other.total 4');
});

test.for(
  combinations(
    ['以各部门为被申请人的', '以市直部门为被申请人的'],
    ['审结29件，其中', '办结29件，其中'],
    ['维持20件、撤销4件、终止5件', '维持20件、纠正9件', '维持20件、确认违法9件'],
  ),
)('nor are parts of what others were in dispute over: %s%s%s', ([whose = '', all = '', parts = '']) => {
  expect(cellsOf(`市政府收到${whose}政府信息公开行政复议申请38件，${all}${parts}。`)).toEqual([]);
});

test.for(
  combinations(['未再', '没有再', '未再次'], ['提出申请', '提交政府信息公开申请', '收到政府信息公开申请']),
)('none any more is not none: %s%s', ([none = '', verb = '']) => {
  const cells = cellsOf(`依申请公开方面，14名群众通过网站获取了信息，${none}${verb}。`);
  expect(cells).not.toContain('t3.received.total 0');
});

test.for(
  combinations(['申请主要来自企业', '申请大多来自自然人', '申请来自公民'], ['共计7件', '合计7件', '共7件']),
)('those of one kind may not be all of them: %s，%s', ([whose = '', total = '']) => {
  const cells = cellsOf(`我局的政府信息公开${whose}，${total}。`);
  expect(cells).not.toContain('t3.received.total 7');
});

test.for(
  combinations(
    ['作废2号', '作废2件', '剔除重复件2件', '无效2件'],
    ['有效申请31件', '有效申请为31件', '有效件31件'],
  ),
)('nor may the valid ones be: %s，%s', ([less = '', valid = '']) => {
  const cells = cellsOf(`依申请公开台账显示，登记编号到第33号，其中${less}，${valid}。`);
  expect(cells).not.toContain('t3.received.total 31');
});

test.for(
  combinations(
    ['申请1份', '申请1件'],
    ['公开2项、不存在3项', '予以公开2项，不予公开3项', '予以公开4条，不掌握1条'],
  ),
)('what was asked for in one is counted by another unit: %s，%s', ([one = '', answers = '']) => {
  const cells = cellsOf(`收到政府信息公开${one}，申请人要求公开5项信息，我局答复${answers}。`);
  expect(cells).toEqual(['t3.received.total 1']);
});

test('by the same unit outcomes are of applications', () => {
  expect(cellsOf('收到政府信息公开申请5件，予以公开2件，不予公开4件。')).toEqual([
    't3.denied.total 4',
    't3.granted.total 2',
    't3.received.total 5',
  ]);
});
