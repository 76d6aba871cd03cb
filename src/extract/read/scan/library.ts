import { recogniserOf, type Recogniser, type Tesseract } from './recogniser.js';

interface Library {
  createWorker(language: string, engine: number, options: Record<string, unknown>): Promise<Tesseract>;
}

/** The recogniser, `null` where one of its packages is not installed; in variables, so that no bundler takes them along. */
export async function loadRecogniser(
  engine = 'tesseract.js',
  data = '@tesseract.js-data/chi_sim/package.json',
): Promise<Recogniser | null> {
  let module: unknown;
  let folder: URL;
  try {
    module = await import(/* @vite-ignore */ engine);
    folder = new URL('./4.0.0_best_int', import.meta.resolve(data));
  } catch {
    return null;
  }
  const library = ((module as { default?: unknown }).default ?? module) as Library;
  const langPath = decodeURIComponent(folder.pathname).replace(/^\/(?=[A-Za-z]:)/, '');
  const worker = await library.createWorker('chi_sim', 1, {
    langPath,
    gzip: true,
    cacheMethod: 'none',
    // Without it an error is thrown where nobody can catch it; the call that failed rejects all the same.
    errorHandler: () => undefined,
  });
  return recogniserOf(worker);
}
