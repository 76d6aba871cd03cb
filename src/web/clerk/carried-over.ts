import type { Around } from '../../around/neighbourhood.js';
import type { CellAddress, Report } from '../../model/index.js';

/** What was carried over into the next year comes back as what was carried in. */
const [carriedIn, carriedOut] = ['t3.carriedIn.', 't3.carriedOut.'];

/** Cells carried in that do not hold what the report of the year before carried over, with that number. */
export function carriedOver(
  { year, cells }: Pick<Report, 'year' | 'cells'>,
  around: Around | undefined,
): Record<CellAddress, number> {
  const before = around?.surroundings.earlier?.find((each) => each.year === (year ?? 0) - 1);
  if (before === undefined || before.scopeChange !== null) return {};
  return Object.fromEntries(
    Object.entries(cells).flatMap(([address, { value }]) => {
      if (!address.startsWith(carriedIn)) return [];
      const number = before.numbers[address.replace(carriedIn, carriedOut)];
      return number === undefined || number === value ? [] : [[address, number]];
    }),
  );
}
