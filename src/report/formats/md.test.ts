import { describe, expect, test } from 'vitest';
import { auditOf, troubledAudit } from '../../../test/fixtures/audits.js';
import { contextOf, documentOf } from '../../../test/fixtures/context.js';
import { paragraph, plain } from './markdown.js';
import { md } from './md.js';
import type { Failure, Part } from '../renderer.js';
import { summarise } from '../office/summarise.js';

const failure: Failure = {
  name: '年报/扫描件.pdf',
  kind: 'unreadable',
  code: 'scanned',
  reason: '文件是扫描件。',
  remedy: '请提供电子文档。',
  place: null,
  details: [],
};

describe.each(['zh-CN', 'en'] as const)('in %s', (lang) => {
  test('one audit is a page', async () => {
    const text = await documentOf(md, [troubledAudit()], contextOf(lang));
    await expect(text).toMatchFileSnapshot(`../../../test/golden/rendered/audit.${lang}.md`);
  });

  test('several begin with the league table', async () => {
    const context = contextOf(lang);
    const text = await documentOf(md, [troubledAudit(), failure, auditOf()], context);
    const pages = [md.part(troubledAudit(), context), md.part(auditOf(), context)];
    const overview = text.split('\n---\n\n')[0] ?? '';
    await expect(overview).toMatchFileSnapshot(`../../../test/golden/rendered/index.${lang}.md`);
    expect(text).toBe([overview, ...pages].join('\n---\n\n'));
  });
});

test('the table leads to the pages that stand beside it and leaves them out', async () => {
  const summary = summarise(troubledAudit());
  async function* parts(): AsyncGenerator<Part> {
    yield await Promise.resolve({
      kind: 'audit',
      summary,
      text: '不出现',
      document: '年报/a (1).html.md',
    } as const);
  }
  let text = '';
  for await (const chunk of md.document(parts(), contextOf())) text += String(chunk);
  expect(text).toContain('[临溪县水利局](./%E5%B9%B4%E6%8A%A5/a%20%281%29.html.md)');
  expect(text).not.toContain('不出现');
});

test('nothing in a text is markup', () => {
  expect(plain('a|b `c` <i> [x](y) *z* _w_ ~~v~~ # $x$ &lt; http://x www.y.z a@b')).toBe(
    String.raw`a\|b \`c\` \<i\> \[x\](y) \*z\* \_w\_ \~\~v\~\~ \# \$x\$ \&lt; http\://x www\.y.z a\@b`,
  );
  expect(['- a', '+ a', '=', '12. a', '1) a', '一、a', '-8'].map(paragraph)).toEqual([
    '\\- a',
    '\\+ a',
    '\\=',
    '12\\. a',
    '1\\) a',
    '一、a',
    '\\-8',
  ]);
});
