import { expect, test } from 'vitest';
import { passageOf } from './labels.js';
import { placesIn, runningText } from '../../src/extract/narrative/sentence/running-text.js';

const paragraphs = (lines: string[]) =>
  runningText(lines.map((each, index) => passageOf(each, index + 1))).map(({ text, heading }) => [
    text,
    heading,
  ]);

test('lines broken in the middle of a sentence are one paragraph', () => {
  const lines = [
    '本年度我局共收到政府信息公开申请十二件，其中予以公开八',
    '件，部分公开四件，全部在规定时限内答复，没有发生复议或诉',
    '讼。',
  ];
  expect(paragraphs(lines)).toEqual([[lines.join('').replaceAll('，', ','), false]]);
});

test('how full a line is shows in the room it takes: figures take half as much as characters', () => {
  const lines = ['（一）受理情况。全年经由网站共收', '到申请415件、经信函358件，合计773件，办', '结731件。'];
  expect(paragraphs(lines)).toEqual([
    ['(一)受理情况。全年经由网站共收到申请415件、经信函358件,合计773件,办结731件。', false],
  ]);
});

test('a number broken at the end of a line is whole', () => {
  expect(paragraphs(['共收到申请1', '2件。'])).toEqual([['共收到申请12件。', false]]);
});

test('headings and items of lists stand alone', () => {
  expect(
    paragraphs([
      '（二）依申请公开情况',
      '2023年收到申请3件。',
      '1.受理情况。收到3件。',
      '2.办理情况。办结3件。',
      '监督保障',
    ]),
  ).toEqual([
    ['(二)依申请公开情况', true],
    ['2023年收到申请3件。', false],
    ['1.受理情况。收到3件。', false],
    ['2.办理情况。办结3件。', false],
    ['监督保障', true],
  ]);
});

test('a stretch over two lines is quoted as it stands, from where it begins', () => {
  const passages = ['  共收到申请１', '  ２件。'].map((each, index) => passageOf(each, index + 1));
  const [paragraph] = runningText(passages);
  if (paragraph === undefined) throw new Error('no paragraph');
  expect(placesIn(passages)(paragraph)(3, 8)).toEqual({
    quote: '申请１\n  ２件',
    at: { line: 1, column: 6 },
  });
});

test('a line that begins with a comma goes on from the one above, and in the one below where it does not end', () => {
  const lines = ['全年收到政府信息公开申请474件(含上年结转31件)', ',依法答复', '442件。'];
  expect(paragraphs([...lines, '特此报告'])).toEqual([
    [lines.join(''), false],
    ['特此报告', true],
  ]);
  expect(paragraphs(['(一)受理', '依法答复442件。'])).toHaveLength(2);
});
