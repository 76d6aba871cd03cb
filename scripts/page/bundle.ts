import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { pageModules, type Wanted } from './modules.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Browsers that the page promises to run in. */
const target = ['chrome110', 'firefox114', 'safari16.4'];

/** Packages that do nothing when they are loaded, so that what is not used of them can be left out. */
const idle = /\/node_modules\/(?:yaml|zod)\/|\/src\//;

export interface Module {
  name: string;
  code: string;
  /** Other modules that it imports when it is loaded. */
  imports: string[];
}

async function bundle(entry: string, format: 'es' | 'iife', wanted?: Wanted): Promise<Module[]> {
  const name = entry.replace(/\.ts$/, '').replaceAll('/', '-');
  const outputs = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [pageModules(root, wanted)],
    build: {
      write: false,
      target,
      modulePreload: false,
      lib: { entry: `src/web/${entry}`, formats: [format], name, fileName: () => `${name}.js` },
      rolldownOptions: {
        treeshake: { moduleSideEffects: (id) => !idle.test(id) },
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return [outputs]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((each) => each.type === 'chunk')
    .map(({ fileName, code, imports }: Rollup.OutputChunk) => ({ name: fileName, code, imports }));
}

/** A script that stands by itself; `wanted`: the messages that it holds. */
export async function script(entry: string, wanted?: Wanted): Promise<string> {
  const [only] = await bundle(entry, 'iife', wanted);
  return only?.code ?? '';
}

/** A module that stands by itself, which the page imports when it is needed. */
export async function pageModule(entry: string): Promise<string> {
  const [only, ...others] = await bundle(entry, 'es');
  if (only === undefined || others.length > 0) throw new Error(`${entry} is no single module`);
  return only.code;
}

/** The modules of the worker, those that are only needed at times apart from the others; each asks the loader for them. */
export async function workerModules(): Promise<Module[]> {
  const modules = await bundle('worker.ts', 'es');
  return modules.map(({ name, code, imports }) => ({
    name,
    code: code.replace(/\bimport\((["'`])\.\/([\w.-]+\.js)\1\)/g, 'goujiImport("$2")'),
    imports,
  }));
}
