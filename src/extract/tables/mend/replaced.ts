import type { Block, TableCell } from '../../../model/index.js';
import type { PlacedLine } from '../rows/placed-lines.js';

/**
 * The blocks with a table in the place of some lines; rows of the first and last block that do not belong to them stay around it.
 * @param kept what else stays of the blocks that the lines took, behind the table
 */
export function replaced(
  blocks: readonly Block[],
  lines: readonly (PlacedLine | null)[],
  { from, to }: { from: number; to: number },
  table: { rows: TableCell[][]; grid: boolean },
  kept: (block: Block) => boolean = () => false,
): Block[] {
  const first = lines[from]?.block ?? 0;
  const last = lines[to - 1]?.block ?? first;
  const before = lines.slice(0, from).filter((each) => each?.block === first).length;
  const behind = lines.slice(to).filter((each) => each?.block === last).length;
  const cut = (block: Block | undefined, start: number, end: number): Block[] =>
    block?.kind !== 'table' || start >= end ? [] : [{ ...block, rows: block.rows.slice(start, end) }];
  const closing = blocks[last];
  const count = closing?.kind === 'table' ? closing.rows.length : 0;
  return [
    ...blocks.slice(0, first),
    ...cut(blocks[first], 0, before),
    { kind: 'table', ...table, at: table.rows.flat()[0]?.at ?? {} },
    ...blocks.slice(first, last + 1).filter(kept),
    ...cut(closing, count - behind, count),
    ...blocks.slice(last + 1),
  ];
}
