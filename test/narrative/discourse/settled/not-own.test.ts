import { expect, test } from 'vitest';
import { cellsOf, combinations, sumsOf } from '../reading.js';

const county = '罗溪县人民政府';

test.for(
  combinations(
    ['全县共受理依申请公开94件', '全县各级收到政府信息公开申请94件'],
    ['县政府办承办22件；县政府办22件中，', '县政府办承办22件，其中', '县本级答复22件：'],
    ['公开9件，部分公开3件', '予以公开9件、无法提供8件'],
  ),
)(
  'of what is told of all, the outcomes of its own office are a part: %s，%s%s',
  ([all = '', own = '', parts = '']) => {
    expect(cellsOf(`${all}，${own}${parts}。`, county)).toEqual(['t3.received.total 94']);
  },
);

test.for(
  combinations(
    ['通过政务公开平台共办理政府信息公开申请34件', '通过微信平台办理政府信息公开申请34件'],
    ['（其中本局办理12件，分送各科室办理22件）', '，其中本局办理12件、转各科室办理22件'],
  ),
)('a part of what is not understood in full is no total: %s%s', ([all = '', parts = '']) => {
  expect(cellsOf(`${all}${parts}。`)).not.toContain('t3.totalHandled.total 12');
});

test.for(
  combinations(
    ['政府信息公开类行政复议10件', '信息公开行政复议10件'],
    ['占行政复议总数214件的4.7%', '占全部行政复议案件214件的4.7%'],
  ),
)('what disputes are a share of is no number of them: %s，%s', ([own = '', share = '']) => {
  expect(cellsOf(`${own}，${share}。`)).toEqual(['t4.review.total 10']);
});

test.for(
  combinations(
    ['因多人重复提交', '因内容相同'],
    ['合并为6件办理', '合并为6件处理'],
    ['已全部答复', '均已办结', '全部按期答复'],
  ),
)(
  'of what was merged the words do not say how many were answered: %s，%s，%s',
  ([why = '', one = '', done = '']) => {
    const cells = cellsOf(`收到政府信息公开申请15份，${why}，${one}，${done}。`);
    expect(cells.filter((cell) => cell.startsWith('t3.totalHandled'))).toEqual([]);
  },
);

test.for(
  combinations(
    ['制定《依申请公开办理规范》1项', '印发《政务公开工作要点》1份', '出台《公开工作方案》1件'],
    ['，规范性文件清理目录列入82件', '，组织规范性文件培训2场'],
  ),
)('a title alone is no document of a kind: %s%s', ([made = '', rest = '']) => {
  expect(cellsOf(`${made}${rest}。`)).toEqual([]);
});

test('of a kind that the words before a title say, it is', () => {
  expect(cellsOf('全年制定行政规范性文件《罗溪县用水管理办法》1件。')).toEqual(['t2.normativeDocs.made 1']);
});

test.for(
  combinations(
    ['比上年（6件）少2件', '较上年（6件）减少2件'],
    ['比前年（3件）多1件', '较前年（3件）增加1件'],
  ),
)('what a count is compared with is no part of it: %s，%s', ([one = '', other = '']) => {
  const text = `依申请公开：本年受理4件，${one}，${other}。`;
  expect(sumsOf(text)).toEqual([]);
  expect(cellsOf(text)).toEqual(['t3.received.total 4']);
});

test.for(combinations(['不同意理由为', '缘由是'], ['商业秘密1件、个人隐私1件', '个人隐私1件、商业秘密2件']))(
  'beside a number of the same cell that is not understood, none is compared: %s%s',
  ([why = '', kinds = '']) => {
    const cells = cellsOf(`受理政府信息公开申请9件，${why}${kinds}。`);
    expect(cells.filter((cell) => cell.startsWith('t3.denied.thirdParty') && !cell.endsWith(' 2'))).toEqual(
      [],
    );
  },
);
