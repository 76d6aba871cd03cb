import type { Block, ReadNote } from '../../../model/index.js';
import { isRecognised, locate, type Page } from './page.js';

/** Stands for a character that its font cannot name. */
const unknown = '\ufffd';

/** What the officer should know about the reading of these pages. */
export function notesOf(
  pages: readonly Page[],
  blocks: readonly Block[],
  unread: readonly number[],
): ReadNote[] {
  const notes: ReadNote[] = [];
  if (unread.length > 0)
    notes.push({ code: 'truncated', at: { page: unread[0] ?? 1 }, values: { pages: unread.join(', ') } });
  const vague = pages.flatMap((page) =>
    page.glyphs.filter((glyph) => glyph.text === unknown).map((glyph) => locate(page, glyph)),
  );
  if (vague.length > 0)
    notes.push({ code: 'lost-text', at: vague[0] ?? null, values: { count: String(vague.length) } });
  const scanned = pages.filter(isRecognised);
  if (scanned.length > 0)
    notes.push({
      code: 'scanned',
      at: { page: scanned[0]?.number ?? 1 },
      values: { count: String(scanned.length) },
    });
  const titles = reportTitles(blocks);
  if (titles.length > 1)
    notes.push({
      code: 'several-reports',
      at: titles[1]?.at ?? null,
      values: { count: String(titles.length) },
    });
  return notes;
}

/** Headings that name an annual report, each once; a title on the cover and over the text is one report. */
function reportTitles(blocks: readonly Block[]): { text: string; at: ReadNote['at'] }[] {
  const titles: { text: string; at: ReadNote['at'] }[] = [];
  let lines = '';
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.heading === undefined) {
      lines = '';
      continue;
    }
    lines += block.text.normalize('NFKC').replace(/\s+/g, '');
    if (!/信息公开.{0,8}(?:年度报告|年报)$/.test(lines)) continue;
    if (!titles.some((title) => title.text === lines)) titles.push({ text: lines, at: block.at });
    lines = '';
  }
  return titles;
}
