import {
  feeMeasures,
  type CellAddress,
  type RegisterKind,
  type RegisterRow,
  type RegisterSheetSummary,
  type RegisterTables,
  type Unclassified,
} from '../model/index.js';
import { applicationCells, countApplication } from './count/applications.js';
import { countDispute, countDisputesBeside, disputeCells } from './count/disputes.js';
import { countDocument, documentCells } from './count/documents.js';
import { checkSums, countEnforcement } from './count/enforcement.js';
import { countFees, hasFees } from './count/fees.js';
import type { FieldReading } from './count/fields.js';
import { emptyTally, note, type Tally } from './count/tally.js';
import { entriesOf, textsOf, type Entry, type ReadSheet } from './layout/entries.js';
import { cellsOf } from './layout/head.js';
import type { Sheet } from './read/index.js';
import { twice } from './twice.js';
import { yearIn } from './words/days.js';
import { headsOf } from './words/heads.js';
import { wordsOf, type Words } from './words/meaning.js';
import { namedOf, type Named } from './words/named.js';
import { registrationNumber } from './words/registration-number.js';
import type { RegisterVocabulary } from './words/vocabulary.js';

/** The sheets of one register file. */
export interface RegisterFile {
  /** Only read for the year in it; never shown. */
  name: string;
  sheets: readonly Sheet[];
}

type Prepared = Parameters<typeof entriesOf>[3] & { named: Named };

const vocabularies = new WeakMap<RegisterVocabulary, Prepared>();

/** Heads and values ready for use; a vocabulary is made ready once. */
function prepared(file: RegisterVocabulary): Prepared {
  const known = vocabularies.get(file) ?? {
    heads: headsOf(file),
    words: wordsOf(file),
    file,
    named: namedOf(file),
  };
  vocabularies.set(file, known);
  return known;
}

/** The statutory tables of a year as the registers give them. */
export function computeTables(
  files: readonly RegisterFile[],
  year: number,
  file: RegisterVocabulary,
): RegisterTables {
  const vocabulary = prepared(file);
  const { words, named } = vocabulary;
  const reading: FieldReading = { words, file, named };
  const sheets: (ReadSheet & { sheet: number; file: number })[] = [];
  files.forEach(({ name, sheets: own }, index) => {
    const stated = yearOfFile(name, own);
    for (const sheet of own) {
      const number = sheets.length + 1;
      sheets.push({
        ...entriesOf(sheet, number, { name, year: stated }, vocabulary),
        sheet: number,
        file: index + 1,
      });
    }
  });
  const entries = (kind: RegisterKind) =>
    sheets.flatMap((sheet) => sheet.entries.filter((entry) => entry.kind === kind));
  const has = (kind: RegisterKind) =>
    sheets.some((sheet) => sheet.entries.some((each) => each.kind === kind));
  const applications = entries('applications');
  const hasApplications = has('applications') || sheets.some(({ kind }) => kind === 'applications');
  const hasDisputes = has('disputes') || sheets.some(({ kind }) => kind === 'disputes');
  const tally = emptyTally([
    ...(hasApplications ? applicationCells(reading) : []),
    ...(hasDisputes ? disputeCells(reading) : []),
  ]);
  for (const sheet of sheets) noteSheet(tally, sheet);
  for (const each of applications) countApplication(tally, each, year, reading);
  const charged = applications.filter(hasFees);
  const fees: Tally = {
    ...emptyTally(charged.length > 0 ? feeMeasures : []),
    unclassified: tally.unclassified,
  };
  for (const each of charged) countFees(fees, each, year, reading);
  if (hasDisputes) for (const each of entries('disputes')) countDispute(tally, each, year, reading);
  else if (
    applications.some(({ head: { columns } }) => columns.has('reviewResult') || columns.has('suitResult'))
  ) {
    for (const address of disputeCells(reading)) tally.cells.set(address, { value: 0, rows: [], open: [] });
    for (const each of applications) countDisputesBeside(tally, each, year, reading);
  }
  countDocuments(tally, entries('documents'), year, reading);
  for (const each of entries('enforcement')) countEnforcement(tally, each, year, reading);
  const sums = sheets.flatMap((sheet) => sheet.sums);
  if (sums.length === 1) checkSums(tally, sums, reading);
  for (const { row, column } of twice([...applications, ...entries('disputes')], words))
    note(tally, row, { why: 'row-twice', field: 'number', column }, true);
  return {
    year,
    cells: Object.fromEntries(tally.cells),
    fees: Object.fromEntries(fees.cells),
    unclassified: inOrder(tally.unclassified),
    numbers: numbersOf(
      sheets.flatMap((sheet) => sheet.entries),
      words,
    ),
    sheets: sheets.map(({ sheet, file: of, kind, entries: own }): RegisterSheetSummary => ({
      sheet,
      file: of,
      kind,
      entries: own.length,
    })),
  };
}

/** Whether the heads of a register stand in any of the files. */
export function areRegisters(files: readonly RegisterFile[], vocabulary: RegisterVocabulary): boolean {
  // What a sheet is does not depend on the year.
  return computeTables(files, 0, vocabulary).sheets.some(({ kind }) => kind !== null);
}

/** Rows at the top of a sheet in which its title is looked for. */
const top = 5;

/** The year that the name of a file or, where that has none, the titles of its sheets agree on. */
export function yearOfFile(name: string, sheets: readonly Sheet[]): number | null {
  const titles = sheets.flatMap(({ about, rows }) => [
    ...about,
    ...rows
      .slice(0, top)
      .flatMap((row) => (cellsOf(row).length === 1 ? cellsOf(row).map(({ text }) => text) : [])),
  ]);
  const years = new Set(titles.flatMap((text) => yearIn(text) ?? []));
  const [only, ...others] = years;
  return yearIn(name) ?? (others.length === 0 ? (only ?? null) : null);
}

function numbersOf(entries: readonly Entry[], words: Words): Record<RegisterRow, string> {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const number = textsOf(entry, 'number', words)
        .map(({ text }) => registrationNumber(text))
        .find((each) => each !== null);
      return number === undefined ? [] : [[entry.row, number] as const];
    }),
  );
}

/** The cells of a type of document are there once one is listed. */
function countDocuments(tally: Tally, entries: readonly Entry[], year: number, reading: FieldReading): void {
  for (const each of entries) countDocument(tally, each, year, reading);
  for (const type of reading.named.documentType) {
    const cells: CellAddress[] = documentCells(type, reading);
    if (cells.some((address) => tally.cells.has(address)))
      for (const address of cells)
        if (!tally.cells.has(address)) tally.cells.set(address, { value: 0, rows: [], open: [] });
  }
}

function noteSheet(tally: Tally, { sheet, headless, cutOff }: ReadSheet & { sheet: number }): void {
  const whole = { field: null, column: null };
  if (headless) note(tally, `${sheet}!1`, { why: 'no-head', ...whole });
  if (cutOff) note(tally, `${sheet}!1`, { why: 'cut-off', ...whole });
}

const placeOf = (row: string) => row.split('!').map(Number) as [number, number];

function inOrder(all: readonly Unclassified[]): Unclassified[] {
  return all
    .map((each) => ({ each, place: placeOf(each.row) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ each }) => each);
}
