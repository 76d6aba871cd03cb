import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeCompiled } from './compiled.js';
import { loadDefaults } from './defaults.js';

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// The last step of the build: leaves the defaults beside the code, and the code as V8 compiled it.
try {
  writeCompiled(beside('defaults.bin'), loadDefaults());
  execFileSync(process.execPath, [beside('keep-code.js')], { stdio: 'ignore' });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
