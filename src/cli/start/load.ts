import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { tuneCompiler } from '../pool/tuning.js';
/**
 * Modules of Node that every audit needs: they come compiled, too, but only as long as no flag of V8 has been set. What only some commands need
 * is asked of `process.getBuiltinModule` where it is used, for an import would load it at the start.
 */
const needed = ['crypto', 'fs/promises', 'os', 'stream/promises', 'tty'];

/** The built program: what program.ts exports. */
export interface Program {
  start: (argv: readonly string[]) => Promise<void>;
  work: () => Promise<unknown>;
}

/**
 * What the script of the program is given: what modules of CommonJS have, and what stands for `import()`, which V8 loses with code that it
 * kept, and `import.meta.resolve`, which a script has not.
 */
type Script = (
  exports: Program,
  require: NodeJS.Require,
  __filename: string,
  importModule: (name: string) => Promise<unknown>,
  resolveModule: (name: string) => string,
) => void;

/**
 * The program is one file, kept beside it is what V8 made of it when the build ran it: without that, compiling the program anew takes as long as
 * an audit. V8 itself refuses what another version of it or other flags have left; then the program is compiled as usual.
 */
export function loadProgram(folder: URL): { program: Program; keepCode: () => void } {
  for (const name of needed) process.getBuiltinModule(`node:${name}`);
  tuneCompiler();
  const path = (name: string) => fileURLToPath(new URL(name, folder));
  const filename = path('program.cjs');
  const compiled = path(`program-${process.version}-${process.arch}.bin`);
  const code = readFileSync(filename, 'latin1');
  const script = new vm.Script(
    `(function (exports, require, __filename, importModule, resolveModule) {${code}\n})`,
    {
      filename,
      cachedData: readIfThere(compiled),
    },
  );
  const program = {} as Program;
  const run = script.runInThisContext() as Script;
  const require = createRequire(filename);
  run(
    program,
    require,
    filename,
    (name) => import(name),
    (name) => pathToFileURL(require.resolve(name)).href,
  );
  return { program, keepCode: () => writeFileSync(compiled, script.createCachedData()) };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
