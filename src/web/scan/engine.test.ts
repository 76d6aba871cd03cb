import { expect, test } from 'vitest';
import { engineAmong } from './engine.js';

const source = (name: string) => ({ name, read: () => Promise.resolve(new TextEncoder().encode(name)) });

test('what is missing is named', async () => {
  expect(await engineAmong([source('worker.min.js'), source('eng.traineddata.gz')])).toEqual([
    'tesseract-core-simd-lstm.wasm.js',
    'chi_sim.traineddata.gz',
  ]);
});

test('of a whole folder the files that suit are taken', async () => {
  const names = [
    'm/pdfjs/worker.min.js',
    'm/tesseract.js/dist/worker.min.js',
    'm/tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm.js',
    'm/tesseract.js-core/tesseract-core-simd-lstm.wasm.js',
    'm/chi_sim/4.0.0/chi_sim.traineddata.gz',
    'm/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz',
  ];
  const engine = await engineAmong(names.map(source));
  if (Array.isArray(engine)) throw new Error('something is missing');
  expect(Object.entries(engine).map(([part, bytes]) => [part, new TextDecoder().decode(bytes)])).toEqual([
    ['core', names[3]],
    ['worker', names[1]],
    ['data', names[5]],
  ]);
});
