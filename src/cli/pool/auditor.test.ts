import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { contextOf } from '../../../test/fixtures/context.js';
import { createAuditor } from './auditor.js';
import { resources as defaults } from '../../../test/fixtures/defaults.js';

const samples = new URL('../../../samples/', import.meta.url);

const report = (name: string) =>
  JSON.stringify({
    schema: 'gouji.report/1',
    agency: { name },
    year: 2023,
    form: '2021',
    cells: {},
    sections: [],
  });

const { t: _, ...context } = contextOf();
const audit = createAuditor({ lang: 'zh-CN', formats: ['ndjson', 'csv'], waivers: [] }, defaults, context);

test('a report is one result with a text for each format', async () => {
  const result = await audit({ name: 'one.json', bytes: strToU8(report('丙县')) });
  if (result.kind !== 'audit') throw new Error(result.kind);
  expect(result.summary).toMatchObject({ name: 'one.json', agency: '丙县', year: 2023 });
  expect(JSON.parse(result.texts[0] ?? '')).toMatchObject({ schema: 'gouji.audit/1' });
  expect(result.texts).toHaveLength(2);
});

test('a report that was extracted before is audited as if it were extracted again', async () => {
  const settings = { lang: 'zh-CN', formats: ['ndjson', 'html'], waivers: [], year: 2022 } as const;
  const auditorWith = (instead?: 'kept') =>
    createAuditor({ ...settings, formats: [...settings.formats], instead }, defaults, context);
  for (const name of readdirSync(samples).filter((each) => /\.(?:txt|html)$/.test(each))) {
    const bytes = readFileSync(new URL(name, samples));
    const digest = await auditorWith('kept')({ name, bytes });
    if (digest.kind !== 'digest' || digest.report === null) throw new Error(digest.kind);
    expect(digest.digests).toMatchObject([{ name, year: 2022 }]);
    const again = await auditorWith()({ name, bytes: digest.report, extracted: true });
    const timing = expect.anything() as unknown;
    expect(again).toEqual({ ...(await auditorWith()({ name, bytes })), timing });
  }
});

test('an archive comes back as what it holds', async () => {
  const [a, c] = [strToU8(report('甲县')), strToU8(report('乙县'))];
  const bytes = zipSync({ 'a.json': a, 'b/c.json': c, 'd.txt': strToU8(''), 'style.css': strToU8('p {}') });
  expect(await audit({ name: 'all.zip', bytes })).toEqual({
    kind: 'archive',
    entries: [
      { name: 'all.zip/a.json', bytes: a },
      { name: 'all.zip/b/c.json', bytes: c },
      { name: 'all.zip/d.txt', bytes: new Uint8Array() },
    ],
  });
});

test('what cannot be audited is a failure, not an exception', async () => {
  expect(await audit({ name: 'd.txt', bytes: new Uint8Array() })).toMatchObject({
    kind: 'failure',
    failure: { name: 'd.txt', code: 'empty' },
  });
});
