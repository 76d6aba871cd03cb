import { defineConfig, type UserConfig } from 'tsdown';
import { always, apart, leftOut } from './scripts/bundle/bundled.js';
import { writeNotices } from './scripts/bundle/notices.js';

const isAlways = new RegExp(`^(${always.join('|')})(/|$)`);

/** Where the packages that stand apart are, seen from the folder of who asks for them. */
const pathsFrom = (folder: string) =>
  Object.fromEntries(Object.entries(apart).map(([name, file]) => [name, `${folder}/vendor/${file}.js`]));

const newBuffer =
  '((of, ...more) => (typeof of === "number" ? Buffer.alloc(of) : Buffer.from(of, ...more)))(';

/** What packages need to be bundled. */
const packaged = {
  name: 'packaged',
  resolveId: (id: string) => (id === leftOut ? leftOut : undefined),
  load: (id: string) => (id === leftOut ? 'export default {};' : undefined),
  /** Node warns of `new Buffer`; commander would load what starts other programs, which none of our commands does. */
  transform: (code: string) =>
    code
      .replaceAll('new Buffer(', newBuffer)
      .replace("const childProcess = require('node:child_process');", '')
      .replaceAll('childProcess.spawn(', "require('node:child_process').spawn("),
};

const common = {
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  deps: {
    neverBundle: Object.keys(apart),
    // Types stay where they are declared.
    alwaysBundle: (id, importer) => isAlways.test(id) && importer?.endsWith('.d.ts') !== true,
    onlyBundle: false,
  },
} satisfies UserConfig;

export default defineConfig([
  /** Packages that stand apart. */
  {
    platform: 'node',
    target: 'node20',
    fixedExtension: false,
    entry: Object.fromEntries(Object.entries(apart).map(([name, file]) => [file, name])),
    outDir: 'dist/vendor',
    format: 'esm',
    dts: false,
    minify: true,
    deps: { alwaysBundle: /./, onlyBundle: false },
    onSuccess: () => {
      writeNotices('dist/THIRD-PARTY-NOTICES.txt');
    },
    plugins: [packaged],
  },
  /** The library, and the last steps of the build. */
  {
    ...common,
    outputOptions: { paths: pathsFrom('.') },
    entry: {
      index: 'src/index.ts',
      compile: 'src/defaults/compile.ts',
      'keep-code': 'src/cli/start/keep-code.ts',
    },
    format: 'esm',
    dts: { entry: 'src/index.ts' },
  },
  /** How the command line and its threads begin: in CommonJS, for which Node loads less of itself. */
  {
    ...common,
    entry: {
      'cli/main': 'src/cli/start/main.ts',
      'cli/worker': 'src/cli/start/worker.ts',
    },
    format: 'cjs',
    dts: false,
    clean: false,
    outExtensions: () => ({ js: '.js' }),
    outputOptions: { chunkFileNames: 'cli/[name].js' },
    plugins: [
      {
        name: 'commonjs',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'cli/package.json', source: '{ "type": "commonjs" }\n' });
        },
      },
    ],
  },
  /** The command line itself: one script that V8 can keep compiled, without comments and in ASCII, so that it is read fast. */
  {
    ...common,
    entry: { 'cli/program': 'src/cli/start/program.ts' },
    format: 'cjs',
    dts: false,
    clean: false,
    define: { 'import.meta.resolve': 'resolveModule' },
    plugins: [packaged],
    outputOptions: {
      codeSplitting: false,
      paths: pathsFrom('..'),
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
