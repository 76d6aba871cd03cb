import { expect, test } from 'vitest';
import { cellsOf, combinations } from '../reading.js';

test.for(
  combinations(
    ['商户申请公开5件、居民申请公开8件', '村民申请公开5件，业主申请公开8件'],
    ['，共13件', '，合计13件', '，总计13件'],
  ),
)('a part of a total behind it: %s%s', ([parts = '', total = '']) => {
  const cells = cellsOf(`${parts}${total}，均已答复。`);
  expect(cells.filter((cell) => / (?:5|8)$/.test(cell))).toEqual([]);
});

test.for(
  combinations(
    ['提交申请52件', '收到政府信息公开申请52件'],
    ['，其中', '（其中'],
    ['有效申请47件', '有效申请件47件'],
  ),
)('the table may hold all or the valid ones: %s%s%s', ([all = '', part = '', valid = '']) => {
  const close = part.startsWith('（') ? '）' : '';
  const cells = cellsOf(`依申请公开平台全年${all}${part}${valid}，无效申请5件${close}。`);
  expect(cells.filter((cell) => cell.startsWith('t3.received'))).toEqual([]);
});

test.for(
  combinations(
    ['减免', '退还', '免征', '缓缴', '返还'],
    ['行政事业性收费', '各类行政事业性收费', '涉企行政事业性收费'],
  ),
)('what was not collected: %s%s', ([verb = '', noun = '']) => {
  expect(cellsOf(`全年${verb}${noun}320万元。`)).toEqual([]);
});

test.for(
  combinations(
    ['复议机关受理', '法院受理', '人民法院收到', '行政复议机构受理'],
    ['涉我局政府信息公开案件3件', '信息公开案件3件', '政府信息公开申请案件3件'],
  ),
)('disputes are no applications: %s%s', ([who = '', what = '']) => {
  expect(cellsOf(`${who}${what}。`).filter((cell) => cell.startsWith('t3.'))).toEqual([]);
});

test.for(
  combinations(
    ['诉讼方面，', '行政复议方面：', '行政诉讼：'],
    ['上年结转的2件', '上年结转2件', '上年度结转2件'],
    ['和本年新收的1件涉政府信息公开案件', '，新收1件政府信息公开案件', '、本年新收信息公开案件1件'],
  ),
)('disputes that were carried in: %s%s%s', ([about = '', carried = '', fresh = '']) => {
  const cells = cellsOf(`${about}${carried}${fresh}。`);
  expect(cells.filter((cell) => cell.startsWith('t3.'))).toEqual([]);
});

test.for(
  combinations(
    ['引发行政复议1件', '被申请行政复议1件', '因此产生行政诉讼1件'],
    ['，结转下年2件', '，转下年度办理2件', '；上年结转2件'],
  ),
)('applications carried on behind disputes: %s%s', ([disputes = '', carried = '']) => {
  const cells = cellsOf(`收到政府信息公开申请10件，${disputes}${carried}。`);
  expect(cells.filter((cell) => cell.startsWith('t3.carried')).length).toBe(1);
});

test.for(
  combinations(
    ['区政府收到申请93件，答复93件', '受理依申请公开93件，办结93件'],
    ['。全区各部门收到申请337件。', '。全区共收到申请430件。', '。全区各级行政机关收到申请430件。'],
  ),
)('a government beside its region: %s%s', ([own = '', region = '']) => {
  const cells = cellsOf(`2023年，${own}${region}`, '江州市城东区人民政府');
  expect(cells).not.toContain('t3.received.total 93');
});

test.for(['区政府本级', '本级', '区政府办公室本级'])('%s says whose they are', (own) => {
  const cells = cellsOf(`全区收到申请430件。${own}收到政府信息公开申请93件。`, '江州市城东区人民政府');
  expect(cells).toContain('t3.received.total 93');
});
