import { expect, test } from 'vitest';
import { claimsOf } from '../../labels.js';
import { cellsOf, combinations, sumsOf } from '../reading.js';

const lawsuits = 't4.litigationDirect.total+t4.litigationAfterReview.total';

const inferredOf = (text: string): string[] =>
  claimsOf([text]).flatMap(({ measure, value, inferred }) =>
    inferred === undefined ? [] : [`${measure} ${value}`],
  );

test.for(
  combinations(
    ['答复', '书面答复', '办理'],
    ['，', '、', '；'],
    ['不予受理4件', '申请人撤回4件', '重复申请4件'],
  ),
)(
  'those answered among outcomes that make up all are not all that were handled: %s%s%s',
  ([verb = '', mark = '', other = '']) => {
    const list = [`${verb}7件`, other, '补正后申请内容仍不明确1件'].join(mark);
    expect(cellsOf(`全年共受理政府信息公开申请12件，${list}。`)).not.toContain('t3.totalHandled.total 7');
    expect(cellsOf(`全年共收到政府信息公开申请12件，其中12件已办结，${list}。`)).toContain(
      't3.totalHandled.total 12',
    );
  },
);

test.for(combinations(['答复7件', '办结7件'], ['，其中', '，其中：'], ['结转下年5件', '顺延至下年度5件']))(
  'outcomes of those answered, and those that wait, leave it the total: %s%s%s',
  ([answered = '', mark = '', left = '']) => {
    const text = `共受理政府信息公开申请12件，${answered}${mark}予以公开4件、不予公开3件，${left}。`;
    expect(cellsOf(text)).toContain('t3.totalHandled.total 7');
  },
);

test.for(combinations(['公开答复', '公开回复', '公开办结'], ['，', '；']))(
  '%s alone is what was handled where that adds up, and else open',
  ([verb = '', mark = '']) => {
    const read = (done: number) =>
      cellsOf(`收到政府信息公开申请45件${mark}上年结转3件${mark}${verb}${done}件${mark}转下年度办理6件。`);
    expect(read(42)).toContain('t3.totalHandled.total 42');
    expect(read(41).filter((cell) => cell.includes('granted') || cell.includes('Handled'))).toEqual([]);
    expect(cellsOf(`收到政府信息公开申请45件${mark}${verb}30件${mark}部分公开15件。`)).toContain(
      't3.granted.total 30',
    );
  },
);

test.for(
  combinations(['其他', '其它', '其余'], ['均', '都', '已', '全部'], ['答复', '按期办结', '按规定时限答复']),
)(
  'the others, of which all was done the same, are no outcome: %s13件%s%s',
  ([others = '', all = '', done = '']) => {
    const text = `本年收到政府信息公开申请15件，除2件结转下年度继续办理，${others}13件${all}${done}。`;
    expect(cellsOf(text)).toEqual([
      't3.carriedOut.total 2',
      't3.received.total 15',
      't3.totalHandled.total 13',
    ]);
  },
);

test.for(
  combinations(
    ['共处理', '共办理', '累计办理'],
    ['，', '。'],
    ['已办结26件', '办结26件', '已答复26件'],
    ['4件结转下年', '结转下年度4件'],
  ),
)(
  'what was finished and what was carried on make up what was to be handled: %s%s%s，%s',
  ([verb = '', mark = '', done = '', left = '']) => {
    const cells = cellsOf(
      `${verb}政府信息公开申请30件（含上年结转2件）${mark === '。' ? '' : mark}${mark === '。' ? '，' : ''}${done}，${left}。`,
    );
    expect(cells).toContain('t3.totalHandled.total 26');
    expect(cells).not.toContain('t3.totalHandled.total 30');
  },
);

test.for(
  combinations(
    ['收到和处理', '收到并办理', '受理并答复'],
    ['（其中依申请公开', '，其中依申请公开'],
    ['、', '，'],
  ),
)('the noun alone in a list names a part: %s%s%s', ([verb = '', part = '', mark = '']) => {
  const close = part.startsWith('（') ? '）' : '';
  const cells = cellsOf(`本年度${verb}依申请公开28件${part}25件${mark}重复申请3件${close}。`);
  expect(cells).toContain('t3.received.total 28');
  expect(cells).not.toContain('t3.received.total 25');
});

