import { extract } from '../../extract/index.js';
import type { Defaults } from '../../audit/audit.js';
import { InputError } from '../../model/index.js';
import { areRegisters, openFiles, yearOfFile } from '../../register/index.js';
import { isHollow } from '../../register/instead-of-report.js';
import type { Handed } from '../handed.js';
import { mayBeRegister } from './candidates.js';

/** Which of the documents are registers, by their place among them, and the year that these state. */
export interface Sorted {
  registers: number[];
  /** `null`: they state none, or several. */
  year: number | null;
}

/** Whether anything is read in it that only a report has. */
async function isReport(document: Handed, resources: Defaults): Promise<boolean> {
  try {
    return !isHollow(await extract(document.bytes, { name: document.name, ...resources }));
  } catch (error) {
    // A file of several reports is one that belongs on the desk.
    return !(error instanceof InputError) || error.code !== 'no-report';
  }
}

/** Tells registers from reports: in a register heads are recognised, and no figure of a report is read. */
export async function sorted(documents: readonly Handed[], resources: Defaults): Promise<Sorted> {
  const registers: number[] = [];
  const years = new Set<number>();
  for (const [index, document] of documents.entries()) {
    if (!mayBeRegister(document)) continue;
    const files = await openFiles([document]).catch(() => []);
    if (!areRegisters(files, resources.registers) || (await isReport(document, resources))) continue;
    registers.push(index);
    for (const file of files) {
      const year = yearOfFile(file.name, file.sheets);
      if (year !== null) years.add(year);
    }
  }
  const [only, ...others] = years;
  return { registers, year: others.length === 0 ? (only ?? null) : null };
}
