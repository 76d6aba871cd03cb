import { expect, test } from 'vitest';
import { expressionOf } from '../pattern/pattern.js';
import { normalForm, search, type Stretch } from './search.js';

const stretch = (...sources: string[]): Stretch => {
  const passages = sources.map((source, index) => ({
    ...normalForm(source),
    at: { line: index * 10 + 1, column: 3 },
  }));
  const starts = passages.map((_, index) =>
    passages.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, 0),
  );
  return { text: passages.map(({ text }) => text).join('\n'), passages, starts };
};

test('the quote is the clause as it stands in the source, with its place', () => {
  const [hit] = search(
    [stretch('前一句。', '甲；网站（具体网址）查阅，其余从略。后一句。')],
    expressionOf({ words: ['（具体网址）'] }),
  );
  expect({ text: hit?.text, ...hit?.quote() }).toEqual({
    text: '(具体网址)',
    quote: '网站（具体网址）查阅，其余从略',
    at: { line: 11, column: 5 },
  });
});

test('in a source of several lines the line is that of the quote', () => {
  const [hit] = search([stretch('第一行\n第二行：XX年；')], expressionOf({ words: ['XX年'] }));
  expect(hit?.quote()).toEqual({ quote: '第二行：XX年', at: { line: 2, column: 1 } });
});

test('characters that normalise to several keep their place', () => {
  const [hit] = search([stretch('……尾XX年。')], expressionOf({ words: ['XX年'] }));
  expect(hit?.quote().quote).toBe('……尾XX年');
});

test('a quote out of a long sentence begins and ends at a pause', () => {
  const long = '甲乙丙丁戊己庚辛'.repeat(6);
  const [hit] = search(
    [stretch(`${long}，依照《${'某'.repeat(20)}办法》，按国办函编制，内容${'如'.repeat(20)}，${long}。`)],
    expressionOf({ words: ['国办函'] }),
  );
  expect(hit?.quote().quote).toBe(`依照《${'某'.repeat(20)}办法》，按国办函编制，内容${'如'.repeat(20)}`);
  const [whole] = search([stretch(`${long}国办函${long}。`)], expressionOf({ words: ['国办函'] }));
  expect(whole?.quote().quote).toHaveLength(83);
});

test('named groups come along', () => {
  const [hit] = search([stretch('2021年收到')], expressionOf({ pattern: '(?<year>20\\d{2})年' }));
  expect(hit?.groups['year']).toBe('2021');
});

test('a text full of matches gives at most fifty', () => {
  expect(search([stretch('甲'.repeat(500))], expressionOf({ words: ['甲'] }))).toHaveLength(50);
});
