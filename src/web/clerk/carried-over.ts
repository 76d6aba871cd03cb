import type { Around } from '../../around/neighbourhood.js';
import { carriedCells } from '../../form/carried.js';
import type { CellAddress, FormEdition, Report } from '../../model/index.js';

/** Cells carried in that do not hold what the report of the year before carried over, with that number. */
export function carriedOver(
  form: FormEdition | undefined,
  { year, cells }: Pick<Report, 'year' | 'cells'>,
  around: Around | undefined,
): Record<CellAddress, number> {
  const before = around?.surroundings.earlier?.find((each) => each.year === (year ?? 0) - 1);
  if (form === undefined || before === undefined || before.scopeChange !== null) return {};
  return Object.fromEntries(
    [...carriedCells(form)].flatMap(([address, source]) => {
      const [cell, number] = [cells[address], before.numbers[source]];
      return cell === undefined || number === undefined || number === cell.value ? [] : [[address, number]];
    }),
  );
}
