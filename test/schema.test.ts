import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditReport } from '../src/audit/audit.js';
import { schemaMistakes } from './fixtures/schema/published.js';
import { resources } from './fixtures/defaults.js';

const folder = new URL('../samples/', import.meta.url);

const names = readdirSync(folder).filter((name) => /\.(?:txt|html)$/.test(name));

test.each(names)('the audit of %s is what the published schema says', async (name) => {
  const audit = await auditReport(readFileSync(new URL(name, folder)), resources, { name, lang: 'zh-CN' });
  expect(schemaMistakes(audit)).toEqual([]);
});

test('the schema refuses what is not an audit', () => {
  expect(schemaMistakes({ schema: 'gouji.audit/1', extra: 1 }).length).toBeGreaterThan(10);
});
