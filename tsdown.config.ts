import { defineConfig, type UserConfig } from 'tsdown';

/** What every audit loads: reading it from few files takes a third off a cold start. */
const always =
  /^(ajv|ajv-i18n|chalk|commander|fflate|json-rules-engine|opencc-js|parse5|saxes|yaml|zod)(\/|$)/;

const common = {
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  deps: {
    // Types stay where they are declared.
    alwaysBundle: (id, importer) => always.test(id) && importer?.endsWith('.d.ts') !== true,
    onlyBundle: false,
  },
} satisfies UserConfig;

export default defineConfig([
  /** The library, the last steps of the build, and how the command line and its threads begin. */
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      compile: 'src/defaults/compile.ts',
      'cli/main': 'src/cli/start/main.ts',
      'cli/worker': 'src/cli/start/worker.ts',
      'cli/keep-code': 'src/cli/start/keep-code.ts',
    },
    format: 'esm',
    dts: { entry: 'src/index.ts' },
  },
  /** The command line itself: one script that V8 can keep compiled, without comments and in ASCII, so that it is read fast. */
  {
    ...common,
    entry: { 'cli/program': 'src/cli/start/program.ts' },
    format: 'cjs',
    dts: false,
    clean: false,
    define: { 'import.meta.resolve': 'resolveModule' },
    outputOptions: {
      codeSplitting: false,
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      plugins: [
        {
          name: 'script',
          generateBundle(_, bundle) {
            for (const file of Object.values(bundle))
              if (file.type === 'chunk')
                file.code = file.code
                  .replace(/[^\x00-\x7f]/g, escaped)
                  .replace(/\bimport\(/g, 'importModule(');
          },
        },
      ],
    },
  },
]);

/** A character of a text or an expression, for nothing else in the code is beyond ASCII. */
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
