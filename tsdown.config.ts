import { defineConfig } from 'tsdown';

/** The library, the command line, the module of its threads, and the last step of the build. */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'cli/main': 'src/cli/main.ts',
    'cli/worker': 'src/cli/pool/worker.ts',
    compile: 'src/defaults/compile.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: { entry: 'src/index.ts' },
  deps: {
    // What every audit loads: reading it from few files takes a third off a cold start. Types stay where they are declared.
    alwaysBundle: (id, importer) =>
      /^(chalk|commander|fflate|json-rules-engine|opencc-js|parse5|saxes|yaml|zod)(\/|$)/.test(id) &&
      importer?.endsWith('.d.ts') !== true,
    onlyBundle: false,
  },
});
