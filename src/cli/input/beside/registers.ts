import type { Around } from '../../../around/neighbourhood.js';
import type { Digest } from '../../../around/copies/digest.js';
import { InputError, type RegisterTables } from '../../../model/index.js';
import {
  computeTables,
  openFiles,
  type RegisterInput,
  type RegisterVocabulary,
} from '../../../register/index.js';
import { UsageError } from '../../usage-error.js';
import { expandInputs, readInput } from '../inputs.js';

/** The tables that registers give for a year. */
export type Registers = (year: number) => RegisterTables;

/**
 * Reads registers once, for whatever years are asked.
 * @throws UsageError for one that cannot be read; of its contents nothing is told
 */
export async function openRegisters(
  paths: readonly string[],
  vocabulary: RegisterVocabulary,
): Promise<Registers> {
  const inputs: RegisterInput[] = [];
  for (const input of await expandInputs(paths)) {
    const bytes = await readInput(input).catch((error: unknown) => {
      throw new UsageError('usage.cannotRead', { path: input.name, detail: codeOf(error) });
    });
    inputs.push({ name: input.name, bytes });
  }
  const files = await openFiles(inputs).catch((error: unknown) => {
    throw new UsageError('usage.cannotRead', { path: paths.join('、'), detail: codeOf(error) });
  });
  const known = new Map<number, RegisterTables>();
  return (year) => {
    const tables = known.get(year) ?? computeTables(files, year, vocabulary);
    known.set(year, tables);
    return tables;
  };
}

const codeOf = (error: unknown): string => (error instanceof InputError ? error.code : 'damaged');

/** Registers are those of one agency: held against reports of others they would accuse them of everything. */
export function checkOneAgency(reports: readonly Digest[]): void {
  const names = new Set(reports.flatMap(({ agency: { name } }) => name ?? []));
  if (names.size > 1)
    throw new UsageError('usage.registerAgencies', { names: [...names].slice(0, 3).join('、') });
}

/** What is known of the reports, with what the registers give for their years. */
export function withRegisters(
  around: ReadonlyMap<string, Around>,
  reports: readonly Digest[],
  registers: Registers,
): ReadonlyMap<string, Around> {
  const years = new Map(reports.map(({ name, year }) => [name, year]));
  return new Map(
    [...around].map(([name, each]) => {
      const year = years.get(name) ?? null;
      const register = year === null ? null : registers(year);
      return [name, { ...each, surroundings: { ...each.surroundings, register } }];
    }),
  );
}
