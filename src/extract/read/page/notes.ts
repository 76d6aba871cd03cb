import type { ReadNote } from '../../../model/index.js';
import { isRecognised, locate, type Page } from './page.js';

/** Stands for a character that its font cannot name. */
const unknown = '\ufffd';

/** What the officer should know about the reading of these pages. */
export function notesOf(pages: readonly Page[], unread: readonly number[]): ReadNote[] {
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
  return notes;
}
