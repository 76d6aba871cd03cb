import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../defaults/package-root.js';
import { loadProgram } from './load.js';

// A step of the build: runs the program as users most often do, and keeps what V8 compiled for it.
const { program, keepCode } = loadProgram(new URL('cli/', import.meta.url));
const samples = join(packageRoot(import.meta.dirname), 'samples');
const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
try {
  for (const name of ['01-clean-tab-rows.txt', '06-arithmetic.html'])
    await program.start(['audit', join(samples, name), '--out', join(folder, name), '--fail-on', 'never']);
  keepCode();
} finally {
  rmSync(folder, { recursive: true });
}
