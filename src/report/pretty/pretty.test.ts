import { describe, expect, test } from 'vitest';
import { auditOf, troubledAudit } from '../../../test/fixtures/audits.js';
import { contextOf, documentOf } from '../../../test/fixtures/context.js';
import { width } from '../tables/layout.js';
import type { Failure } from '../renderer.js';
import { pretty } from './index.js';

const failure: Failure = {
  name: 'reports/空.docx',
  kind: 'unreadable',
  code: 'empty',
  reason: '文件是空的。',
  remedy: '请重新导出或下载后再试。',
  place: null,
  details: [],
};

describe('one audit', () => {
  test.each(['zh-CN', 'en'] as const)('in full, in %s', async (lang) => {
    const text = pretty.part(troubledAudit(), contextOf(lang));
    await expect(text).toMatchFileSnapshot(`../../../test/golden/rendered/pretty.${lang}.txt`);
    expect(Math.max(...text.split('\n').map(width))).toBeLessThanOrEqual(80);
  });

  test('in colour says the same', () => {
    const colored = pretty.part(troubledAudit(), contextOf('zh-CN', { color: true }));
    const plain = pretty.part(troubledAudit(), contextOf('zh-CN'));
    expect(colored).not.toBe(plain);
    expect(colored.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(plain);
  });

  test('a clean one says so and shows its figures unmarked', () => {
    const text = pretty.part(auditOf(), contextOf());
    expect(text).toContain('结果：未发现问题\n');
    expect(text).not.toMatch(/[!?*~]/);
  });

  test('a failure says what to do', async () => {
    expect(await documentOf(pretty, [failure])).toBe(
      [
        '未能识读的文件（1 个）',
        '  文件：reports/空.docx',
        '  原因：文件是空的。',
        '  办法：请重新导出或下载后再试。',
        '',
      ].join('\n'),
    );
  });

  test('hostile names, quotes and cells cannot steer the terminal', () => {
    const audit = troubledAudit();
    const hostile = '甲\u001b[2J\u0007\u202e乙\nX';
    audit.agency.name = hostile;
    audit.source.name = hostile;
    audit.cells['t2.regulations.made'] = {
      value: null,
      raw: hostile,
      state: 'text',
      at: null,
      confidence: 1,
    };
    for (const claim of audit.claims) claim.quote = hostile;
    for (const finding of audit.findings) finding.message = hostile;
    const text = pretty.part(audit, contextOf());
    expect(text).toContain('甲�[2J��乙 X');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe('many audits', () => {
  const league = [
    auditOf({
      source: { ...auditOf().source, name: '丙/年报.html' },
      grade: 'U',
      score: null,
      year: null,
      agency: { name: null, level: 'unknown', kind: 'unknown' },
    }),
    troubledAudit(),
    failure,
    auditOf({
      source: { ...auditOf().source, name: '甲/很长的文件夹名称/二〇二三年度政府信息公开工作年度报告.html' },
    }),
    auditOf({
      grade: 'A',
      score: 96,
      agency: { name: '云岭省清河市人民政府办公厅政务公开办公室', level: 'city', kind: 'office' },
    }),
  ];

  test.each(['zh-CN', 'en'] as const)('as a league table, in %s', async (lang) => {
    const text = await documentOf(pretty, league, contextOf(lang));
    await expect(text).toMatchFileSnapshot(`../../../test/golden/rendered/summary.${lang}.txt`);
    expect(Math.max(...text.split('\n').map(width))).toBeLessThanOrEqual(80);
  });
});
