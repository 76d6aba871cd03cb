import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/extract/read/index.js';
import type { Audit } from '../../src/model/index.js';
import { docx } from '../../src/report/formats/docx.js';
import type { Letter } from '../../src/report/notice/letter.js';
import type { Renderer } from '../../src/report/renderer.js';
import { xlsx } from '../../src/report/formats/sheets/xlsx.js';
import { auditOf, troubledAudit } from '../fixtures/audits.js';
import { bytesOf, contextOf } from '../fixtures/context.js';

const program = process.env['SOFFICE'] ?? '/usr/bin/soffice';
const noOffice = existsSync(program) ? null : `no ${program} (set SOFFICE)`;

/** The text that LibreOffice prints, without spaces, and how many pages it takes. */
async function printed(
  renderer: Renderer,
  audits: readonly Audit[],
): Promise<{ text: string; pages: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-office-'));
  try {
    const file = join(folder, `document.${renderer.extension}`);
    writeFileSync(file, await bytesOf(renderer, audits));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const { stderr } = spawnSync(
      program,
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
      {
        encoding: 'utf8',
      },
    );
    const made = join(folder, 'document.pdf');
    if (!existsSync(made)) throw new Error(stderr);
    const { blocks, pages } = await readDocument(readFileSync(made), 'document.pdf');
    const texts = blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.kind === 'table'
          ? block.rows.flatMap((row) => row.map(({ text }) => text))
          : [],
    );
    return { text: texts.join('').normalize('NFKC').replace(/\s+/g, ''), pages: pages ?? 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

describe.skipIf(noOffice !== null)(`LibreOffice prints${noOffice === null ? '' : `: ${noOffice}`}`, () => {
  test('every notice, each from the top of a page', async () => {
    const audits = [troubledAudit(), auditOf(), troubledAudit()];
    const letter = JSON.parse(docx.part(troubledAudit(), contextOf())) as Letter;
    const { text, pages } = await printed(docx, audits);
    expect(pages).toBe(4);
    for (const said of [letter.title, letter.addressee, letter.points[0]?.title ?? '', letter.issuer])
      expect(text.split(plain(said))).toHaveLength(3);
  });

  test('every sheet of the workbook', async () => {
    const audit = troubledAudit();
    const { text } = await printed(xlsx, [audit, auditOf()]);
    for (const said of [
      '政府信息公开工作年度报告审核汇总',
      '可审核比例',
      '具体情况',
      audit.findings[3]?.message ?? '',
    ])
      expect(text).toContain(plain(said));
  });
});
