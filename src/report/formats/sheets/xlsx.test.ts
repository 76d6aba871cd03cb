import { test } from '@fast-check/vitest';
import ExcelJS from 'exceljs';
import { describe, expect } from 'vitest';
import { examples } from '../../../../test/depth.js';
import { auditOf, troubledAudit } from '../../../../test/fixtures/audits.js';
import { bytesOf, contextOf } from '../../../../test/fixtures/context.js';
import { about } from '../../../../test/fixtures/comparison.js';
import { auditSaying } from '../../../../test/fixtures/hostile.js';
import { hostileTexts } from '../../../../test/generators/damage/hostile.js';
import type { Audit } from '../../../model/index.js';
import type { Failure } from '../../renderer.js';
import { cellRows, findingRows } from '../../tables/rows.js';
import { harmless, type Value } from '../../spreadsheet.js';
import { xlsx } from './xlsx.js';

const failure: Failure = {
  name: '年报/扫描件.pdf',
  kind: 'unreadable',
  code: 'scanned',
  reason: '文件是扫描件。',
  remedy: '请提供电子文档。',
  place: null,
  details: [],
};

async function written(results: readonly (Audit | Failure)[], lang: 'zh-CN' | 'en' = 'zh-CN') {
  const bytes = await bytesOf(xlsx, results, contextOf(lang));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return { bytes, book };
}

/** The values of a sheet, an empty cell as null, each row as long as the first. */
function valuesOf(book: ExcelJS.Workbook, name: string): Value[][] {
  const sheet = book.getWorksheet(name);
  const rows: Value[][] = [];
  sheet?.eachRow((row) => {
    const values = (row.values as Value[]).slice(1);
    rows.push(Array.from({ length: rows[0]?.length ?? values.length }, (_, index) => values[index] ?? null));
  });
  return rows;
}

const plain = (rows: readonly Value[][]) =>
  rows.map((row) => row.map((value) => (typeof value === 'string' ? harmless(value) || null : value)));

describe('the workbook', () => {
  const results = [troubledAudit(), failure, auditOf()];

  test.each(['zh-CN', 'en'] as const)('begins with summary and league table, in %s', async (lang) => {
    const { book } = await written(results, lang);
    const [first, second] = book.worksheets.map(({ name }) => name);
    expect({
      sheets: book.worksheets.map(({ name }) => name),
      summary: valuesOf(book, first ?? ''),
      league: valuesOf(book, second ?? ''),
    }).toMatchSnapshot();
  });

  test('holds every finding and every cell as the audit has them', async () => {
    const { book } = await written(results);
    const context = contextOf();
    const audits = [troubledAudit(), auditOf()];
    const rows = (each: typeof findingRows) => plain(audits.flatMap((audit) => each(audit, context)));
    expect(valuesOf(book, '问题清单').slice(1)).toEqual(rows(findingRows));
    expect(valuesOf(book, '全部数据').slice(1)).toEqual(rows(cellRows));
  });

  test('the league table leads to the first finding of each report that has any', async () => {
    const { book } = await written([troubledAudit(), auditOf(), about('乙局', troubledAudit())]);
    const targets = valuesOf(book, '排名').flatMap((row) => {
      const cell = row[1] as unknown as { text: string; hyperlink: string } | string | null;
      return typeof cell === 'object' && cell !== null ? [cell] : [];
    });
    const firsts = targets.map(({ text, hyperlink }) => {
      const at = Number(hyperlink.split('!A')[1]);
      const agencies = valuesOf(book, '问题清单').map(([agency]) => agency);
      return [text, agencies[at - 1], agencies.indexOf(text) + 1 === at];
    });
    expect(firsts).toEqual(targets.map(({ text }) => [text, text, true]));
    expect(targets).toHaveLength(2);
  });

  test('can be filtered, keeps its head in sight, and counts with numbers', async () => {
    const { book } = await written(results);
    const tables = book.worksheets.slice(1);
    expect(tables.map(({ autoFilter }) => autoFilter)).toEqual(['A1:M1', 'A1:U1', 'A1:H1', 'A1:O1']);
    for (const { views } of tables) expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const share = book.getWorksheet('排名')?.getCell('F3');
    expect({ value: share?.value, format: share?.numFmt }).toEqual({ value: 0.925, format: '0%' });
    expect(book.getWorksheet('全部数据')?.getCell('F2').type).toBe(ExcelJS.ValueType.Number);
  });

  test('is the same bytes whenever it is made', async () => {
    const [one, other] = [await written(results), await written(results)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });

  test.prop([hostileTexts], { numRuns: examples(12) })(
    'no text of a report becomes a formula',
    async (text) => {
      const audit = auditSaying(text.slice(1));
      const { book } = await written([audit]);
      for (const sheet of book.worksheets) {
        sheet.eachRow((row) =>
          row.eachCell(({ type, value }) => {
            const link = typeof value === 'object' && value !== null && 'hyperlink' in value ? value : null;
            if (link !== null) expect(link.hyperlink).toBe("#'问题清单'!A2");
            else expect([ExcelJS.ValueType.Number, ExcelJS.ValueType.String]).toContain(type);
            const shown = link?.text ?? value;
            if (typeof shown === 'string')
              expect(shown).not.toMatch(/^[=+\-@＝＋－＠].|[\p{Cc}\u202e\u2066]/u);
          }),
        );
      }
    },
  );
});
