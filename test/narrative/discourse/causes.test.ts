import { expect, test } from 'vitest';
import { claimsOf } from '../labels.js';
import { cellsOf, combinations, sumsOf } from './reading.js';

const marks = ['，', '；', '、'];
const nouns = ['政府信息公开申请', '依申请公开事项', '信息公开申请'];

test.for(combinations(['收到', '新收', '共接收'], nouns, ['，', '；'], ['撤件', '申请人主动撤回']))(
  'what was taken up of it is no second total: %s%s 63%s%s 42',
  ([verb = '', noun = '', mark = '', withdrawn = '']) => {
    expect(cellsOf(`2023年${verb}${noun}63件${mark}${withdrawn}42件${mark}受理21件。`)).toEqual([
      't3.received.total 63',
    ]);
  },
);

test.for(combinations(['上年结转办理', '上年度结转办理', '结转上年度办理', '办理上年结转'], nouns))(
  'what was carried in is counted, whatever was done with it: %s%s',
  ([verb = '', noun = '']) => {
    expect(cellsOf(`${verb}${noun}2件，本年新收${noun}5件。`)).toEqual([
      't3.carriedIn.total 2',
      't3.received.total 5',
    ]);
  },
);

test.for(
  combinations(
    [
      '未对依申请公开收取任何费用',
      '办理依申请公开未收取费用',
      '依申请公开未收取检索、复制、邮寄等费用',
      '依申请公开没有收取信息处理费',
    ],
    ['', '，未发生投诉'],
  ),
)('no fees are not no applications: %s%s', ([denial = '', tail = '']) => {
  expect(cellsOf(`${denial}${tail}。`)).toEqual(['fees.amount 0']);
});

test.for(
  combinations(
    ['行政执法工作', '政务服务大厅', '信访工作', '执法检查'],
    ['中', '方面，', '有序开展，'],
    ['办结', '受理'],
  ),
)('other work takes the topic away: %s%s%s', ([work = '', link = '', verb = '']) => {
  expect(cellsOf(`收到政府信息公开申请12件。${work}${link}${verb}61件。`)).toEqual(['t3.received.total 12']);
});

test.for(
  combinations(['无', '未发生', '没有'], ['行政复议、行政诉讼', '行政复议和行政诉讼'], ['纠错', '败诉']),
)('a denial of corrected cases is none of cases: %s%s%s', ([sign = '', disputes = '', result = '']) => {
  const cells = cellsOf(`本年度政府信息公开${sign}${disputes}${result}案件。`);
  expect(cells.filter((cell) => cell.includes('.total'))).toEqual([]);
});

test.for(
  combinations(
    ['行政执法、行政许可工作', '行政处罚工作', '行政许可、行政处罚'],
    ['均未被申请行政复议', '未发生行政复议'],
  ),
)('disputes over other acts are none over disclosure: %s%s', ([act = '', denial = '']) => {
  expect(cellsOf(`我局${act}${denial}。`)).toEqual([]);
});

test.for(combinations(['不属于本机关公开', '非本机关掌握'], marks, ['信息不存在', '政府信息不存在']))(
  'two wordings of one cell are compared only together: %s%s%s',
  ([one = '', mark = '', other = '']) => {
    const text = `答复政府信息公开申请20件，其中予以公开9件${mark}${one}8件${mark}${other}3件。`;
    expect(cellsOf(text)).toEqual(['t3.granted.total 9', 't3.totalHandled.total 20']);
    expect(sumsOf(text)).toContain('11 = 8 + 3');
  },
);

test.for(
  combinations(['公布权责清单，梳理', '动态调整权力清单，现有权力事项512项，其中', '在网站公示'], marks),
)('powers and published items are no decisions: %s%s', ([opening = '', mark = '']) => {
  expect(cellsOf(`${opening}行政许可76项${mark}行政处罚431项${mark}行政强制5项。`)).toEqual([]);
});

test.for(combinations(['，其中', '。其中，', '（', '。按办理结果分，'], ['，', '；', '、']))(
  'a list belongs to the whole that it makes up: %s %s',
  ([opening = '', mark = '']) => {
    const close = opening === '（' ? '）' : '';
    const list = ['予以公开9件', '部分公开4件', '无法提供5件'].join(mark);
    expect(sumsOf(`2023年办结政府信息公开申请18件${opening}${list}${close}。`)).toEqual(['18 = 9 + 4 + 5']);
  },
);

test.for(combinations(['，其中', '，其中：'], ['；组织培训3次', '；回应关切24次；开展活动2场']))(
  'a semicolon with another verb ends the list: %s %s',
  ([opening = '', more = '']) => {
    expect(sumsOf(`主动公开信息304条${opening}概况类11条，动态类206条，公告类87条${more}。`)).toEqual([
      '304 = 11 + 206 + 87',
    ]);
  },
);

test.for(
  combinations(
    ['6万余条', '近300条', '450条，重点公开了'],
    ['其中规范性文件4件，其他文件81件', '机构类20条、财政类26条'],
  ),
)('what is about, or a selection, does not fail to add up: %s %s', ([whole = '', list = '']) => {
  const exact = claimsOf([`全年主动公开信息${whole}，${list}。`]).filter(
    ({ kind, cover, qualifier }) => kind === 'sum' && cover === undefined && qualifier === 'exact',
  );
  expect(exact).toEqual([]);
});

test.for(combinations(['按“一事一申请”原则拆分为', '经拆分登记为'], ['，均已答复', '']))(
  'either number of applications that were split up will do: %s%s',
  ([how = '', tail = '']) => {
    expect(cellsOf(`收到政府信息公开申请2份，${how}3件${tail}。`)).toEqual([]);
  },
);

test('a reading that rests on an earlier sentence or a choice says so', () => {
  const inferred = (text: string) =>
    claimsOf([text]).flatMap(({ measure, value, inferred: why }) =>
      why === undefined ? [] : [`${measure} ${value} ${why}`],
    );
  expect(inferred('收到政府信息公开申请12件。办结11件。')).toEqual(['t3.totalHandled.total 11 topic']);
  expect(inferred('收到政府信息公开申请63件，撤件42件，受理21件。')).toEqual(['t3.received.total 63 total']);
  expect(inferred('收到政府信息公开申请12件，办结11件。')).toEqual([]);
});

const finished = (text: string) => claimsOf([text]).some((claim) => claim.finished === true);

test.for(combinations(['收到', '受理'], nouns, ['均已办结', '已全部办结', '全部答复完毕']))(
  'all were finished: %s%s %s',
  ([verb = '', noun = '', all = '']) => {
    expect(finished(`2023年${verb}${noun}3件，${all}。`)).toBe(true);
  },
);

test.for([
  '收到政府信息公开申请3件，均在法定期限内答复。',
  '收到政府信息公开申请3件，均已按期办结。',
  '收到政府信息公开申请3件，按时办结率100%。',
  '收到政府信息公开申请3件，除1件结转下年外，其余均已办结。',
  '收到政府信息公开申请3件，均已办结。1件结转下年度继续办理。',
  '收到12345热线工单30件，均已办结。',
])('not all, or only those due: %s', (text) => {
  expect(finished(text)).toBe(false);
});
