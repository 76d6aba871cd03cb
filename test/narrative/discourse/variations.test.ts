import { expect, test } from 'vitest';
import { cellsOf, combinations, sumsOf } from './reading.js';

const lawsuits = 't4.litigationDirect.total+t4.litigationAfterReview.total';

test.for(
  combinations(
    ['引发', '引起', '产生', '发生了'],
    ['政府信息公开申请', '因信息公开', '因依申请公开答复'],
    ['行政复议', '行政复议案件'],
    ['行政诉讼', '行政诉讼案件'],
  ),
)('what came of applications is counted, not they: %s %s %s %s', ([verb, noun, review, suit]) => {
  expect(cellsOf(`${noun}${verb}2件${review}和1件${suit}。`)).toEqual([`${lawsuits} 1`, 't4.review.total 2']);
  expect(cellsOf(`${noun}${verb}${review}2件、${suit}1件。`)).toEqual([`${lawsuits} 1`, 't4.review.total 2']);
});

test.for(
  combinations(
    [
      '作为复议机关，收到行政复议申请92件，受理81件',
      '依法审理政府信息公开行政复议案件81件',
      '不服行政处罚决定的行政复议81件',
    ],
    ['，', '；', '，其中'],
    ['维持61件、撤销20件', '维持41件，责令履行9件'],
  ),
)('disputes of others, or over other acts, are not the agency’s: %s%s%s', ([cases, mark, results]) => {
  expect(cellsOf(`扎实做好信息公开工作。${cases}${mark}${results}。`)).toEqual([]);
});

test.for(combinations(['（3件）', '（共3件）'], ['、', '，', '；'], ['（1件）', '（1份）']))(
  'a number in brackets counts the word before them: %s%s%s',
  ([three = '', mark = '', one = '']) => {
    const list = ['予以公开' + three, '部分公开' + one, '无法提供（2件）'].join(mark);
    expect(cellsOf(`办结政府信息公开申请6件，分别是${list}。`)).toEqual([
      't3.granted.total 3',
      't3.partial.total 1',
      't3.totalHandled.total 6',
      't3.unavailable.total 2',
    ]);
  },
);

test.for(
  combinations(
    ['上年', '上年度', '上一年度', '去年'],
    ['无', '也无', '没有', '均没有', '未有'],
    ['结转', '结转申请', '遗留', '未办结的申请'],
  ),
)('nothing carried in: %s%s%s', ([when = '', sign = '', what = '']) => {
  expect(cellsOf(`本年收到政府信息公开申请6件，${when}${sign}${what}。`)).toEqual([
    't3.carriedIn.total 0',
    't3.received.total 6',
  ]);
});

test.for(combinations(['、', '和', '及'], ['均为', '都是'], ['0', '0件', '零']))(
  'one number for each of a list of verbs: %s %s %s',
  ([link = '', each = '', none = '']) => {
    const list = ['受理数', '答复数', '被复议数'].join('、') + link + '被诉讼数';
    expect(cellsOf(`政府信息公开申请${list}${each}${none}。`)).toEqual([
      't3.received.total 0',
      't3.totalHandled.total 0',
      `${lawsuits} 0`,
      't4.review.total 0',
    ]);
  },
);

test.for(
  combinations(['受理申请数', '收到申请'], ['、', '和'], ['办结申请数', '答复申请'], ['均为', '都是']),
)(
  'the number of what came in and of what was done: %s%s%s%s',
  ([one = '', link = '', other = '', each = '']) => {
    expect(cellsOf(`依申请公开工作平稳，${one}${link}${other}${each}12件。`)).toEqual([
      't3.received.total 12',
      't3.totalHandled.total 12',
    ]);
  },
);

test.for(combinations(['不存在3件', '信息不存在3件', '本机关不掌握3件'], ['，', '、', '；']))(
  'a word that denies counts in a list of outcomes: %s %s',
  ([held = '', mark = '']) => {
    expect(cellsOf(`答复政府信息公开申请9件，其中予以公开6件${mark}${held}。`)).toContain(
      't3.unavailable.notHeld.total 3',
    );
    expect(cellsOf('收到政府信息公开申请9件，不存在收费的情况。')).toEqual([
      'fees.amount 0',
      't3.received.total 9',
    ]);
  },
);

