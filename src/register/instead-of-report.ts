import { InputError, type Report } from '../model/index.js';
import { detect, type Kind } from '../extract/read/detect.js';
import type { RegisterInput } from './index.js';
import type { RegisterVocabulary } from './words/vocabulary.js';

/** Whether nothing was read that only a report has: no title, no part by its heading, no figure of a table. */
export function isHollow({ title, sections, cells }: Report): boolean {
  return (
    title === null &&
    sections.every(({ heading }) => heading === null) &&
    Object.values(cells).every(({ state }) => state === 'absent' || state === 'unreadable')
  );
}

/** What is scanned or printed is no register that an office keeps, and dear to read twice. */
const printed: ReadonlySet<Kind> = new Set<Kind>(['pdf', 'image', 'ofd']);

async function isRegister(input: RegisterInput, vocabulary: RegisterVocabulary): Promise<boolean> {
  const { areRegisters, openFiles } = await import('./index.js');
  try {
    return !printed.has(await detect(input.bytes)) && areRegisters(await openFiles([input]), vocabulary);
  } catch {
    return false;
  }
}

/**
 * The report that a file was taken for.
 * @throws InputError `register` when it is a register instead; else what `reading` throws
 */
export async function reportUnlessRegister(
  reading: Promise<Report>,
  input: RegisterInput,
  vocabulary: RegisterVocabulary,
): Promise<Report> {
  const outcome = await reading.catch((error: unknown) => {
    if (error instanceof InputError && error.code === 'no-report') return error;
    throw error;
  });
  if (outcome instanceof InputError || isHollow(outcome)) {
    if (await isRegister(input, vocabulary)) throw new InputError('register');
  }
  if (outcome instanceof InputError) throw outcome;
  return outcome;
}
