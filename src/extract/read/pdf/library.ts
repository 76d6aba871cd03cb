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

let loading: Promise<Pdfjs> | undefined;

/** pdf.js, loaded once. */
export const loadPdfjs = (): Promise<Pdfjs> => (loading ??= load());

/** pdf.js makes a `DOMMatrix` while it loads, for drawing, which we never do; without the optional canvas package Node has none. */
async function load(): Promise<Pdfjs> {
  const restore = builtInsAsTheyAre();
  const scope = globalThis as { DOMMatrix?: unknown };
  const missing = scope.DOMMatrix === undefined;
  if (missing) scope.DOMMatrix = class {};
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Else pdf.js loads it with the first document, after the built-ins were put back.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  if (missing) delete scope.DOMMatrix;
  restore();
  return pdfjs;
}

/**
 * Puts back what is replaced from now on of the functions of the language. pdf.js brings its own `push`, `JSON.parse` and `JSON.stringify` for the whole thread
 * where those of V8 differ from the standard in cases that do not occur here (Node 20); they are many times slower.
 */
function builtInsAsTheyAre(): () => void {
  const kept = [Array.prototype, Function.prototype, JSON].flatMap((owner: object) =>
    Reflect.ownKeys(owner).map((key) => ({ owner, key, own: Reflect.getOwnPropertyDescriptor(owner, key) })),
  );
  return () => {
    for (const { owner, key, own } of kept) if (own !== undefined) Object.defineProperty(owner, key, own);
  };
}

export function pdfjsData(): Data {
  const folder = new URL('./', import.meta.resolve('pdfjs-dist/package.json'));
  // pdf.js opens these as file names; a Windows path has no slash before the drive letter.
  const path = decodeURIComponent(folder.pathname).replace(/^\/(?=[A-Za-z]:)/, '');
  return { cMapUrl: `${path}cmaps/`, standardFontDataUrl: `${path}standard_fonts/`, wasmUrl: `${path}wasm/` };
}
