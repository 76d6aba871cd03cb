import { InputError, type Document } from '../../model/index.js';
import { blocksOf } from './page/blocks.js';
import { factsOf, notesOf } from './page/notes.js';
import { readPdf } from './pdf/pdf.js';
import { readPictures } from './scan/scan.js';
import { paperWidth, pdfOfJpeg } from './scan/picture/jpeg.js';
import { readable } from './scan/picture/bitmap.js';
import { readPng } from './scan/picture/png.js';

/**
 * Reads a page that is a picture, PNG or JPEG, with the optional text recognition.
 * @throws InputError `scanned` without it, `illegible` without text and for other kinds of picture, `damaged`, `too-large`
 */
export async function readImage(bytes: Uint8Array): Promise<Document> {
  if (bytes[0] === 0xff && bytes[1] === 0xd8)
    return { ...(await readPdf(pdfOfJpeg(bytes))), format: 'image' };
  if (bytes[0] !== 0x89 || bytes[1] !== 0x50) throw new InputError('illegible');
  const bitmap = readable(readPng(bytes));
  const height = (paperWidth * bitmap.height) / bitmap.width;
  const pages = await readPictures(1, [{ number: 1, bitmap, width: paperWidth, height }]);
  const blocks = blocksOf(pages);
  return {
    format: 'image',
    encoding: null,
    title: null,
    blocks,
    pages: 1,
    notes: notesOf(pages.map(factsOf)),
  };
}
