import { expect, test } from 'vitest';
import { cellsOf, combinations, sumsOf } from '../reading.js';

test.for(
  combinations(
    ['理由分别为', '原因分别是', '分别属于', '情形分别为'],
    ['国家秘密', '属于国家秘密'],
    ['和', '、', '及'],
  ),
)('as many kinds as were counted, one of each: %s%s%s', ([lead = '', one = '', link = '']) => {
  const text = `办结政府信息公开申请9件，其中不予公开2件，${lead}${one}${link}过程性信息。`;
  expect(cellsOf(text)).toEqual([
    't3.denied.deliberative.total 1',
    't3.denied.stateSecret.total 1',
    't3.denied.total 2',
    't3.totalHandled.total 9',
  ]);
});

test.for(['3件', '4件', '5件'])('of %s two kinds are not one each', (count) => {
  const cells = cellsOf(`收到政府信息公开申请9件，不予公开${count}，理由分别为国家秘密和过程性信息。`);
  expect(cells.filter((cell) => cell.startsWith('t3.denied.d'))).toEqual([]);
});

test.for(combinations(['制发', '印发', '出台'], ['，', '；'], ['，共计6件', '，合计6件', '，共6件']))(
  'documents in the name of one and of another, and all of them: %s %s %s',
  ([verb = '', mark = '', total = '']) => {
    const list = `以县政府名义${verb}2件${mark}以县政府办名义${verb}4件${total}`;
    expect(cellsOf(`全年制定行政规范性文件，${list}。`)).toEqual(['t2.normativeDocs.made 6']);
    expect(sumsOf(`全年制定行政规范性文件，${list}。`)).toEqual(['6 = 2 + 4']);
  },
);

test.for(combinations(['规章、规范性文件', '规章和行政规范性文件'], ['均无', '：无', '均为0件', '都没有']))(
  'none of either, and no verb: %s%s',
  ([nouns = '', none = '']) => {
    expect(cellsOf(`${nouns}${none}。`)).toEqual(['t2.normativeDocs.made 0', 't2.regulations.made 0']);
  },
);

test.for(combinations(['予以公开', '同意公开'], ['6成', '六成', '约6成'], ['即', '为']))(
  'a share and then the number: %s占%s%s6件',
  ([verb = '', share = '', lead = '']) => {
    const cells = cellsOf(`收到政府信息公开申请10件，${verb}占${share}${lead}6件，无法提供4件。`);
    expect(cells).toEqual(['t3.granted.total 6', 't3.received.total 10', 't3.unavailable.total 4']);
  },
);

test.for(combinations(['结果分别是', '结果分别为', '办理结果分别为'], ['同意公开', '予以公开']))(
  'the first of a list of results counts, too: %s%s',
  ([lead = '', verb = '']) => {
    expect(
      cellsOf(`收到政府信息公开申请7件，均已办结，${lead}${verb}5件、部分公开1件、不予公开1件。`),
    ).toContain('t3.granted.total 5');
  },
);

test.for(
  combinations(
    ['受理申请数', '收到政府信息公开申请数', '新收申请'],
    ['答复数', '办结数', '办结'],
    ['结转数', '结转下年数'],
    ['分别为', '分别是'],
  ),
)(
  'a verb for each number, the noun with the first: %s、%s、%s%s',
  ([one = '', two = '', three = '', each = '']) => {
    expect(cellsOf(`依申请公开方面，${one}、${two}、${three}${each}26件、24件、2件。`)).toEqual([
      't3.carriedOut.total 2',
      't3.received.total 26',
      't3.totalHandled.total 24',
    ]);
  },
);
