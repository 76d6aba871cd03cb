import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { formats } from '../test/generators/print/index.js';
import { reports } from '../test/generators/report.js';

/** Fills a new folder with different text reports, hands it to `use`, and removes it. */
export async function withReports<T>(count: number, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    const usual = formats.filter((format) => ['tab rows', 'pipe rows', 'cell lines'].includes(format.name));
    const printed = reports().chain((report) =>
      fc.constantFrom(...usual).chain((format) => format.print(report)),
    );
    for (const [index, { text }] of fc.sample(printed, { numRuns: count, seed: 1 }).entries()) {
      writeFileSync(join(folder, `${String(index).padStart(4, '0')}.txt`), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
