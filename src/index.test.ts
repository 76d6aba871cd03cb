import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  audit,
  auditMany,
  extract,
  loadRules,
  render,
  RulesError,
  type Audited,
  type Source,
} from './index.js';

const sample = (name: string): Source => ({
  name,
  bytes: readFileSync(new URL(`../samples/${name}`, import.meta.url)),
});
const [clean, wrong] = [sample('01-clean-tab-rows.txt'), sample('06-arithmetic.html')];

async function all(results: AsyncIterable<Audited>): Promise<Audited[]> {
  const found: Audited[] = [];
  for await (const each of results) found.push(each);
  return found;
}

test('many reports give their audits in order, those of an archive too; what cannot be read stops nothing', async () => {
  async function* sources(): AsyncGenerator<Source> {
    yield await Promise.resolve(wrong);
    yield { name: 'all.zip', bytes: zipSync({ 'a.txt': clean.bytes, 'b.txt': strToU8('') }) };
    yield clean;
  }
  const found = await all(auditMany(sources(), { lang: 'en' }));
  expect(found.map((each) => [each.name, 'error' in each ? each.error : each.audit.grade])).toEqual([
    ['06-arithmetic.html', 'C'],
    ['all.zip/a.txt', 'A'],
    ['all.zip/b.txt', expect.objectContaining({ code: 'empty' })],
    ['01-clean-tab-rows.txt', 'A'],
  ]);
  expect(found[0]).toEqual({ name: wrong.name, audit: await audit(wrong.bytes, { ...wrong, lang: 'en' }) });
});

test('of a file of several reports one is chosen by its number', async () => {
  const text = new TextDecoder();
  const sources = [clean, sample('02-clean-page-breaks.txt')];
  const bytes = strToU8(sources.map((each) => text.decode(each.bytes)).join('\n\n'));
  await expect(audit(bytes)).rejects.toMatchObject({ code: 'several' });
  const alone = await Promise.all(sources.map((each) => extract(each.bytes)));
  const chosen = await Promise.all([1, 2].map((report) => audit(bytes, { report })));
  expect(chosen.map(({ agency }) => agency.name)).toEqual(alone.map(({ agency }) => agency.name));
  expect((await extract(bytes, { report: 2 })).agency.name).toBe(alone[1]?.agency.name);
  await expect(audit(bytes, { report: 3 })).rejects.toMatchObject({ code: 'no-such-report' });
});

test('earlier reports are compared with, whether as files or as audits', async () => {
  const report = await audit(clean.bytes, clean);
  const earlier = { ...report, year: (report.year ?? 0) - 1 };
  const before = { name: 'earlier.json', bytes: strToU8(JSON.stringify(earlier)) };
  const [first] = await all(auditMany([clean], { prior: [before] }));
  if (first === undefined || 'error' in first) throw new Error('no audit');
  // The figures of two years cannot all be the same.
  expect(first.audit.findings.filter(({ category }) => category === 'continuity')).not.toEqual([]);
  expect(report.findings).toEqual([]);
});

test('rules can be put on top of the default ones, and mistakes are told', async () => {
  const off = { name: 'own.yaml', text: 'disable: [T3-HSUM]\n' };
  const rulesOf = (each: { findings: { rule: string }[] }) => each.findings.map(({ rule }) => rule);
  const source = sample('06-arithmetic.html');
  const usual = rulesOf(await audit(source.bytes, source));
  expect(usual).toContain('T3-HSUM');
  expect(rulesOf(await audit(source.bytes, { ...source, rules: loadRules(off) }))).not.toContain('T3-HSUM');
  expect(() => loadRules({ name: 'own.yaml', text: 'rules: 3' })).toThrow(RulesError);
});

test('a report is read, and audits are put into a document', async () => {
  const { cells, source } = await extract(clean.bytes, clean);
  expect(cells['t3.received.total']?.state).toBe('number');
  expect(source.name).toBe(clean.name);
  const result = await audit(wrong.bytes, wrong);
  const chunks: (string | Uint8Array)[] = [];
  for await (const chunk of render([result, await audit(clean.bytes, clean)], 'xlsx')) chunks.push(chunk);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(Buffer.concat(chunks.map((each) => Buffer.from(each)))).buffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '汇总',
    '排名',
    '问题清单',
    '等级由来',
    '全部数据',
  ]);
  const lines: string[] = [];
  for await (const line of render([result], 'ndjson')) lines.push(String(line));
  expect(JSON.parse(lines.join(''))).toEqual(result);
});

test('a signal ends the work between two stages', async () => {
  await expect(audit(clean.bytes, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  const controller = new AbortController();
  const ended = extract(clean.bytes, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(ended).rejects.toThrow('enough');
  const { signal } = new AbortController();
  expect(await audit(clean.bytes, { signal })).toEqual(await audit(clean.bytes));
});

test('a signal ends a run over several reports between two of them, and what was audited counts', async () => {
  const controller = new AbortController();
  const sources = [1, 2, 3].map((number) => ({ name: `${String(number)}.txt`, bytes: clean.bytes }));
  const audited: string[] = [];
  const run = async () => {
    for await (const { name } of auditMany(sources, { signal: controller.signal })) {
      audited.push(name);
      if (audited.length === 2) controller.abort(new Error('enough'));
    }
  };
  await expect(run()).rejects.toThrow('enough');
  expect(audited).toEqual(['1.txt', '2.txt']);
});
