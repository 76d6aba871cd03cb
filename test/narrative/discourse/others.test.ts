import { fc, test as holds } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { cellsOf, combinations, sumsOf } from './reading.js';

const lawsuits = 't4.litigationDirect.total+t4.litigationAfterReview.total';

/** Sentences that count other work, or disputes over it. */
const others = [
  '受理行政许可申请81件，办结80件。',
  '全年受理12345热线工单302件，办结301件，结转1件。',
  '受理信访事项19件，答复18件，1件转送。',
  '行政执法案件被申请行政复议5件，维持4件，撤销1件；被提起行政诉讼2件，胜诉2件。',
  '作为复议机关受理行政复议申请33件，审结30件，维持21件，纠正9件。',
  '受理仲裁申请12件，撤回3件，不予受理1件，其余8件已裁决。',
  '公开权责清单，其中行政许可21项、行政处罚330项、行政强制7项。',
  '市级部门共收到政府信息公开申请900件，予以公开300件。',
  '受理群众投诉17件，其中不予受理2件，撤回1件，均已办结。',
  '因土地征收引发的行政复议3件、行政诉讼2件，均由法制机构应诉。',
  '受理工伤认定申请611件，作出认定决定598件，被复议12件，被诉29件。',
  '被提起行政诉讼1件，与信息公开无关。',
  '法院受理行政诉讼案件88件，其中我区行政机关败诉7件。',
];
const own = [
  '2023年，我局收到政府信息公开申请8件，予以公开5件，不予公开2件，结转下年度1件。',
  '本年度收到依申请公开6件，上年结转1件，办结7件。',
  '全年新收政府信息公开申请19件，其中自然人申请17件、商业企业申请2件。',
  '因政府信息公开被申请行政复议2件，维持1件，纠正1件。',
  '我局未收到政府信息公开申请，未收取信息处理费。',
];

holds.prop([fc.constantFrom(...own), fc.constantFrom(...others), fc.boolean()])(
  'other work that is counted before or behind says nothing of applications',
  (one, other, first) => {
    expect(cellsOf(first ? other + one : one + other)).toEqual(cellsOf(one));
  },
);

const marks: [RegExp, string][] = [
  [/；/g, '，'],
  [/其中/g, '其中：'],
  [/其中/g, '其中，'],
  [/，其中/g, '。其中'],
  [/全年/g, '本年度'],
  [/收到/g, '共收到'],
  [/(\d)件/g, '$1件次'],
  [/(\d)件/g, '$1宗'],
  [/、(?=\D*\d+件)/g, '，'],
  [/我局/g, '本单位'],
  [/^/, '据统计，'],
];

holds.prop([fc.constantFrom(...own), fc.constantFrom(...marks)])(
  'punctuation, units and harmless words change no cell',
  (text, [from, to]) => {
    expect(cellsOf(text.replace(from, to))).toEqual(cellsOf(text));
  },
);

test.for(
  combinations(
    ['，其中', '。其中', '，其中：', '，'],
    ['信息公开类', '涉及政府信息公开的', '与政府信息公开有关的'],
    ['，', '；', '。'],
  ),
)('of all disputes those over disclosure: %s%s%s', ([among = '', kind = '', mark = '']) => {
  expect(
    cellsOf(`被申请行政复议31件${among}${kind}2件${mark}被提起行政诉讼45件${among}${kind}1件。`),
  ).toEqual([`${lawsuits} 1`, 't4.review.total 2']);
});

test.for(combinations(['系', '均为', '属于'], ['结转自2022年', '上年结转', '2022年结转']))(
  'what came from an earlier year is not received: %s%s',
  ([copula = '', from = '']) => {
    expect(cellsOf(`2023年度我镇政府信息公开申请1件，${copula}${from}。`)).toEqual(['t3.carriedIn.total 1']);
  },
);

test.for(combinations(['征地补偿', '医保基金'], ['，', '；', '、'], ['共', '共计', '合计']))(
  'a total of counts with one noun: %s%s%s',
  ([what = '', mark = '', total = '']) => {
    const text = `收到涉及${what}的政府信息公开申请3件${mark}涉及规划许可的政府信息公开申请5件，${total}8件。`;
    expect(cellsOf(text)).toEqual(['t3.received.total 8']);
    expect(sumsOf(text)).toEqual(['8 = 3 + 5']);
  },
);

test.for(combinations(['州本级', '州政府本级'], ['，', '。其中', '，其中'], ['全州']))(
  'the share of a government itself is not its total: %s%s%s',
  ([own = '', mark = '', all = '']) => {
    const cells = cellsOf(`${all}共受理政府信息公开申请221件${mark}${own}受理33件。`, '通天河州人民政府');
    expect(cells).toEqual(['t3.received.total 221']);
  },
);

