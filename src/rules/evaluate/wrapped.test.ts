import { expect, test } from 'vitest';
import type { Passage } from '../../model/index.js';
import { continuations } from './wrapped.js';

const lines = (...texts: string[]): Passage[] =>
  texts.map((text, i) => ({
    text,
    source: text,
    offsets: Array.from({ length: text.length + 1 }, (_, index) => index),
    at: { line: i + 1, column: 1 },
  }));

test('a word that stands on two lines is one', () => {
  const passages = lines(
    '将政府信息公开纳入年度工作考核,主动接受社会评',
    '议,全年没有因政府信息公开被追究责任的情形发生。',
    '召开专题会议2次。',
  );
  expect(continuations(passages)).toEqual([false, true, false]);
});

test('lines that end a sentence, short lines and numbered lines stay lines', () => {
  const passages = lines(
    '本年度公开各类政府信息共计一百余条,其中重点领域信息六十条。',
    '鹭坪区教育局办公室',
    '本年度没有收到任何政府信息公开申请也没有结转的政府信息公开申请',
    '(二)依申请公开情况',
    '主动公开政府信息工作总体平稳有序,信息公开制度也进一步健全完善',
  );
  expect(continuations(passages)).toEqual([false, false, false, false, false]);
});

test('passages of a document that has no lines are paragraphs', () => {
  const passages = lines(
    '将政府信息公开纳入年度工作考核,主动接受社会评',
    '议,全年没有因政府信息公开被追究责任。',
  ).map((each, i) => ({ ...each, at: { paragraph: i + 1 } }));
  expect(continuations(passages)).toEqual([false, false]);
});
