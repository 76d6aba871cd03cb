import { expect, test } from 'vitest';
import { cellsOf, combinations, sumsOf } from './reading.js';

const whole = ['我局共收到政府信息公开申请13件', '受理依申请公开13件', '2023年新收信息公开申请13件'];

test.for(
  combinations(
    whole,
    ['。答复结果为：', '。办理情况如下：', '。', '，均按期办结。处理结果：', '；办理结果：'],
    ['、', '，', '；'],
  ),
)('outcomes that add up are a list of their own: %s%s%s', ([head = '', opening = '', mark = '']) => {
  const parts = ['予以公开6件', '部分公开1件', '不予公开2件', '无法提供4件'];
  expect(sumsOf(`${head}${opening}${parts.join(mark)}。`)).toContain('13 = 6 + 1 + 2 + 4');
});

test.for(
  combinations(
    whole,
    ['，', '。', '；'],
    ['自然人11件、企业2件', '网络11件，信函2件', '网上申请11件、当面申请2件'],
  ),
)('so are two kinds of applicants or of ways: %s%s%s', ([head = '', mark = '', parts = '']) => {
  expect(sumsOf(`${head}${mark}${parts}。`)).toEqual(['13 = 11 + 2']);
});

test.for(combinations(['，', '；'], ['，', '、', '；'], ['其他处理', '其他']))(
  'a list belongs to the count that all of it adds up to, not to one that its beginning does: %s%s%s',
  ([between = '', mark = '', last = '']) => {
    const parts = ['公开9件', '部分公开5件', '不予公开8件', '无法提供14件', '不予处理2件', `${last}3件`];
    const text = `共办理信息公开申请41件，其中上年结转3件${between}新收38件。答复中，${parts.join(mark)}。`;
    expect(sumsOf(text)).toContain('41 = 9 + 5 + 8 + 14 + 2 + 3');
  },
);

test.for(combinations(['；', '，'], ['尚在办理1件', '正在办理1件', '未办结1件']))(
  'or to the nearest one, where it ends with a semicolon: %s%s',
  ([mark = '', waiting = '']) => {
    const text = `共收到20件政府信息公开申请。办理完毕19件，其中予以公开5件${mark === '；' ? '、' : '，'}无法提供12件${mark === '；' ? '、' : '，'}不予处理2件；${waiting}。`;
    expect(sumsOf(text)).toContain('19 = 5 + 12 + 2');
  },
);

test.for(
  combinations(
    ['12件已答复，1件不属于本机关', '已答复12件，另1件申请人撤回', '12件已办结，1件转送其他部门'],
    ['，', '；', '，其中'],
  ),
)(
  'what is answered beside what became of the others is not all that was handled: %s %s',
  ([parts = '', mark = '']) => {
    expect(cellsOf(`全年收到政府信息公开申请13件${mark}${parts}。`)).not.toContain(
      't3.totalHandled.total 12',
    );
  },
);

test.for(
  combinations(
    ['12件已答复，1件正在办理', '已答复12件，另1件结转下年', '已答复12件，1件延期，将于2024年1月答复'],
    ['，', '；'],
  ),
)('beside what waits it is: %s %s', ([parts = '', mark = '']) => {
  expect(cellsOf(`全年收到政府信息公开申请13件${mark}${parts}。`)).toEqual([
    't3.carriedOut.total 1',
    't3.received.total 13',
    't3.totalHandled.total 12',
  ]);
});

test.for(
  combinations(
    ['29件属于本级职权范围，2件不属于本级职权范围', '29件属县政府职责，2件属部门职责'],
    ['29件中', '上述29件中', '29件申请中'],
  ),
)('a part that comes again is no total: %s。%s', ([parts = '', again = '']) => {
  const text = `县政府办共收到政府信息公开申请31件，其中${parts}。${again}予以公开13件，部分公开4件，无法提供12件。`;
  expect(cellsOf(text)).not.toContain('t3.totalHandled.total 29');
});

test.for(
  combinations(
    ['其中2023年', '其中，2023年', '其中本年度', '其中今年'],
    ['新收', '收到', '受理'],
    ['截至年底，累计收到', '条例施行以来累计受理'],
  ),
)(
  'a count with a part that is the year’s own is not the year’s: %s%s %s',
  ([when = '', verb = '', head = '']) => {
    const text = `${head}政府信息公开申请1246件，${when}${verb}68件。`;
    expect(cellsOf(text)).toEqual(['t3.received.total 68']);
  },
);

test.for(combinations(['1—6月', '上半年', '第一季度'], ['；', '，'], ['截至年底办结72件', '全年办结72件']))(
  'a part of the year in a list holds for its clause: %s%s%s',
  ([when = '', mark = '', handled = '']) => {
    const text = `收到政府信息公开申请77件。其中，${when}收到41件，其他月份收到36件${mark}网络50件，信函25件，当面2件。${handled}，其余5件结转下年。`;
    expect(cellsOf(text)).toEqual([
      't3.carriedOut.total 5',
      't3.received.total 77',
      't3.totalHandled.total 72',
    ]);
  },
);

