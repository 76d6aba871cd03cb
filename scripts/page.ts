import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPage } from './page/build.js';

// A step of the build: leaves the self-check page beside the code.
writeFileSync(fileURLToPath(new URL('../dist/page.html', import.meta.url)), await buildPage());
