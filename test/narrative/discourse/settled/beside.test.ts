import { expect, test } from 'vitest';
import { cellsOf, combinations } from '../reading.js';

test.for(
  combinations(
    ['收录', '汇集', '梳理', '收集整理'],
    ['其中本局印发的', '其中，本机关制定的', '（其中我局制发的', '，包括本部门印发的'],
    ['规范性文件', '行政规范性文件'],
  ),
)('documents of a stock are not those of the year: %s %s%s', ([verb = '', part = '', noun = '']) => {
  const [before, after] = part.startsWith('（') ? ['', '）'] : ['，', ''];
  const own = part.replace(/^，/, '');
  expect(cellsOf(`文件库${verb}${noun}214件${before}${own}${noun}31件${after}。`)).toEqual([]);
});

test.for(
  combinations(
    ['收录', '现行有效的'],
    ['其中2023年印发', '其中本年度制定', '其中今年新制发'],
    ['规范性文件', '行政规范性文件'],
  ),
)('unless the words say so: %s %s%s', ([verb = '', part = '', noun = '']) => {
  expect(cellsOf(`${verb}${noun}214件，${part}${noun}3件。`)).toContain('t2.normativeDocs.made 3');
});

test.for(
  combinations(
    ['制定', '出台', '制发'],
    ['并公开', '并公布', '和公开', '、发布', '并主动公开'],
    ['规范性文件4份', '行政规范性文件4件'],
  ),
)('documents that were made and published were made: %s%s%s', ([verb = '', published = '', noun = '']) => {
  expect(cellsOf(`全年${verb}${published}${noun}。`)).toEqual(['t2.normativeDocs.made 4']);
});

test.for(combinations(['公开', '发布', '主动公开'], ['规范性文件4份', '行政规范性文件4件']))(
  'documents that were only published were not: %s%s',
  ([published = '', noun = '']) => {
    expect(cellsOf(`全年${published}${noun}。`)).toEqual([]);
  },
);

test.for(
  combinations(
    ['，占30%', '，占比30%', ''],
    [
      '（均为本机关不掌握）',
      '（全部属于本机关不掌握相关政府信息）',
      '（本机关不掌握）',
      '（属本机关不掌握）',
    ],
  ),
)('brackets that say what kind of an outcome all were: 无法提供3件%s%s', ([share = '', bracket = '']) => {
  expect(cellsOf(`办结政府信息公开申请10件，其中予以公开7件，无法提供3件${share}${bracket}。`)).toEqual([
    't3.granted.total 7',
    't3.totalHandled.total 10',
    't3.unavailable.notHeld.total 3',
    't3.unavailable.total 3',
  ]);
});

test.for([
  '（含本机关不掌握）',
  '（主要为本机关不掌握）',
  '（本机关不掌握、需另行制作）',
  '（本机关不掌握等）',
])('brackets that may speak of some: 无法提供3件%s', (bracket) => {
  expect(cellsOf(`办结政府信息公开申请10件，其中予以公开7件，无法提供3件${bracket}。`)).not.toContain(
    't3.unavailable.notHeld.total 3',
  );
});

test.for(
  combinations(
    ['接收', '收到', '受理'],
    ['其中新收54件，上年度结转5件', '其中上年结转5件、新收54件', '其中：新收54件；上年结转5件'],
    ['本局', '全年', '师市本级共'],
  ),
)('what came in is the part beside what was carried in: %s %s', ([verb = '', parts = '', who = '']) => {
  const cells = cellsOf(`${who}${verb}政府信息公开申请59件，${parts}。`, '第九师人民政府');
  expect(cells).toContain('t3.carriedIn.total 5');
  expect(cells).toContain('t3.received.total 54');
  expect(cells).not.toContain('t3.received.total 59');
});

test.for(
  combinations(
    ['其中重复申请3件', '其中，撤回申请3件', '其中不予处理3件'],
    ['，', '、', '；'],
    ['实际受理21件', '受理21件'],
  ),
)('what became of some is not beside what came in: %s%s%s', ([part = '', mark = '', rest = '']) => {
  const cells = cellsOf(`收到政府信息公开申请24件，${part}${mark}${rest}。`);
  expect(cells.filter((cell) => cell.startsWith('t3.received'))).toEqual(['t3.received.total 24']);
});

test.for(
  combinations(
    ['全部为网上提交', '均为网上申请', '都是网络提交', '均系信函提交'],
    ['已办结17件', '办结17件', '按期办结17件'],
    ['，2件在办', '，2件正在办理', '，2件结转下年度'],
  ),
)('a clause that says how all came in: %s，%s%s', ([way = '', done = '', rest = '']) => {
  expect(cellsOf(`依申请公开：受理19件，${way}，${done}${rest}。`)).toEqual([
    't3.carriedOut.total 2',
    't3.received.total 19',
    't3.totalHandled.total 17',
  ]);
});

test.for(
  combinations(
    ['“一次办结率”由92%升至97%', '“一次性告知”落实到位', '做到一次告知', '实行一次办结'],
    ['仅1件被要求补正', '无投诉'],
  ),
)('once is no count: 依申请公开%s，%s', ([once = '', rest = '']) => {
  expect(cellsOf(`依申请公开${once}，${rest}；共办结申请34件。`)).toEqual(['t3.totalHandled.total 34']);
});

test.for(
  combinations(
    ['其余4件', '剩余4件', '另有4件'],
    ['于2024年初答复完毕', '将于2024年1月答复', '于2024年初办结', '已于2024年1月5日答复'],
  ),
)('answered in the next year: %s%s', ([rest = '', later = '']) => {
  const cells = cellsOf(`收到政府信息公开申请86件，82件在年内答复，${rest}${later}。`);
  expect(cells).toContain('t3.carriedOut.total 4');
  expect(cells).not.toContain('t3.totalHandled.total 4');
});

test.for(['本行', '本署', '本馆', '我馆', '本公司', '本集团'])('%s is the agency itself', (who) => {
  const text = `因政府信息公开被提起行政复议1件，复议机关维持${who}答复。`;
  expect(cellsOf(text)).toEqual(['t4.review.total 1', 't4.review.upheld 1']);
});
