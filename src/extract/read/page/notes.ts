import type { At, ReadNote } from '../../../model/index.js';
import { isRecognised, locate, type Page } from './page.js';

/** Stands for a character that its font cannot name. */
const unknown = '\ufffd';

/** What is remembered of a page when its glyphs are let go. */
export interface PageFacts {
  number: number;
  /** Nothing is written on it. */
  bare: boolean;
  pictures: number;
  recognised: boolean;
  /** Places of characters that their font cannot name. */
  vague: At[];
}

export const factsOf = (page: Page): PageFacts => ({
  number: page.number,
  bare: page.glyphs.length === 0,
  pictures: page.pictures.length,
  recognised: isRecognised(page),
  vague: page.glyphs.filter((glyph) => glyph.text === unknown).map((glyph) => locate(page, glyph)),
});

/** What the officer should know about the reading of these pages. */
export function notesOf(pages: readonly PageFacts[], unread: readonly number[] = []): ReadNote[] {
  const notes: ReadNote[] = [];
  if (unread.length > 0)
    notes.push({ code: 'truncated', at: { page: unread[0] ?? 1 }, values: { pages: unread.join(', ') } });
  const vague = pages.flatMap((page) => page.vague);
  if (vague.length > 0)
    notes.push({ code: 'lost-text', at: vague[0] ?? null, values: { count: String(vague.length) } });
  const scanned = pages.filter((page) => page.recognised);
  if (scanned.length > 0)
    notes.push({
      code: 'scanned',
      at: { page: scanned[0]?.number ?? 1 },
      values: { count: String(scanned.length) },
    });
  return notes;
}
