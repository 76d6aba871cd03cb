import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRecogniser } from '../../src/extract/read/scan/library.js';
import { readDocument } from '../../src/extract/read/index.js';
import { atDepth } from '../depth.js';
import { noBrowser, openBrowser, type Viewer } from '../pages/browser.js';
import { invented } from '../properties/compare.js';
import { read } from '../properties/reading/reading.js';
import { printed, scanOf } from './glass.js';

const recogniser = await loadRecogniser();
await recogniser?.close();
const missing = noBrowser ?? (recogniser === null ? 'tesseract.js is not installed' : null);

describe.skipIf(missing !== null)(`pictures of a report${missing === null ? '' : `: ${missing}`}`, () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await openBrowser();
  });
  afterAll(() => viewer.close());

  const sheets = [
    ['jpeg', 0.4],
    ['png', 0],
  ] as const;
  test.each(atDepth(sheets))(
    '%s, %d degrees askew: no number is invented, most are read, none is sure',
    async (type, askew) => {
      const { source, cells } = await read(await scanOf(viewer, type, askew));
      expect(source.format).toBe('image');
      const expected = { ...printed, text: '', fidelity: 'lossy' as const };
      expect(invented(expected, cells)).toEqual([]);
      const all = Object.keys(printed.cells);
      const got = all.filter((address) => cells[address]?.value === printed.cells[address]?.value);
      expect(got.length / all.length).toBeGreaterThan(0.75);
      expect(
        Object.values(cells).filter(({ state, confidence }) => state === 'number' && confidence >= 0.9),
      ).toEqual([]);
    },
  );

  test('an empty sheet is refused, with the reason', async () => {
    const { page } = await viewer.show('<html><body></body></html>');
    const picture = await page.screenshot({ type: 'png' });
    await page.close();
    await expect(readDocument(new Uint8Array(picture), 'a.png')).rejects.toMatchObject({ code: 'illegible' });
  });
});
