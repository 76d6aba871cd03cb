import type { Block } from '../../../model/index.js';
import { blocksOf } from './blocks.js';
import { margin } from './furniture.js';
import type { Glyph, Page } from './page.js';

/** Pages that are put together at a time, at least: what one report repeats on its pages is told from so many. */
const fewest = 48;
/** Text that goes on over a page break fills the page down to the share of its height where this begins, or nearly so. */
const lowest = 0.6;

/**
 * Paragraphs and tables of pages that come one by one. The glyphs of a long document are let go part by part; a part ends only with a page
 * that is not full, behind which neither a paragraph nor a table goes on.
 */
export async function blocksInParts(pages: AsyncIterable<Page>): Promise<Block[]> {
  const blocks: Block[] = [];
  let part: Page[] = [];
  for await (const page of pages) {
    part.push(page);
    if (part.length < fewest || isFull(page)) continue;
    for (const block of blocksOf(part)) blocks.push(block);
    part = [];
  }
  for (const block of blocksOf(part)) blocks.push(block);
  return blocks;
}

/** Its text, as far as is known, reaches down to where a page break may have cut it; a page number does not count. */
function isFull({ glyphs, height }: Page): boolean {
  const isLow = ({ bottom }: Glyph) => bottom > lowest * height && bottom < (1 - margin) * height;
  return glyphs.length === 0 || glyphs.some((glyph) => glyph.turn !== 0 || isLow(glyph));
}
