import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { auditOf, troubledAudit } from '../../../../test/fixtures/audits.js';
import { contextOf, documentOf } from '../../../../test/fixtures/context.js';
import { auditSaying } from '../../../../test/fixtures/hostile.js';
import { hostileTexts } from '../../../../test/generators/damage/hostile.js';
import { csv } from './csv.js';
import { findingColumns } from '../../tables/rows.js';
import { csvLine } from '../../spreadsheet.js';
import { examples } from '../../../../test/depth.js';

/** The records of a CSV file, as a spreadsheet reads them. */
function records(text: string): string[][] {
  return text
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

test.each(['zh-CN', 'en'] as const)('every finding is one line, in %s', async (lang) => {
  const text = await documentOf(csv, [troubledAudit(), auditOf()], contextOf(lang));
  await expect(text).toMatchFileSnapshot(`../../../../test/golden/rendered/findings.${lang}.csv`);
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(records(text).map(({ length }) => length)).toEqual(Array(5).fill(findingColumns.length));
});

test('numbers stay numbers and text stays text', () => {
  expect(csvLine([-8, 0.5, null, '-', '-8', '=1+1', '＝1', '@x', '+1', '\t=1', 'a,b', '说“"”', '0013'])).toBe(
    '-8,0.5,,-,\'-8,\'=1+1,\'＝1,\'@x,\'+1,\'=1,"a,b","说“""”",0013\r\n',
  );
});

test.prop([hostileTexts, hostileTexts], { numRuns: examples(50) })(
  'no text of a report becomes a formula, a field or a line',
  async (said, other) => {
    const audit = auditSaying(other.slice(1));
    audit.agency.name = said.slice(1);
    const rows = records(await documentOf(csv, [audit]));
    expect(rows.map(({ length }) => length)).toEqual(Array(5).fill(findingColumns.length));
    for (const field of rows.flat()) expect(field).not.toMatch(/^[=+\-@\t\r＝＋－＠]./u);
    expect(rows.flat().join('')).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
  },
);
