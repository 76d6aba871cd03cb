import { defineConfig } from 'tsdown';
import { fileURLToPath } from 'node:url';

/** The benchmark is built like the program: what runs TypeScript as it stands slows every function down. */
export default defineConfig({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  entry: { main: 'bench/main.ts' },
  outDir: 'dist/bench',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: false,
});
