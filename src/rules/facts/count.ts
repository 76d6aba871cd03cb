import * as z from 'zod';
import { cellsOfBlock, isSure, type Cell, type CellState } from '../../model/index.js';
import { selectCells } from '../address.js';
import type { FormView } from '../form-view.js';
import { namesOfCells } from '../labels.js';
import { known, unknown } from '../value.js';
import { defineFact } from './fact.js';
import { listOf, terms } from './terms.js';

const states = z.enum(['number', 'blank', 'placeholder', 'text', 'unreadable', 'absent']);

const where = z.strictObject({
  /** States of the cell. */
  state: z.union([states, z.array(states).min(1)]).optional(),
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
  params: z.strictObject({
    /** Selectors; `*` stands for any words. */
    of: terms,
    except: terms.optional(),
    where,
    /** `true`: sub-tables without a single number are left out. */
    ignoreEmptyBlocks: z.boolean().optional(),
  }),
  result: 'number',
  selectors: ({ of, except }) => [...listOf(of), ...listOf(except ?? [])],
  prepare: ({ of, except, where, ignoreEmptyBlocks }, view) => {
    const left = new Set(listOf(except ?? []).flatMap((each) => selectCells(view, each)));
    const addresses = [...new Set(listOf(of).flatMap((each) => selectCells(view, each)))].filter(
      (each) => !left.has(each),
    );
    if (addresses.length === 0) return null;
    const blocks = ignoreEmptyBlocks === true ? blocksOf(addresses, view) : null;
    const wanted = where.state === undefined ? null : new Set<CellState>([where.state].flat());
    const { state: _, ...numbers } = where;
    const aboutNumbers = Object.keys(numbers).length > 0;
    const meets = (cell: Cell): boolean =>
      (wanted === null || wanted.has(cell.state)) &&
      (where.above === undefined || (cell.value !== null && cell.value > where.above)) &&
      (where.below === undefined || (cell.value !== null && cell.value < where.below)) &&
      (where.whole === undefined || (cell.value !== null && Number.isInteger(cell.value) === where.whole)) &&
      (where.decimalsAbove === undefined ||
        (cell.value !== null && decimalsOf(cell.value) > where.decimalsAbove));

    return ({ report, missing }) => {
      const found: string[] = [];
      const hidden: string[] = [];
      for (const { addresses: own, block } of blocks ?? [{ addresses, block: null }]) {
        const empty = block?.every((address) => (report.cells[address]?.value ?? null) === null) === true;
        for (const address of own) {
          const cell = report.cells[address];
          if (isHidden(cell, wanted, aboutNumbers) ? missing(address) !== 'cell-absent' : false)
            hidden.push(address);
          else if (!empty && cell !== undefined && meets(cell)) found.push(address);
        }
      }
      // What cannot be seen may meet the conditions: nothing found is then no proof that there is nothing.
      const [first] = hidden;
      if (found.length === 0 && first !== undefined) return unknown(missing(first), hidden);
      return known(found.length, {
        cells: found,
        atLeast: hidden.length > 0,
        items: (lang) => namesOfCells(view, found, lang),
        sure: found.every((each) => isSure(report.cells[each])),
      });
    };
  },
});

/** The addresses by sub-table, with all cells of the sub-table. */
function blocksOf(
  addresses: readonly string[],
  view: FormView,
): { addresses: readonly string[]; block: readonly string[] }[] {
  return view.blocks.flatMap(({ table, block }) => {
    const all = cellsOfBlock(table, block).map((cell) => cell.address);
    const own = addresses.filter((address) => all.includes(address));
    return own.length === 0 ? [] : [{ addresses: own, block: all }];
  });
}

/** Whether the document does not show what the conditions ask for: a cell that cannot be seen, or that has no number where one is asked for. */
function isHidden(
  cell: Cell | undefined,
  wanted: ReadonlySet<CellState> | null,
  aboutNumbers: boolean,
): boolean {
  const state = cell?.state ?? 'absent';
  if (wanted?.has(state) === true) return aboutNumbers && cell?.value === null;
  if (state === 'unreadable' || state === 'absent') return true;
  return wanted === null && aboutNumbers && cell?.value === null;
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
