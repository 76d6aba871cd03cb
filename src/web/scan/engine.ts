import type { Source } from '../input/sources.js';

/** What reading scans needs, as it lies on the disk of the reader: Tesseract, its worker, and the data of Chinese. */
export type Engine = Record<Part, Uint8Array>;

type Part = 'core' | 'worker' | 'data';

/** The files of tesseract.js and its data that will do, best first; all browsers of the page have SIMD. */
const files: Record<Part, { name: string; wanted: readonly RegExp[] }> = {
  core: {
    name: 'tesseract-core-simd-lstm.wasm.js',
    wanted: [
      /tesseract-core-simd-lstm\.wasm\.js$/,
      /tesseract-core-lstm\.wasm\.js$/,
      /tesseract-core(?:-simd)?\.wasm\.js$/,
    ],
  },
  worker: {
    name: 'worker.min.js',
    wanted: [/(?:^|\/)tesseract\.js\/dist\/worker\.min\.js$/, /(?:^|\/)worker\.min\.js$/],
  },
  data: {
    name: 'chi_sim.traineddata.gz',
    wanted: [/best_int\/chi_sim\.traineddata(?:\.gz)?$/, /chi_sim\.traineddata(?:\.gz)?$/],
  },
};

const parts = Object.keys(files) as Part[];

/** The engine among the files that were chosen, or the names of those that are missing. */
export async function engineAmong(sources: readonly Source[]): Promise<Engine | string[]> {
  const found = parts.map((part) =>
    files[part].wanted.flatMap((each) => sources.filter(({ name }) => each.test(name))).at(0),
  );
  const missing = parts.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) return missing.map((part) => files[part].name);
  const bytes = await Promise.all(found.map(async (source) => source?.read()));
  return Object.fromEntries(parts.map((part, index) => [part, bytes[index]])) as Engine;
}
