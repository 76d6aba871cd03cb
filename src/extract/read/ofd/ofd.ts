import { InputError, type Document } from '../../../model/index.js';
import { beyond, bounds } from '../bounds.js';
import { drawPage } from './draw.js';
import { openOfd } from './package.js';
import { blocksOf } from '../page/blocks.js';
import { factsOf, notesOf } from '../page/notes.js';
import type { Page } from '../page/page.js';

/**
 * Reads the text and tables of an OFD document (GB/T 33190-2016). Annotations, seals and attachments are left out.
 * @throws InputError `encrypted`, `damaged` when no page can be read, `illegible` when its pages are pictures, `empty`, `too-large`,
 * `unsafe-xml`, `too-deep`
 */
export function readOfd(bytes: Uint8Array): Document {
  const parts = openOfd(bytes);
  if (parts.length > bounds.pages) throw beyond('pages');
  const pages: Page[] = [];
  const unread: number[] = [];
  let glyphs = 0;
  for (const [index, { content, ...part }] of parts.entries()) {
    const page = content === null ? null : readable(() => drawPage({ ...part, content }, index + 1));
    if (page === null) unread.push(index + 1);
    else pages.push(page);
    glyphs += page?.glyphs.length ?? 0;
    if (glyphs > bounds.characters) throw beyond('characters');
  }
  if (pages.length === 0) throw new InputError('damaged');
  if (glyphs === 0)
    throw new InputError(pages.some((page) => page.pictures.length > 0) ? 'illegible' : 'empty');
  const blocks = blocksOf(pages);
  return {
    format: 'ofd',
    encoding: null,
    title: null,
    blocks,
    pages: parts.length,
    notes: notesOf(pages.map(factsOf), unread),
  };
}

/** What can be read; `null` when it is damaged. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError && error.code === 'damaged') return null;
    throw error;
  }
}
