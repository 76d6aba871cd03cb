import { fileURLToPath } from 'node:url';
import { writeCompiled } from './compiled.js';
import { loadDefaults } from './defaults.js';

// The last step of the build: leaves the defaults beside the code.
writeCompiled(fileURLToPath(new URL('defaults.bin', import.meta.url)), loadDefaults());
