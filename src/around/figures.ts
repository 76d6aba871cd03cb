import type { CellAddress, Figures } from '../model/index.js';

/** The figures on which several versions of a report agree; where they differ, nothing is known. */
export function agreed(versions: readonly Figures[]): Figures {
  const [first, ...others] = versions;
  if (first === undefined) return { numbers: {}, unsure: [], contradicted: {} };
  if (others.length === 0) {
    const { numbers, unsure, contradicted } = first;
    return { numbers, unsure, contradicted };
  }
  const numbers = Object.fromEntries(
    Object.entries(first.numbers).filter(([address, value]) =>
      others.every((each) => each.numbers[address] === value),
    ),
  );
  return {
    numbers,
    unsure: [...new Set(versions.flatMap((each) => each.unsure))],
    contradicted: contradictedIn(versions),
  };
}

/** What any of the versions contradicts; what is proven instead, where they agree on it. */
function contradictedIn(versions: readonly Figures[]): Figures['contradicted'] {
  const cells = new Set(versions.flatMap((each) => Object.keys(each.contradicted)));
  return Object.fromEntries(
    [...cells].map((cell) => {
      const [proven = null, ...others] = new Set(versions.map((each) => each.contradicted[cell] ?? null));
      return [cell, others.length === 0 ? proven : null];
    }),
  );
}

/** Cells that both have and that differ. */
export function differing(one: Figures, other: Figures): CellAddress[] {
  return Object.keys(one.numbers).filter((address) => {
    const value = other.numbers[address];
    return value !== undefined && value !== one.numbers[address];
  });
}

const TENFOLD = 10;
const LEAST = 50;

/** Whether several figures of cells that change slowly grew or shrank tenfold together: then they count something else, not a wrong digit. */
export function changedTenfold(steady: readonly CellAddress[], now: Figures, before: Figures): boolean {
  const changes = steady.map((address) => {
    const [one, other] = [now.numbers[address] ?? 0, before.numbers[address] ?? 0];
    if (Math.min(one, other) <= 0 || Math.max(one, other) < LEAST) return 0;
    return one >= TENFOLD * other ? 1 : other >= TENFOLD * one ? -1 : 0;
  });
  return [1, -1].some((direction) => changes.filter((each) => each === direction).length >= 2);
}