test.for(
  combinations(
    ['内容可能影响经济运行', '因申请材料属于内部讨论稿'],
    ['不予公开', '依法不予公开', '无法提供', '不予处理'],
    ['。', '；5件予以公开。', '，5件予以公开。'],
  ),
)(
  'the clause behind words that are not known says what became of it: 3件%s，%s%s',
  ([why = '', outcome = '', rest = '']) => {
    const row = outcome.includes('不予公开') ? 'denied' : outcome === '无法提供' ? 'unavailable' : 'rejected';
    const text = `收到政府信息公开申请9件，均按期办结。其中3件${why}，${outcome}${rest}`;
    expect(cellsOf(text)).toContain(`t3.${row}.total 3`);
    expect(inferredOf(text)).toContain(`t3.${row}.total 3`);
  },
);

test.for(combinations(['召开专题会3次研究难点', '组织培训3场宣讲条例'], ['不予公开', '无法提供']))(
  'other things that are counted have no outcome: %s，%s',
  ([other = '', outcome = '']) => {
    expect(cellsOf(`收到政府信息公开申请9件。${other}，${outcome}的均说明理由。`)).toEqual([
      't3.received.total 9',
    ]);
  },
);

test.for(
  combinations(
    ['、', '，', '和'],
    ['其中2件维持，1件尚未审结', '其中：维持2件、尚未审结1件', '2件维持、1件尚未审结'],
  ),
)('of which of two disputes the words do not say: %s%s', ([mark = '', results = '']) => {
  const text = (one: number, other: number) =>
    `因政府信息公开被申请行政复议${one}件${mark}行政诉讼${other}件，${results}。`;
  expect(cellsOf(text(2, 1))).toEqual([`${lawsuits} 1`, 't4.review.total 2']);
  expect(sumsOf(text(2, 1))).toEqual([]);
  expect(cellsOf(text(3, 0))).toContain('t4.review.upheld 2');
});

test.for(combinations(['、', '和'], ['维持', '获维持', '均获维持', '结果为维持']))(
  'a verb behind the last of a list is said of each: 40件复议%s9件诉讼%s',
  ([mark = '', verb = '']) => {
    const text = `政府信息公开类行政复议52件，行政诉讼13件，其中：40件行政复议${mark}9件行政诉讼${verb}，其余尚未审结。`;
    expect(cellsOf(text)).toEqual([
      't4.litigationDirect.total+t4.litigationAfterReview.total 13',
      't4.litigationDirect.upheld+t4.litigationAfterReview.upheld 9',
      't4.review.total 52',
      't4.review.upheld 40',
    ]);
  },
);

test.for(combinations(['有', '共有'], ['，', '、', '和'], ['案件', '']))(
  'there were so many disputes: %s7件行政复议%s2件行政诉讼%s',
  ([verb = '', mark = '', noun = '']) => {
    const text = `依申请公开工作平稳。因信息公开答复${verb}7件行政复议${noun}${mark}2件行政诉讼${noun}。`;
    expect(cellsOf(text)).toEqual([`${lawsuits} 2`, 't4.review.total 7']);
  },
);

test.for(
  combinations(
    ['材料涉及企业经营数据', '文稿处于内部讨论阶段', '经多方核实确认'],
    ['不予公开', '依法不予公开'],
    ['。', '；5件予以公开。'],
  ),
)('a clause that ends with what became of it says so: 3件%s%s%s', ([why = '', outcome = '', rest = '']) => {
  const text = `收到政府信息公开申请9件，均按期办结。其中3件${why}${outcome}${rest}`;
  expect(cellsOf(text)).toContain('t3.denied.total 3');
});

test.for(
  combinations(
    ['受理自然人政府信息公开申请4件', '收到自然人提交的申请4件'],
    ['均已按期答复', '上年度结转0件'],
  ),
)('where no others are named, those of natural persons are all: %s，%s', ([came = '', rest = '']) => {
  const text = `依申请公开情况。${came}，${rest}。`;
  expect(cellsOf(text)).toContain('t3.received.naturalPerson 4');
  expect(cellsOf(text)).toContain('t3.received.total 4');
  expect(inferredOf(text)).toContain('t3.received.total 4');
  expect(inferredOf(text)).not.toContain('t3.received.naturalPerson 4');
  expect(cellsOf(`依申请公开情况。${came}，法人提交的申请另行办理。`)).not.toContain('t3.received.total 4');
});

