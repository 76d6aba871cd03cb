import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the program that the scenarios run. */
export default function build(): void {
  execFileSync(process.execPath, ['node_modules/tsdown/dist/run.mjs', '--logLevel', 'error', '--no-dts'], {
    cwd: root,
    stdio: 'inherit',
  });
}
