import { expect, test } from 'vitest';
import { sectionOf } from './labels.js';
import { explainClaims } from '../../src/extract/narrative/explain.js';
import { lexicon } from '../fixtures/defaults.js';

test('a sentence is explained by its words, its claims and why numbers stay unassigned', () => {
  const sections = [sectionOf(['收到申请3件，处理锦旗2件。天气很好。'])];
  const [sentence, ...others] = explainClaims(sections, { year: 2023, agencyName: null }, lexicon);
  expect(others).toEqual([]);
  expect(sentence?.quote).toBe('收到申请3件，处理锦旗2件');
  expect(sentence?.words).toEqual([
    { text: '收到', kind: 'word', senses: ['aspect received'] },
    { text: '申请', kind: 'word', senses: ['topic application'] },
    { text: '3件', kind: 'number', senses: [] },
    { text: '处理', kind: 'word', senses: ['aspect handled', 'carryTail'] },
    { text: '锦旗', kind: 'unknown', senses: [] },
    { text: '2件', kind: 'number', senses: [] },
  ]);
  expect(sentence?.unassigned).toEqual([
    { value: 2, unit: '件', quote: '处理锦旗2件', at: { line: 1, column: 8 }, why: 'unknown-words' },
  ]);
  expect(sentence?.claims.map((claim) => [claim.measure, claim.value])).toEqual([
    ['t3.received.total', 3],
    [null, 2],
  ]);
});
