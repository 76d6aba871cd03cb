import { expect, test } from 'vitest';

import { readPictures } from './scan.js';
import { loadRecogniser } from './library.js';

const blank = {
  number: 1,
  bitmap: { width: 200, height: 100, grey: new Uint8Array(20_000).fill(255) },
  width: 595,
  height: 842,
};

test('without text recognition a picture is refused, with the reason', async () => {
  const load = () => loadRecogniser('tesseract-that-is-not-installed');
  await expect(readPictures(1, [blank], load)).rejects.toMatchObject({ code: 'scanned' });
});

test('a scan of very many pages is refused', async () => {
  await expect(readPictures(61, [])).rejects.toMatchObject({
    code: 'too-large',
    values: { bound: 'scans', limit: '60' },
  });
});
