import { expect, test } from 'vitest';
import { auditOf, troubledAudit } from '../../../test/fixtures/audits.js';
import { documentOf } from '../../../test/fixtures/context.js';
import { schemaMistakes } from '../../../test/fixtures/schema/published.js';
import { json } from './json.js';
import { ndjson } from './ndjson.js';
import type { Failure } from '../renderer.js';

const failure: Failure = {
  name: 'x.bin',
  kind: 'unreadable',
  code: 'empty',
  reason: '空',
  remedy: '重',
  place: null,
  details: [],
};
const tool = { name: 'gouji', version: '1.2.3' };
const rules = { files: ['rules.yaml'], count: 2, sha256: 'ab' };

test('json is one document with audits and failures in input order', async () => {
  const audits = [troubledAudit(), auditOf()];
  const text = await documentOf(json, [troubledAudit(), failure, auditOf()]);
  expect(JSON.parse(text)).toEqual({ tool, rules, audits, failures: [failure] });
  expect(audits.flatMap((audit) => schemaMistakes(audit))).toEqual([]);
});

test('json without audits is still one document', async () => {
  expect(JSON.parse(await documentOf(json, [failure]))).toEqual({
    tool,
    rules,
    audits: [],
    failures: [failure],
  });
  expect(JSON.parse(await documentOf(json, []))).toEqual({ tool, rules, audits: [], failures: [] });
});

test('ndjson is one audit or failure a line', async () => {
  const text = await documentOf(ndjson, [auditOf(), failure, troubledAudit()]);
  expect(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([auditOf(), { failure }, troubledAudit()]);
});
