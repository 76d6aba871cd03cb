import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/index.js';
import type { Claim } from '../../src/model/report/claim.js';
import { forms, lexicon, vocabulary } from '../fixtures/defaults.js';

const folder = process.env['GOUJI_REPORTS'] ?? '';
const missing = !existsSync(folder);
if (missing) console.info('GOUJI_REPORTS is not set: the prose of real reports is not tested');

async function assigned(start: string): Promise<Claim[]> {
  const name = readdirSync(folder).find((each) => each.startsWith(start) && each.endsWith('.txt')) ?? '';
  const options = { name, forms, lexicon, vocabulary };
  const report = await extract(readFileSync(join(folder, name)), options);
  return report.claims.filter((claim) => claim.measure !== null || claim.kind === 'sum');
}

const brief = ({ kind, measure, value, qualifier, parts }: Claim): string =>
  [
    kind,
    measure,
    value,
    ...(qualifier === 'exact' ? [] : [qualifier]),
    ...(parts.length > 0
      ? [parts.map((each) => `${each.value}${each.qualifier === 'exact' ? '' : '+'}`).join(' ')]
      : []),
  ].join(' ');

describe.skipIf(missing)('prose of real reports', () => {
  test('letters, supervision and hotline tickets are read as what they are', async () => {
    expect((await assigned('000')).map(brief)).toEqual([
      'count petitions.items 8',
      'count supervision.items 25',
      'count hotline.items 450',
    ]);
  });

  test('a report without figures in its prose makes no claims', async () => {
    expect(await assigned('001')).toEqual([]);
  });

  test('four counts are read through traditional script and pinyin', async () => {
    const claims = await assigned('002');
    expect(claims.filter((claim) => claim.measure?.startsWith('t')).map(brief)).toEqual([
      'count t3.received.total 3',
      'sum t3.received.total 3 1 1 1',
      'count t3.granted.total 1',
      'count t3.unavailable.total 1',
      'count t3.rejected.total 1',
    ]);
    expect(claims.find((claim) => claim.measure === 't3.granted.total')?.quote).toBe('其中予以公開1條');
  });

  test('a sum that does not hold is read as it stands', async () => {
    const claims = await assigned('003');
    expect(claims.filter((claim) => claim.kind === 'sum').map(brief)).toEqual([
      'sum published.items.website 4268 1761 2506',
    ]);
    expect(claims.filter((claim) => claim.measure?.startsWith('t')).map(brief)).toEqual([
      'count t3.received.total 31',
      'count t3.carriedIn.total 2',
      'none t4.litigationDirect.corrected+t4.litigationAfterReview.corrected 0',
      'none t4.review.corrected 0',
    ]);
  });

  test('a sum with an approximate part says so', async () => {
    const claims = await assigned('004');
    expect(claims.filter((claim) => claim.kind !== 'count').map(brief)).toEqual([
      'sum published.items 1947 128 1650+ 103 66',
      'percent change.published.items 8',
      'none t3.received.total 0',
    ]);
  });
});
