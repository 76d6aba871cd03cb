import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

/** Builds the program that the scenarios run. */
export default function build(): void {
  node('node_modules/tsdown/dist/run.mjs', '--logLevel', 'error', '--no-dts');
  node('dist/compile.js');
}
