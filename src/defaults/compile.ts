import { fileURLToPath } from 'node:url';
import { writeCompiled } from './compiled.js';
import { loadDefaults } from './defaults.js';

// The last step of the build: leaves the defaults beside the code.
try {
  writeCompiled(fileURLToPath(new URL('defaults.bin', import.meta.url)), loadDefaults());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
