import { bytesOf } from './carried.js';

/** Files that the page carries; of the others pdf.js is told that they are not there, and asks no server. */
const Carried = class {
  fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    return bytesOf(filename);
  }
};

/** Options of `getDocument` for a worker: it is a worker already, draws nothing, and may neither fetch nor compile. */
const options = {
  cMapUrl: 'cmap/',
  standardFontDataUrl: 'font/',
  wasmUrl: 'wasm/',
  CMapReaderFactory: class {
    async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> {
      return { cMapData: await bytesOf(`${name}.bcmap`), isCompressed: true };
    }
  },
  StandardFontDataFactory: Carried,
  WasmFactory: Carried,
  useWorkerFetch: false,
  useWasm: false,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  disableFontFace: true,
};

/** pdf.js with its own worker in this very thread. Stands in for `extract/read/pdf/library.ts` in the page. */
export async function loadPdfjs() {
  const [pdfjs] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.min.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
  ]);
  return pdfjs;
}

export const pdfjsData = () => options;
