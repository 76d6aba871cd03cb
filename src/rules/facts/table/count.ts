import { isFilled, isSure, type CellState } from '../../../model/index.js';
import { selectCells } from '../../form/address.js';
import type { FormView } from '../../form/form-view.js';
import { namesOfCells } from '../../form/labels.js';
import { known, unique, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { listOf, terms } from '../terms.js';
import type { Zod } from '../../schemas.js';

const states = ['number', 'blank', 'placeholder', 'text', 'unreadable', 'absent'] as const;

const where = (z: Zod) =>
  z.strictObject({
    /** States of the cell. */
    state: z.union([z.enum(states), z.array(z.enum(states)).min(1)]).optional(),
    /** The number lies above, below. Cells without a number do not count. */
    above: z.number().optional(),
    below: z.number().optional(),
    /** The number is whole, or is not. */
    whole: z.boolean().optional(),
    /** The number has more decimals than this. */
    decimalsAbove: z.number().int().min(0).optional(),
  });

export const count = defineFact({
  name: 'count',
  summary: {
    'zh-CN': '满足条件的单元格个数；文书中没有该表时为未知。',
    en: 'Number of cells that meet the conditions; unknown when the document lacks the table.',
  },
  params: (z) =>
    z.strictObject({
      /** Selectors; `*` stands for any words. */
      of: terms(z),
      except: terms(z).optional(),
      where: where(z),
      /** `true`: tables without a single number are left out. */
      ignoreEmptyTables: z.boolean().optional(),
    }),
  result: 'number',
  selectors: ({ of, except }) => [...listOf(of), ...listOf(except ?? [])],
  prepare: ({ of, except, where, ignoreEmptyTables }, view) => {
    const left = new Set(listOf(except ?? []).flatMap((each) => selectCells(view, each)));
    const addresses = [...new Set(listOf(of).flatMap((each) => selectCells(view, each)))].filter(
      (each) => !left.has(each),
    );
    if (addresses.length === 0) return null;
    const tables = ignoreEmptyTables === true ? tablesOf(addresses, view) : null;
    const wanted = where.state === undefined ? null : new Set<CellState>([where.state].flat());
    const { state: _, ...numbers } = where;
    const aboutNumbers = Object.keys(numbers).length > 0;
    const meets = (state: CellState, number: number | null): boolean =>
      (wanted === null || wanted.has(state)) &&
      (where.above === undefined || (number !== null && number > where.above)) &&
      (where.below === undefined || (number !== null && number < where.below)) &&
      (where.whole === undefined || (number !== null && Number.isInteger(number) === where.whole)) &&
      (where.decimalsAbove === undefined || (number !== null && decimalsOf(number) > where.decimalsAbove));

    return ({ report, missing, numberIn }) => {
      const found: string[] = [];
      const hidden: string[] = [];
      for (const { addresses: own, table } of tables ?? [{ addresses, table: null }]) {
        const empty = table?.every((address) => !isFilled(report.cells[address])) === true;
        for (const address of own) {
          const state = report.cells[address]?.state ?? 'absent';
          const number = aboutNumbers ? numberIn(address) : null;
          const lacking = aboutNumbers && number === null;
          if (isHidden(state, wanted, lacking) ? missing(address) !== 'cell-absent' : false)
            hidden.push(address);
          else if (!empty && meets(state, number)) found.push(address);
        }
      }
      // What cannot be seen may meet the conditions: nothing found is then no proof that there is nothing.
      const [first] = hidden;
      if (found.length === 0 && first !== undefined) return unknown(missing(first), hidden);
      const surely = found.filter((each) => isSure(report.cells[each])).length;
      return known(found.length, {
        cells: found,
        atLeast: hidden.length > 0,
        items: (lang) => namesOfCells(view, found, lang),
        sure: surely === found.length,
        surely,
      });
    };
  },
});

/** The addresses by table, with all cells of the table. */
function tablesOf(
  addresses: readonly string[],
  view: FormView,
): { addresses: readonly string[]; table: readonly string[] }[] {
  const cells = [...view.cells.values()];
  return unique(view.blocks.map(({ table }) => table.id)).flatMap((id) => {
    const own = addresses.filter((address) => view.cells.get(address)?.table === id);
    const table = cells.filter((cell) => cell.table === id).map((cell) => cell.address);
    return own.length === 0 ? [] : [{ addresses: own, table }];
  });
}

/** Whether the document does not show what the conditions ask for: a cell that cannot be seen, or that has no number where one is asked for. */
function isHidden(state: CellState, wanted: ReadonlySet<CellState> | null, lacking: boolean): boolean {
  if (wanted?.has(state) === true) return lacking;
  if (state === 'unreadable' || state === 'absent') return true;
  return wanted === null && lacking;
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