test.for(
  combinations(
    ['为拆迁协议', '涉及征地材料', '系救助名册'],
    ['，', '，经查，', '，涉及隐私，'],
    [
      ['不予公开', 'denied'],
      ['部分公开', 'partial'],
      ['无法提供', 'unavailable'],
    ].map((each) => each.join(' ')),
  ),
)('what became of a part stands in the next clause: 1件%s%s%s', ([what = '', mark = '', said = '']) => {
  const [outcome = '', row = ''] = said.split(' ');
  expect(cellsOf(`收到依申请公开4件，其中1件${what}${mark}${outcome}；3件予以公开。`)).toEqual(
    [`t3.${row}.total 1`, 't3.granted.total 3', 't3.received.total 4'].sort(),
  );
});

test.for(combinations(['本年新收', '今年新收', '新收'], ['；', '。', '，'], ['办理结果为', '其中', '']))(
  'outcomes that only applications have name them: %s%s%s',
  ([verb = '', mark = '', head = '']) => {
    const text = `${verb}13件，上年结转0件${mark}${head}予以公开6件，无法提供5件，不予处理2件。`;
    expect(cellsOf(text)).toEqual([
      't3.carriedIn.total 0',
      't3.granted.total 6',
      't3.received.total 13',
      't3.rejected.total 2',
      't3.unavailable.total 5',
    ]);
  },
);

test.for(
  combinations(
    ['登记办理', '受理办理', '共办理'],
    ['230件已按期答复', '230件已答复'],
    ['8件在法定期限内办理', '8件按程序办理'],
  ),
)(
  'where some were answered the others were not, and the whole was not handled: %s %s %s',
  ([verb = '', done = '', rest = '']) => {
    const read = cellsOf(`全年${verb}政府信息公开申请238件，其中${done}，${rest}。`);
    expect(read.filter((each) => each.startsWith('t3.totalHandled'))).toEqual([]);
  },
);

test.for(
  combinations(
    ['剩余1件', '1件', '另1件'],
    ['于2024年1月3日', '将于2024年1月', '2024年1月5日'],
    ['办结', '答复'],
  ),
)(
  'what was finished on a day of the next year was carried on: %s%s%s',
  ([one = '', when = '', verb = '']) => {
    expect(cellsOf(`收到政府信息公开申请47件，办结46件，${one}${when}${verb}。`)).toEqual([
      't3.carriedOut.total 1',
      't3.received.total 47',
      't3.totalHandled.total 46',
    ]);
  },
);

test.for(combinations(['不存在', '信息不存在'], ['非本机关', '不属于本机关', '非本单位'], ['，', '、']))(
  'two words for one cell are never compared alone: %s %s %s',
  ([one = '', other = '', mark = '']) => {
    const read = cellsOf(`收到政府信息公开申请43件，公开27件${mark}${one}9件${mark}${other}7件。`);
    expect(read).toEqual(['t3.granted.total 27', 't3.received.total 43']);
  },
);

test.for(combinations(['，且', '，并且', '，而且'], ['2件申请内容', '2件所涉信息']))(
  'what divides the same ones in another way is no part: %s%s',
  ([again = '', what = '']) => {
    const text = `在受理的4件政府信息公开申请中，按申请方式区分，4件属于网络平台申请${again}${what}不属于政府信息。`;
    expect(sumsOf(text)).toEqual([]);
  },
);

test.for(combinations(['合计公开', '共计公开', '合计发布'], ['、', '，']))(
  'a total behind parts that say no verb adds them up: %s%s',
  ([total = '', mark = '']) => {
    const parts = ['林业补助83条', '河道整治61条', '船舶检验47条'];
    expect(sumsOf(`${parts.join(mark)}，${total}201条。`)).toEqual(['201 = 83 + 61 + 47']);
  },
);

test('a rate that lost its sign counts nothing', () => {
  expect(cellsOf('全年收到政府信息公开申请13件，均依法答复，答复率100。')).toEqual([
    't3.received.total 13',
    't3.totalHandled.total 13',
  ]);
});

test.for(
  combinations(
    ['集中轮训3次，其中线上2次、到场46人次', '开展检查4次，其中抽查2次、涉及单位31家'],
    ['；局务会听取汇报2次', '；专题会研究公开工作5次', '；另到乡镇调研3次'],
  ),
)('one part and another count end a list at the semicolon: %s%s', ([head = '', other = '']) => {
  expect(sumsOf(`${head}${other}。`)).toEqual([]);
});
