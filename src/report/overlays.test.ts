import { expect, test } from 'vitest';
import { auditOf } from '../../test/fixtures/audits.js';
import { contextOf, documentOf } from '../../test/fixtures/context.js';
import { html } from './formats/html.js';
import { pretty } from './pretty/index.js';

const withOverlays = (lang: 'zh-CN' | 'en', files: string[], alone = false) => {
  const { provenance } = contextOf(lang);
  return contextOf(lang, { provenance: { ...provenance, overlays: { files, alone } } });
};

const files = ['packs/own-days.yaml', 'C:\\rules\\local.yaml'];

test.each([
  ['zh-CN', '规则：默认规则，另加own-days.yaml、local.yaml'],
  ['en', 'the default rules and own-days.yaml, local.yaml'],
] as const)('what was applied on top of the default rules is named, in %s', async (lang, words) => {
  const context = withOverlays(lang, files);
  const audits = [auditOf(), auditOf()];
  expect(pretty.part(auditOf(), context)).toContain(words);
  expect(html.part(auditOf(), context)).toContain(words);
  expect(await documentOf(pretty, audits, context)).toContain(words);
  expect(await documentOf(html, audits, context)).toContain(words);
});

test('rules in place of the default ones are told apart', () => {
  expect(pretty.part(auditOf(), withOverlays('zh-CN', files, true))).toContain(
    '规则：own-days.yaml、local.yaml，不用默认规则',
  );
});

test('nothing is said of the default rules alone', () => {
  const context = withOverlays('zh-CN', []);
  expect(pretty.part(auditOf(), context)).toBe(pretty.part(auditOf(), contextOf()));
  expect(html.part(auditOf(), context)).toBe(html.part(auditOf(), contextOf()));
});

test('a name that would steer the terminal is made inert', async () => {
  const context = withOverlays('zh-CN', ['a\u001b[31m.yaml']);
  expect(pretty.part(auditOf(), context)).not.toContain('\u001b');
  expect(await documentOf(pretty, [auditOf(), auditOf()], context)).not.toContain('\u001b');
});
