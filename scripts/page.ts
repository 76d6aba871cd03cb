import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCompiled } from '../src/defaults/compiled.js';
import { loadDefaults } from '../src/defaults/defaults.js';
import { buildPage } from './page/build.js';

// A step of the build, after compile.ts: leaves the self-check page beside the code.
const built = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));

writeFileSync(built('page.html'), await buildPage(readCompiled(built('defaults.bin')) ?? loadDefaults()));
