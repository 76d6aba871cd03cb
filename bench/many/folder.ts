import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { slips } from '../../test/generators/damage/corrupt.js';
import { formats, type Format, type Printed } from '../../test/generators/print/index.js';
import { reports, type ReportModel } from '../../test/generators/report.js';

/** Reports made at a time: fast-check keeps them all. */
const batch = 200;

/** The formats in which reports most often come. */
const usual = {
  text: ['tab rows', 'pipe rows', 'cell lines'],
  html: ['web page'],
};

/** Reports as clerks write them: every other one has a slip of the pen in a table. */
export const slipped = reports().chain((report) =>
  fc.boolean().chain((slip) => (slip ? slips(report).map((made) => made.report) : fc.constant(report))),
);

function printed(made: fc.Arbitrary<ReportModel>, source: Format['source']): fc.Arbitrary<Printed> {
  const chosen = formats.filter(({ name }) => usual[source].includes(name));
  return made.chain((report) => fc.constantFrom(...chosen).chain((format) => format.print(report)));
}

/** Fills a folder with different reports, the sources by turns; the same each time. */
export function fill(
  folder: string,
  count: number,
  sources: readonly Format['source'][],
  made: fc.Arbitrary<ReportModel> = reports(),
): void {
  mkdirSync(folder, { recursive: true });
  const each = Math.ceil(count / sources.length);
  for (const [turn, source] of sources.entries()) {
    for (let start = 0; start < each; start += batch) {
      const numRuns = Math.min(batch, each - start);
      const batched = fc.sample(printed(made, source), { numRuns, seed: start + 1 });
      for (const [index, { text }] of batched.entries()) {
        const number = (start + index) * sources.length + turn;
        if (number >= count) continue;
        const extension = source === 'html' ? 'html' : 'txt';
        writeFileSync(join(folder, `${String(number).padStart(5, '0')}.${extension}`), text);
      }
    }
  }
}

/** Hands a new folder to `use`, and removes it. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
