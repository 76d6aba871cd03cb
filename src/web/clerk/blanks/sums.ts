import type { CellAddress } from '../../../model/index.js';
import type { Sum } from '../../protocol.js';

/** Sums of sums; no edition stacks more of them. */
const depth = 4;

function numberIn(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (plain === '') return 0;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/**
 * The totals that follow from what was typed, by address; a total that was typed itself is left alone. Empty where no part was typed yet, or
 * one is no number.
 */
export function totalsOf(
  textOf: (cell: CellAddress) => string,
  typed: ReadonlySet<CellAddress>,
  sums: readonly Sum[],
): Map<CellAddress, string> {
  const sumOf = (parts: readonly CellAddress[], before: ReadonlyMap<CellAddress, string>): string => {
    const texts = parts.map((cell) => before.get(cell) ?? (typed.has(cell) ? textOf(cell) : ''));
    const numbers = texts.map(numberIn);
    if (texts.every((text) => text === '') || numbers.includes(null)) return '';
    return String(numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0));
  };
  let totals = new Map<CellAddress, string>();
  for (let round = 0; round < depth; round += 1) {
    const next = new Map<CellAddress, string>();
    for (const { total, parts } of sums)
      if (!typed.has(total) && (next.get(total) ?? '') === '') next.set(total, sumOf(parts, totals));
    totals = next;
  }
  return totals;
}
