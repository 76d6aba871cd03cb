import { textsOf, type Entry } from './layout/entries.js';
import type { Words } from './words/meaning.js';
import { plain } from './words/plain.js';

/** Filled cells of a row from which two equal rows are one entered twice rather than two alike. */
const telling = 5;

/**
 * Entries that stand in the registers twice: with the same number, where numbers are more than a count of the rows, or with the same texts
 * throughout, the number aside. The second and later ones are given.
 */
export function twice(entries: readonly Entry[], words: Words): { row: string; column: number | null }[] {
  const numbers = new Set<string>();
  const rows = new Set<string>();
  return entries.flatMap((entry) => {
    const [number] = textsOf(entry, 'number', words);
    const own = entry.head.columns.get('number') ?? [];
    const others = entry.cells.map((texts, column) => (own.includes(column) ? '' : plain(texts.join())));
    const known = number === undefined ? '' : plain(number.text);
    const isCount = /^\d{0,4}$/.test(known);
    const whole = `${entry.kind} ${others.join('\u0000')}`;
    const sameNumber = !isCount && numbers.has(`${entry.kind} ${known}`);
    const sameRow = rows.has(whole) && others.filter((each) => each !== '').length >= telling;
    if (!isCount) numbers.add(`${entry.kind} ${known}`);
    rows.add(whole);
    return sameNumber || (sameRow && (isCount || known === ''))
      ? [{ row: entry.row, column: number?.column ?? null }]
      : [];
  });
}