test.for(
  combinations(
    ['被申请行政复议7件', '行政复议7件', '行政复议被复议量7件'],
    ['，行政诉讼15件', '，行政诉讼应诉15件', '、行政诉讼15件'],
    ['其中涉及信息公开的复议1件、诉讼0件', '其中政府信息公开类复议1件、诉讼0件'],
  ),
)('of all disputes those over disclosure are the table’s: %s%s，%s', ([review = '', suit = '', own = '']) => {
  expect(cellsOf(`收到依申请公开34件。${review}${suit}，${own}。`)).toEqual([
    't3.received.total 34',
    `${lawsuits} 0`,
    't4.review.total 1',
  ]);
});

test.for(
  combinations(
    ['因政府信息公开的', '因信息公开的', '其中信息公开类', '其中涉及政府信息公开的'],
    ['，均维持', '，均被维持', ''],
  ),
)('so are those that a bare cause tells apart: %s%s', ([cause = '', result = '']) => {
  const text = `镇政府被申请行政复议5件，${cause}2件${result}；被提起行政诉讼3件，${cause}0件。`;
  expect(cellsOf(text)).toEqual([
    `${lawsuits} 0`,
    't4.review.total 2',
    ...(result === '' ? [] : ['t4.review.upheld 2']),
  ]);
});

test.for(
  combinations(
    ['办理行政复议案件186件', '办理行政复议186件', '受理行政复议申请186件'],
    ['，其中涉政府信息公开类14件', '，其中信息公开类14件', ''],
    ['，审结171件', ''],
  ),
)(
  'what became of disputes that were decided is not the agency’s: %s%s%s',
  ([cases = '', own = '', ended = '']) => {
    expect(cellsOf(`${cases}${own}${ended}，维持93件、撤销12件、驳回41件、终止25件。`)).toEqual([]);
  },
);

test.for(
  combinations(['均为治安类', '均系交通处罚类', '均为行政许可类案件'], ['行政诉讼9件', '被提起行政诉讼9件']),
)('disputes that are all of another kind: %s %s', ([kind = '', suits = '']) => {
  expect(cellsOf(`收到政府信息公开申请3件。${suits}，${kind}。`)).toEqual(['t3.received.total 3']);
});

test.for(
  combinations(
    ['渔民及企业', '居民和企业', '企业及群众', '企业、村民'],
    ['申请', '提交的申请', '依申请公开'],
  ),
)('applicants of one kind and others are not of that kind: %s%s', ([who = '', noun = '']) => {
  expect(cellsOf(`依申请公开：收到${who}${noun}8件。`)).toEqual(['t3.received.total 8']);
});

test.for(combinations(['上年度', '去年', '2022年'], ['本年度', '今年'], ['收到', '受理']))(
  'a verb that comes again is said of what it was said of before: %s %s %s',
  ([last = '', now = '', verb = '']) => {
    const text = `${last}${verb}依申请公开3件、被复议1件，${now}${verb}2件、被复议0件。`;
    expect(cellsOf(text).filter((each) => !/ [31]$/.test(each))).toEqual([
      't3.received.total 2',
      't4.review.total 0',
    ]);
  },
);

test.for(
  combinations(
    ['电话咨询', '咨询', '群众咨询'],
    ['依申请公开事宜', '政府信息公开申请事项'],
    ['6次', '6人次'],
  ),
)('those who asked how to apply are no applications: %s%s%s', ([asked = '', what = '', number = '']) => {
  expect(cellsOf(`一年来，共接到${asked}${what}${number}，均已耐心解答。`)).toEqual([]);
});

test.for(combinations(['对2件答复', '就2件答复'], ['，申请人分别申请行政复议', '，申请人不服']))(
  'answers that something was done about are no total: %s%s',
  ([what = '', then = '']) => {
    expect(cellsOf(`收到政府信息公开申请6件。${what}${then}。`)).toEqual(['t3.received.total 6']);
  },
);

test.for(
  combinations(
    ['印发', '制发', '出台'],
    [
      '市政府行政规范性文件7件、市政府办公室行政规范性文件16件',
      '县政府规范性文件7件、县政府办规范性文件16件',
    ],
  ),
)('two numbers for one noun are never compared alone: %s%s', ([verb = '', list = '']) => {
  expect(cellsOf(`${verb}${list}。`)).toEqual([]);
});

test.for(combinations(['47件中', '上述47件中', '47件申请中'], ['，', '']))(
  'the text comes back to what it has counted: %s%s',
  ([again = '', mark = '']) => {
    const text = `在收到的47件政府信息公开申请中，要求公开处理情况的有39件，其他8件。${again}${mark}答复45件，结转下年2件。`;
    expect(cellsOf(text)).toContain('t3.totalHandled.total 45');
  },
);

test.for(
  combinations(
    ['收到的', '新收的', '全年受理的'],
    ['11件申请中', '11件公开申请中'],
    ['1件经补正', '有2件答复偏慢', '3件涉及征地'],
  ),
)('some of those that came in are not what came in: %s%s%s', ([verb = '', all = '', some = '']) => {
  expect(cellsOf(`${verb}${all}${some}。`)).toEqual(['t3.received.total 11']);
});
