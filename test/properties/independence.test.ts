import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '../generators/damage/corrupt.js';
import { formats } from '../generators/print/index.js';
import { reports } from '../generators/report.js';
import { samplesAudited } from './print-audits.js';
import { audit, resources, runs } from './reading/reading.js';

const run = promisify(execFile);

test('the order of the rules does not matter', () =>
  fc.assert(
    fc.asyncProperty(
      reports()
        .chain((report) => slips(report))
        .chain(({ report }) => fc.constantFrom(...formats).chain((format) => format.print(report))),
      fc.shuffledSubarray([...resources.rules.rules], { minLength: resources.rules.rules.length }),
      async ({ text }, rules) => {
        expect(await audit(text, { ...resources.rules, rules })).toEqual(await audit(text));
      },
    ),
    { numRuns: runs },
  ));

test('locale and time zone do not matter', async () => {
  const script = fileURLToPath(new URL('print-audits.ts', import.meta.url));
  const printed = (locale: string, zone: string): Promise<{ stdout: string }> =>
    run(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, LC_ALL: locale, LANG: locale, TZ: zone },
      maxBuffer: 1 << 28,
    });
  const here = await samplesAudited();
  const elsewhere = [
    await printed('tr_TR.UTF-8', 'Pacific/Apia'),
    await printed('zh_CN.UTF-8', 'America/St_Johns'),
  ];
  expect(here.length).toBeGreaterThan(10_000);
  for (const { stdout } of elsewhere) expect(stdout).toBe(here);
});
