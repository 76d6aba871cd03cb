import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { auditOf } from '../../../test/fixtures/audits.js';
import { resources } from '../../../test/fixtures/defaults.js';
import { translator } from '../translate.js';
import { statutoryTables } from './tables.js';
import { tablesDocx } from './tables-docx.js';

test('the head of a table stays with its first figures', async () => {
  const report = { ...auditOf({}, {}, '2021'), year: 2023 };
  const tables = statutoryTables({ report, forms: resources.forms, t: translator('zh-CN'), mark: '' });
  const files = unzipSync(await tablesDocx({ ...tables, textOf: () => '0' }, resources.notice));
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const fourth = text.split('<w:tbl>').at(-1) ?? '';
  const kept = fourth
    .split('<w:tr>')
    .slice(1)
    .map((row) => row.split('<w:p>').slice(1))
    .map(
      (paragraphs) => paragraphs.filter((each) => each.includes('<w:keepNext/>')).length / paragraphs.length,
    );
  expect(kept).toEqual([1, 1, 1, 0]);
});
