import { InputError } from '../../../model/index.js';
import { beyond, bounds } from '../bounds.js';
import type { Page } from '../page/page.js';
import { unknown } from './cell.js';
import { doubtful } from './doubt.js';
import { loadRecogniser } from './library.js';
import type { Recogniser } from './recogniser.js';
import { readPicture, type ReadPage, type ScannedPage } from './page.js';

/**
 * Reads pages that are pictures, one after the other.
 * @throws InputError `scanned` when text recognition is not installed, `illegible` when it finds no text, `too-large`
 */
export async function readPictures(
  count: number,
  pages: AsyncIterable<ScannedPage> | Iterable<ScannedPage>,
  load: () => Promise<Recogniser | null> = loadRecogniser,
): Promise<Page[]> {
  if (count > bounds.scans) throw beyond('scans');
  const recogniser = await load();
  if (recogniser === null) throw new InputError('scanned');
  try {
    const read: ReadPage[] = [];
    for await (const page of pages) read.push(await readPicture(page, recogniser));
    // A digit read otherwise than those that look like it makes its whole cell unreadable.
    for (const { cell } of doubtful(read.flatMap((each) => each.digits))) {
      for (const glyph of cell) Object.assign(glyph, { text: unknown, confidence: 0 });
    }
    if (read.every(({ page }) => page.glyphs.length === 0)) throw new InputError('illegible');
    return read.map((each) => each.page);
  } finally {
    await recogniser.close();
  }
}
