import { extract } from '../../extract/index.js';
import type { Defaults } from '../../audit/audit.js';
import { InputError } from '../../model/index.js';
import { computeTables, openFiles, yearOfFile } from '../../register/index.js';
import type { Handed } from '../handed.js';
import { mayBeRegister } from './candidates.js';

/** Which of the documents are registers, by their place among them, and the year that these state. */
export interface Sorted {
  registers: number[];
  /** `null`: they state none, or several. */
  year: number | null;
}

/** Whether figures of the form are read in it. */
async function isReport(document: Handed, resources: Defaults): Promise<boolean> {
  try {
    const { cells } = await extract(document.bytes, { name: document.name, ...resources });
    return Object.values(cells).some(({ state }) => state !== 'absent' && state !== 'unreadable');
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
    if (!mayBeRegister(document) || (await isReport(document, resources))) continue;
    const files = await openFiles([document]).catch(() => []);
    for (const file of files) {
      // What a sheet is does not depend on the year.
      const { sheets } = computeTables([file], 0, resources.registers);
      if (!sheets.some(({ kind }) => kind !== null)) continue;
      registers.push(index);
      const year = yearOfFile(file.name, file.sheets);
      if (year !== null) years.add(year);
    }
  }
  const [only, ...others] = years;
  return { registers, year: others.length === 0 ? (only ?? null) : null };
}
