/**
 * pdf.js with the data that belongs to it. The browser page replaces this module by one that brings its own copies.
 */
export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
/** Codes of the operators by name. */
export type Ops = Pdfjs['OPS'];

/** Options of `getDocument` that say where the character maps, standard fonts and decoders lie. */
export interface Data {
  cMapUrl: string;
  standardFontDataUrl: string;
  wasmUrl: string;
}

/** pdf.js makes a `DOMMatrix` while it loads, for drawing, which we never do; without the optional canvas package Node has none. */
export async function loadPdfjs(): Promise<Pdfjs> {
  const scope = globalThis as { DOMMatrix?: unknown };
  const missing = scope.DOMMatrix === undefined;
  if (missing) scope.DOMMatrix = class {};
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  if (missing) delete scope.DOMMatrix;
  return pdfjs;
}

export function pdfjsData(): Data {
  const folder = new URL('./', import.meta.resolve('pdfjs-dist/package.json'));
  // pdf.js opens these as file names; a Windows path has no slash before the drive letter.
  const path = decodeURIComponent(folder.pathname).replace(/^\/(?=[A-Za-z]:)/, '');
  return { cMapUrl: `${path}cmaps/`, standardFontDataUrl: `${path}standard_fonts/`, wasmUrl: `${path}wasm/` };
}