test.for(
  combinations(['受理的', '收到的'], ['申请', '申请件', '政府信息公开申请'], ['均已答复', '已按规定答复']),
)(
  'what came in, named again for something else, is not how many came in: %s116件%s%s',
  ([came = '', noun = '', done = '']) => {
    const text = `共受理政府信息公开申请114件，其中2件来自上一年度结转，${came}116件${noun}${done}。`;
    expect(cellsOf(text)).not.toContain('t3.received.total 116');
    expect(cellsOf(`${came}116件${noun}${done}。`).length).toBeGreaterThan(0);
  },
);

test.for(combinations(['公开', '及时公开'], ['12个领域的动态信息', '12项重点领域信息', '12类便民服务信息']))(
  'what was made public is named behind the number: %s%s',
  ([verb = '', what = '']) => {
    expect(cellsOf(`受理依申请公开13件。新设民生栏目，${verb}${what}。`)).toEqual(['t3.received.total 13']);
  },
);

test.for(
  combinations(['申请内容不明确', '涉及个人隐私', '信息不存在'], ['经补正后予以公开', '征求意见后部分公开']),
)('why something was done is not what became of it: 因%s，%s', ([why = '', became = '']) => {
  const cells = cellsOf(`收到政府信息公开申请9件，1件因${why}，${became}；8件予以公开。`);
  expect(cells).toEqual(['t3.granted.total 8', 't3.received.total 9']);
});

test.for(combinations(['信息不存在', '本机关不掌握'], ['，无法提供', '无法提供', '，依法无法提供']))(
  'unless it is of the same group: 因%s%s',
  ([why = '', became = '']) => {
    const cells = cellsOf(`收到政府信息公开申请9件，2件因${why}${became}，7件予以公开。`);
    expect(cells.some((cell) => cell.startsWith('t3.unavailable') && cell.endsWith(' 2'))).toBe(true);
  },
);

test.for(
  combinations(['截至年底，累计受理', '自条例施行起共收到'], ['本年度96件', '2023年96件', '其中2023年96件']),
)('the year’s own of what came in over years: %s…，%s', ([all = '', own = '']) => {
  expect(cellsOf(`${all}政府信息公开申请1023件，${own}。`)).toEqual(['t3.received.total 96']);
});

test.for(
  combinations(
    ['主动公开规范性文件', '主动公开行政规范性文件'],
    ['，', '、', '；'],
    ['依申请公开3件', '依申请公开类3件'],
  ),
)(
  'classes of documents behind documents that were published: %s12件%s%s',
  ([verb = '', mark = '', other = '']) => {
    expect(cellsOf(`全年${verb}12件${mark}${other}${mark}不予公开2件。`)).toEqual([]);
  },
);

test.for(
  combinations(
    ['以前年度制定的', '已印发的', '制发的'],
    ['31件规范性文件进行清理', '31件规范性文件开展评估', '31件规范性文件组织修订'],
  ),
)('what was done with documents that were made: 对%s%s', ([made = '', done = '']) => {
  expect(cellsOf(`对${made}${done}，废止6件。`)).not.toContain('t2.normativeDocs.made 31');
  expect(cellsOf(`对本年度${made.includes('以前') ? '制发的' : made}48件规范性文件同步解读。`)).toContain(
    't2.normativeDocs.made 48',
  );
});

test.for(combinations(['办理结果总计', '本年度办理结果总计', '办理结果合计'], ['，', '；']))(
  'the total as the table calls it: %s%s',
  ([total = '', mark = '']) => {
    const text = `本年新收政府信息公开申请33件${mark}${total}31件${mark}结转下年度2件。`;
    expect(cellsOf(text)).toContain('t3.totalHandled.total 31');
  },
);

test.for(
  combinations(['收到', '共收到', '受理'], ['、', '和', '，'], ['申请', '提交的申请', '政府信息公开申请']),
)(
  'a kind of applicants behind the number is counted, and not all: %s%s%s',
  ([came = '', mark = '', noun = '']) => {
    const cells = cellsOf(`依申请公开情况。${came}12件自然人${noun}${mark}3件企业${noun}，均已答复。`);
    expect(cells).toContain('t3.received.naturalPerson 12');
    expect(cells).not.toContain('t3.received.total 12');
    expect(cellsOf(`依申请公开情况。${came}12件${noun}，均由自然人提出。`)).toContain('t3.received.total 12');
  },
);

test.for(combinations(['网络', '网上'], ['、', '，'], ['信函', '邮寄']))(
  'one way behind the number is not all: %s%s%s',
  ([one = '', mark = '', other = '']) => {
    expect(cellsOf(`依申请公开情况。收到3件${one}申请${mark}2件${other}申请。`)).toEqual([]);
  },
);
