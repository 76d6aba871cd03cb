import { InputError, type Lang, type Report } from '../../model/index.js';
import { extract } from '../../extract/index.js';
import { differencesOf, readRegisters, type RegisterInput } from '../../register/index.js';
import { failureOf } from '../../report/failure.js';
import type { RegisterFormat } from '../../report/formats/formats.js';
import { registerDocument, type RegisterView } from '../../report/register/index.js';
import { translator } from '../../report/translate.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { expandInputs, readInput, type Input } from '../input/inputs.js';
import { failureLog } from '../output/log.js';
import { writeResult } from '../output/output.js';
import { loadResources } from '../resources.js';
import { UsageError } from '../usage-error.js';

export interface RegisterCommand {
  year: number;
  report?: string;
  format: RegisterFormat;
  out?: string;
  lang: Lang;
}

/** `gouji register FILE… --year N`: the tables as registers give them, and where a report differs. */
export async function registerCommand(
  files: readonly string[],
  { year, report: reportFile, format, out, lang }: RegisterCommand,
  host: Host,
): Promise<number> {
  const t = translator(lang);
  if (format === 'xlsx' && out === undefined && process.stdout.isTTY)
    throw new UsageError('usage.binary', { format, extension: 'xlsx' });
  const resources = await loadResources(host.defaults);
  const registers: RegisterInput[] = [];
  let failed = false;
  const fail = (input: Input, error: unknown) => {
    failed = true;
    const known = error instanceof InputError ? error : new InputError('damaged');
    process.stderr.write(failureLog({ ...failureOf(input.name, known, lang, t), place: null }, t));
  };
  for (const input of await expandInputs(files))
    await readInput(input).then(
      (bytes) => registers.push({ name: input.name, bytes }),
      (error: unknown) => fail(input, error),
    );
  if (failed) return status.failed;
  const tables = await readRegisters(registers, year, resources.registers);
  let report: Report | null = null;
  if (reportFile !== undefined) {
    const [input] = await expandInputs([reportFile]);
    if (input === undefined) return status.failed;
    try {
      report = await extract(await readInput(input), { ...resources, name: input.name, year: undefined });
    } catch (error) {
      fail(input, error);
      return status.failed;
    }
  }
  const differences = report === null ? null : differencesOf(tables, report);
  const compared = Object.keys(tables.cells).filter(
    (address) => !['absent', 'unreadable', undefined].includes(report?.cells[address]?.state),
  ).length;
  const view: RegisterView = {
    tables,
    differences,
    compared,
    unread: report === null ? 0 : Object.keys(tables.cells).length - compared,
    forms: resources.forms,
    lang,
    t,
  };
  await writeResult(out, [await registerDocument[format](view)]);
  return status.clean;
}
