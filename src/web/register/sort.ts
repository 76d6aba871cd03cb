import { extract } from '../../extract/index.js';
import type { Defaults } from '../../audit/audit.js';
import { InputError, type Report } from '../../model/index.js';
import { areRegisters, openFiles, yearOfFile } from '../../register/index.js';
import { isHollow } from '../../register/instead-of-report.js';
import type { Handed } from '../input/handed.js';
import { mayBeRegister } from './candidates.js';

/** What the documents are, by their place among them. */
export interface Sorted {
  registers: number[];
  /** The report of an earlier year beside one of the same agency, where these two are all the reports; `null`: there is none. */
  earlier: number | null;
  /** The year that the registers state; `null`: they state none, or several. */
  year: number | null;
}

const read = ({ bytes, name }: Handed, resources: Defaults): Promise<Report> =>
  extract(bytes, { name, ...resources });

/** Whether anything is read in it that only a report has. */
async function isReport(document: Handed, resources: Defaults): Promise<boolean> {
  try {
    return !isHollow(await read(document, resources));
  } catch (error) {
    // A file of several reports is one that belongs on the desk.
    return !(error instanceof InputError) || error.code !== 'no-report';
  }
}

/** Of two reports of one agency the place of the earlier. */
async function earlierOf(
  documents: readonly Handed[],
  places: readonly number[],
  resources: Defaults,
): Promise<number | null> {
  if (places.length !== 2) return null;
  const reports: { place: number; agency: string | null; year: number | null }[] = [];
  for (const [place, document] of documents.entries()) {
    if (!places.includes(place)) continue;
    const report = await read(document, resources).catch(() => null);
    reports.push({ place, agency: report?.agency.name ?? null, year: report?.year ?? null });
  }
  const [first, second] = reports.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  if (first === undefined || first.agency === null || first.agency !== second?.agency) return null;
  return first.year === null || first.year === second.year ? null : first.place;
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
  const reports = [...documents.keys()].filter((index) => !registers.includes(index));
  const [only, ...others] = years;
  return {
    registers,
    earlier: await earlierOf(documents, reports, resources),
    year: others.length === 0 ? (only ?? null) : null,
  };
}
