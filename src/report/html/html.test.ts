import { createHash } from 'node:crypto';
import { test } from '@fast-check/vitest';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect } from 'vitest';
import { auditOf, troubledAudit } from '../../../test/fixtures/audits.js';
import { contextOf } from '../../../test/fixtures/context.js';
import { auditSaying } from '../../../test/fixtures/hostile.js';
import { hostileTexts } from '../../../test/generators/damage/hostile.js';
import { html } from '../formats/html.js';
import { auditScript } from './script.js';
import { auditStyle } from './style.js';
import { examples } from '../../../test/depth.js';

type Node = DefaultTreeAdapterMap['node'];

/** Elements and the names of their attributes, without the texts. */
function skeleton(node: Node): string {
  const inner = 'childNodes' in node ? node.childNodes.map(skeleton).join('') : '';
  if (!('tagName' in node)) return node.nodeName === '#comment' ? '<!-->' : inner;
  if (node.tagName === 'mark') return inner;
  return `<${[node.tagName, ...node.attrs.map(({ name }) => name)].join(' ')}>${inner}</>`;
}

/** Links of the page and the elements that they may lead to. */
function anchors(node: Node): { ids: string[]; links: string[] } {
  const own = 'attrs' in node ? node.attrs : [];
  const values = (name: string) => own.filter((each) => each.name === name).map(({ value }) => value);
  const inner = 'childNodes' in node ? node.childNodes.map(anchors) : [];
  return {
    ids: [...values('id'), ...inner.flatMap(({ ids }) => ids)],
    links: [...values('href'), ...inner.flatMap(({ links }) => links)],
  };
}

describe('the page of one audit', () => {
  test.each(['zh-CN', 'en'] as const)('in full, in %s', async (lang) => {
    const text = html.part(troubledAudit(), contextOf(lang));
    const shown = text.replace(auditStyle.text, '…').replace(auditScript.text, '…');
    await expect(shown).toMatchFileSnapshot(`../../../test/golden/rendered/audit.${lang}.html`);
  });

  test('of a clean report flags nothing', () => {
    const text = html.part(auditOf(), contextOf());
    expect(text).toContain('未发现问题');
    expect(text.match(/class="flag"/g)).toBeNull();
    expect(text.match(/<td id="c-t3\./g)).toHaveLength(175);
  });

  test('leads from cells to findings and back, and nowhere else', () => {
    const { ids, links } = anchors(parse(html.part(troubledAudit(), contextOf())));
    expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links).toEqual(expect.arrayContaining(['#f1', '#f4', '#c-t3.received.total', '#claim-c1']));
  });

  test('allows its own style and script and nothing else', () => {
    for (const { text, hash } of [auditStyle, auditScript]) {
      expect(hash).toBe(createHash('sha256').update(text).digest('base64'));
    }
    const text = html.part(troubledAudit(), contextOf());
    expect(text).toContain(`<style>${auditStyle.text}</style>`);
    expect(text).toContain(`<script>${auditScript.text}</script>`);
  });

  const harmless = skeleton(parse(html.part(auditSaying('机关'), contextOf())));
  test.prop([hostileTexts], { numRuns: examples(60) })('holds no markup of the report', (text) => {
    expect(skeleton(parse(html.part(auditSaying(text), contextOf())))).toBe(harmless);
  });

  test('a number of the prose is marked only where it stands alone', () => {
    const audit = troubledAudit();
    const quote = '网站发布210条、公众号1.10万条，收到申请10件';
    audit.claims = audit.claims.map((claim) => ({ ...claim, quote }));
    expect(html.part(audit, contextOf())).toContain(
      '<q>网站发布210条、公众号1.10万条，收到申请<mark>10</mark>件</q>',
    );
  });
});