test.for(combinations(['，合计', '，共计', '，共'], ['，', '、']))(
  'a total behind outcomes is what was handled: %s %s',
  ([total = '', mark = '']) => {
    const list = ['予以公开9件', '部分公开4件', '无法提供5件'].join(mark);
    const text = `收到政府信息公开申请20件。处理结果为${list}${total}18件。`;
    expect(cellsOf(text)).toContain('t3.totalHandled.total 18');
    expect(sumsOf(text)).toEqual(['18 = 9 + 4 + 5']);
  },
);

test.for(combinations(['，其中', '（', '，包括'], ['，', '、']))(
  'a list with semicolons goes on behind the list inside it: %s %s',
  ([opening = '', mark = '']) => {
    const inner = `${opening}属于国家秘密2件${mark}属于过程性信息5件${opening === '（' ? '）' : ''}`;
    const text = `办结政府信息公开申请26件，其中：予以公开8件；部分公开1件；不予公开7件${inner}；无法提供10件。`;
    expect(sumsOf(text).sort()).toEqual(['26 = 8 + 1 + 7 + 10', '7 = 2 + 5']);
  },
);

test.for(
  combinations(
    ['近三年共收到', '三年来累计受理', '条例实施以来，共收到'],
    ['其中2023年', '其中今年', '其中，2023年'],
  ),
)('of several years only the report’s own counts: %s %s', ([several = '', own = '']) => {
  expect(cellsOf(`${several}政府信息公开申请126件，${own}40件。`)).toEqual(['t3.received.total 40']);
});

test.for(
  combinations(
    ['要求公开', '请求获取', '要求提供'],
    ['征地批文', '房屋征收补偿方案', '土地登记材料'],
    ['的申请', '信息的申请', '的有关申请'],
  ),
)('what applications ask for does not hide them: %s%s%s', ([verb = '', what = '', noun = '']) => {
  expect(cellsOf(`收到${verb}${what}${noun}3件，办结3件。`)).toEqual([
    't3.received.total 3',
    't3.totalHandled.total 3',
  ]);
});

test.for(
  combinations(['全县', '全县各级行政机关', '全县各部门、各乡镇'], ['，', '；'], ['县本级', '县政府本级']),
)(
  'in a government’s report its own part beside the whole is not compared: %s%s%s',
  ([whole = '', mark = '', own = '']) => {
    const text = `${whole}共收到政府信息公开申请178件，答复179件${mark}其中${own}收到63件，答复61件。`;
    expect(cellsOf(text, '柳坪县人民政府')).toEqual(['t3.received.total 178', 't3.totalHandled.total 179']);
  },
);

test.for(
  combinations(
    ['延期至2024年', '延至2024年', '结转至2024年'],
    ['1月', '1月底前', ''],
    ['办理', '答复', '办结'],
  ),
)('put off to a month of the next year is carried out: %s%s%s', ([until = '', month = '', verb = '']) => {
  expect(cellsOf(`收到政府信息公开申请23件，办结22件，1件${until}${month}${verb}。`)).toEqual([
    't3.carriedOut.total 1',
    't3.received.total 23',
    't3.totalHandled.total 22',
  ]);
});

test.for(combinations(['行政执法案件', '行政审批', '投诉举报'], ['，', '；'], ['办结', '受理']))(
  'the verb of other matters is not taken to what is named behind: %s%s%s',
  ([matter = '', mark = '', verb = '']) => {
    expect(cellsOf(`${matter}全年${verb}12件${mark}政府信息公开申请0件。`)).toEqual(['t3.received.total 0']);
  },
);

test.for(combinations(['公布权责事项：', '编制权力清单，其中'], ['、', '，']))(
  'numbers in brackets behind powers and forms count no decisions and no applications: %s %s',
  ([opening = '', mark = '']) => {
    const list = ['行政许可（12项）', '行政处罚（80项）'].join(mark);
    expect(cellsOf(`${opening}${list}。更新政府信息公开申请表（1份）。`)).toEqual([]);
  },
);

test.for(
  combinations(['对答复', '对政府信息公开答复', '答复结果'], ['不满意', '不服', '有异议'], ['提起', '申请']),
)('why a review was asked for: %s%s%s', ([of = '', why = '', verb = '']) => {
  expect(
    cellsOf(`收到政府信息公开申请41件。因申请人${of}${why}${verb}行政复议1件，复议机关维持我厅答复。`),
  ).toEqual(['t3.received.total 41', 't4.review.total 1', 't4.review.upheld 1']);
});
