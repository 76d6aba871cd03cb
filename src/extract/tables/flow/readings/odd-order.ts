import type { FigureIndex } from '../indexes.js';
import type { Figures } from '../values.js';
import { begun } from './settle/ledger.js';
import type { SettledCells } from './settle/settled-cells.js';
import { skylines } from './skyline.js';
import type { Form, Numbers } from './settle/sums.js';

/** Readings with more oddities are not looked for. */
const mostOddities = 3;

/**
 * The table whose figures come in no order that programs use throughout: of the readings with the fewest oddities those that break no sum of the form,
 * else those that one wrong cell explains. What the fewest oddities are only the sums tell, and so every figure is placed by them.
 * @param isChoice whether the figures are one of several choices: then one without oddities is looked for
 * @param mayBreak whether the report may have a wrong cell
 */
export function settleOddOrder(
  values: Figures,
  numbers: Numbers,
  form: Form,
  isChoice: boolean,
  mayBreak: boolean,
): SettledCells | null {
  const { rows, columns, alongRows, alongColumns } = form;
  if (values.length !== rows * columns || alongRows.length === 0 || alongColumns.length === 0) return null;
  const isSame = (indexes: ReadonlySet<FigureIndex>): boolean =>
    new Set([...indexes].map((each) => values[each]?.text)).size === 1;
  for (let oddities = 0; oddities <= (isChoice ? 0 : mostOddities); oddities += 1) {
    const ways = skylines(values, form, begun(form, numbers, mayBreak), oddities);
    if (ways === null) return null;
    if (ways.length === 0) continue;
    return {
      cells: ways.map((each) => (isSame(each) ? ([...each][0] ?? null) : null)),
      bySums: ways.map(() => true),
    };
  }
  return null;
}
