import { computeTables, type RegisterFile } from './compute.js';
import { readSheets } from './read/index.js';
import type { RegisterTables } from '../model/index.js';
import type { RegisterVocabulary } from './words/vocabulary.js';

export { areRegisters, computeTables, yearOfFile, type RegisterFile } from './compute.js';
export { differencesOf } from './differences.js';
export { parseRegisterVocabulary } from './words/parse-vocabulary.js';
export type { RegisterVocabulary } from './words/vocabulary.js';

/** A register file. */
export interface RegisterInput {
  /** Only read for the year in it; never shown. */
  name: string;
  bytes: Uint8Array;
}

/**
 * The statutory tables of a year as registers give them. Names, addresses and numbers of applicants are in nothing that is returned.
 * @throws InputError when a register cannot be read
 */
export async function readRegisters(
  inputs: readonly RegisterInput[],
  year: number,
  vocabulary: RegisterVocabulary,
): Promise<RegisterTables> {
  return computeTables(await openFiles(inputs), year, vocabulary);
}

/**
 * The sheets of registers, from which the tables of several years can be computed.
 * @throws InputError when a register cannot be read
 */
export async function openFiles(inputs: readonly RegisterInput[]): Promise<RegisterFile[]> {
  const files: RegisterFile[] = [];
  for (const { name, bytes } of inputs) files.push({ name, sheets: await readSheets(bytes, name) });
  return files;
}
