import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

import { InputError, type Document } from '../../../model/index.js';
import { beyond, bounds, budget, ofFile } from '../bounds.js';
import { blocksOf } from '../page/blocks.js';
import { blocksInParts } from '../page/in-parts.js';
import type { Matrix } from '../page/ruled/matrix.js';
import { factsOf, notesOf, type PageFacts } from '../page/notes.js';
import type { Page } from '../page/page.js';
import { bitmapOf, type DecodedImage } from './bitmap.js';
import { draw, type OperatorList, type Picture, type Setting } from './draw.js';
import { loadPdfjs, pdfjsData, type Pdfjs } from './library.js';
import { checkStreams } from './streams.js';
import type { Font } from './text-state.js';
import { readPictures } from '../scan/scan.js';
import type { ScannedPage } from '../scan/page.js';

/** Larger pictures are not decoded (pixels). */
const largestPicture = bounds.pixels * 1_000_000;

/**
 * Reads the text and tables of a PDF; its pages are decoded one ahead.
 * @throws InputError `encrypted` when it needs a password, `damaged` when no page can be read, `scanned` when its pages are pictures and
 * text recognition is not installed, `illegible` when it finds no text in them, `empty`, `too-large`
 */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  checkStreams(bytes);
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes away from their owner.
    data: new Uint8Array(bytes),
    ...pdfjsData(),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    useSystemFonts: false,
    maxImageSize: largestPicture,
  });
  try {
    const document = await task.promise.catch(unreadable);
    const unread: number[] = [];
    let seen: PageFacts[] = [];
    let blocks = await blocksInParts(pagesOf(document, pdfjs, seen, unread));
    if (seen.every((page) => page.bare)) {
      if (seen.every((page) => page.pictures === 0)) throw new InputError('empty');
      const pages = await readPictures(document.numPages, picturesOf(document, pdfjs));
      blocks = blocksOf(pages);
      seen = pages.map(factsOf);
    }
    const notes = notesOf(seen, unread);
    return { format: 'pdf', encoding: null, title: null, blocks, pages: document.numPages, notes };
  } finally {
    await task.destroy();
  }
}

function unreadable(error: unknown): never {
  throw new InputError(
    error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged',
  );
}

/** The pages one by one; what they were, and the numbers of those that cannot be read, is added to `seen` and `unread`. */
async function* pagesOf(
  document: PDFDocumentProxy,
  pdfjs: Pdfjs,
  seen: PageFacts[],
  unread: number[],
): AsyncGenerator<Page> {
  const count = document.numPages;
  if (count > bounds.pages) throw beyond('pages');
  const layers = await document.getOptionalContentConfig().catch(unreadable);
  const shows = (layer: unknown): boolean => Boolean(layers.isVisible(layer));
  const characters = budget('characters', ofFile);
  let coming = decode(document, 1);
  for (let number = 1; number <= count; number++) {
    const decoded = await coming;
    const letsGo = number % sharedFor === 0;
    if (number < count && !letsGo) coming = decode(document, number + 1);
    const page = decoded === null ? null : await pageOf(decoded, pdfjs, number, shows);
    if (page === null) unread.push(number);
    else seen.push(factsOf(page));
    if ((page?.pictures.length ?? 0) > bounds.pictures) throw beyond('pictures');
    characters(page?.glyphs.length ?? 0);
    // Fonts of all pages are kept with the document, and a page that is decoded ahead must not lose its own.
    if (letsGo) await document.cleanup();
    if (number < count && letsGo) coming = decode(document, number + 1);
    if (page !== null) yield page;
  }
  if (seen.length === 0) throw new InputError('damaged');
}

/** Pages after which fonts are loaded anew. */
const sharedFor = 32;

interface Decoded {
  proxy: PDFPageProxy;
  list: OperatorList;
}

/** The page with its operator list; `null` when it cannot be read. */
async function decode(document: PDFDocumentProxy, number: number): Promise<Decoded | null> {
  try {
    const proxy = await document.getPage(number);
    return { proxy, list: await proxy.getOperatorList() };
  } catch {
    return null;
  }
}

async function pageOf(
  { proxy, list }: Decoded,
  pdfjs: Pdfjs,
  number: number,
  shows: Setting['shows'],
): Promise<Page> {
  const { width, height, transform } = proxy.getViewport({ scale: 1 });
  const fonts = await fontsOf(proxy, list, pdfjs);
  const base = transform as unknown as Matrix;
  const drawn = draw(list, { ops: pdfjs.OPS, base, width, height, fonts, shows });
  proxy.cleanup();
  return { ...drawn, number, width, height, unit: 1, turned: 0 };
}

/** The pictures of each page together; a page that cannot be decoded is left out. */
async function* picturesOf(document: PDFDocumentProxy, pdfjs: Pdfjs): AsyncGenerator<ScannedPage> {
  for (let number = 1; number <= document.numPages; number++) {
    const decoded = await decode(document, number);
    if (decoded === null) continue;
    const { proxy, list } = decoded;
    const { width, height, transform } = proxy.getViewport({ scale: 1 });
    const base = transform as unknown as Matrix;
    const { pictures } = draw(list, {
      ops: pdfjs.OPS,
      base,
      width,
      height,
      fonts: new Map(),
      shows: () => true,
    });
    const images: { picture: Picture; image: DecodedImage }[] = [];
    for (const picture of pictures) {
      const image = picture.name === null ? null : await imageOf(proxy, picture.name);
      if (image !== null) images.push({ picture, image });
    }
    const bitmap = bitmapOf(images, width, height);
    proxy.cleanup();
    yield { number, bitmap, width, height };
  }
}

/** The pixels of an image; those used on several pages are kept with the fonts. */
async function imageOf(proxy: PDFPageProxy, name: string): Promise<DecodedImage | null> {
  const store = name.startsWith('g_') ? proxy.commonObjs : proxy.objs;
  const image = await new Promise<unknown>((resolve) => void store.get(name, resolve));
  return (image as Partial<DecodedImage> | null)?.data === undefined ? null : (image as DecodedImage);
}

/** The fonts that the list names; those that could not be loaded are left out. */
async function fontsOf(proxy: PDFPageProxy, list: OperatorList, { OPS }: Pdfjs): Promise<Map<string, Font>> {
  const names = new Set<string>();
  for (const [index, op] of list.fnArray.entries()) {
    const args = list.argsArray[index] as unknown[] | null;
    if (op === OPS.setFont) names.add(String(args?.[0]));
    else if (op === OPS.setGState) {
      for (const [key, value] of (args?.[0] ?? []) as [string, unknown][]) {
        if (key === 'Font') names.add(String((value as unknown[])[0]));
      }
    }
  }
  const fonts = new Map<string, Font>();
  for (const name of names) {
    const font = await new Promise<unknown>((resolve) => void proxy.commonObjs.get(name, resolve));
    if (typeof font === 'object' && font !== null) fonts.set(name, font);
  }
  return fonts;
}
