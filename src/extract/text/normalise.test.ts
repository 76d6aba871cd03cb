import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normalised } from './normalise.js';
import { detectScript, type Script } from './script.js';

const simplified: Script = { simplify: null, pinyin: false };

describe('normalise', () => {
  test.each([
    ['第 一 章　２０２１ 年（１）', '第一章2021年(1)'],
    ['12 345', '12 345'],
    ['annual   report', 'annual report'],
    ['⾏政许可', '行政许可'],
    ['⺠政局', '民政局'],
    ['⻔⼾⽹站', '门户网站'],
    ['①加强领导', '(1)加强领导'],
    ['零\u200b宽', '零宽'],
    ['㈠总体情况', '(一)总体情况'],
  ])('%j becomes %j', (source, expected) => {
    expect(normalise(source, simplified).text).toBe(expected);
  });

  test('traditional script and pinyin, with the way back to the source', async () => {
    const source = '本報(bào)告由區(qū)水務(wù)局編制，共受理申請(qǐng)３件。';
    const script = await detectScript(source);
    const { text, offsets } = normalise(source, script);
    expect(text).toBe('本报告由区水务局编制,共受理申请3件。');
    const at = text.indexOf('3件');
    expect(source.slice(offsets[at], offsets[at + 2])).toBe('３件');
  });

  test('a Latin word in brackets is no pinyin', async () => {
    const script = await detectScript('通过移动应用(app)公开信息。');
    expect(normalise('通过移动应用(app)公开信息。', script).text).toBe('通过移动应用(app)公开信息。');
  });

  test('every character leads back to a place in the source, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const { text, offsets } = normalise(source, simplified);
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(source.length);
        expect(offsets.every((each, i) => i === 0 || each >= (offsets[i - 1] ?? 0))).toBe(true);
      }),
    );
  });

  test('a normalised text is left as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二三政府信息公开，。（）３ 　aB\t') }),
        (source) => {
          const once = normalise(source, simplified).text;
          expect(normalise(once, simplified).text).toBe(once);
        },
      ),
    );
  });

  test('the text alone is the same, character by character and mixed with pinyin', () => {
    const spelt: Script = { simplify: null, pinyin: true };
    const alone = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
    const differing = alone.filter((each) => normalised(each, spelt) !== normalise(each, spelt).text);
    expect(differing).toEqual([]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'报告公开，。、3 　aB\t', '(bào)', '(gao)', '（', '）') }),
        fc.constantFrom(simplified, spelt),
        (source, script) => {
          expect(normalised(source, script)).toBe(normalise(source, script).text);
        },
      ),
    );
  });
});
