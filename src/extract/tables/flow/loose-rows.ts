import type { Block, Table } from '../../../model/index.js';
import { normalise, type Script } from '../../text/normalise.js';
import { isValue } from '../value.js';

/** So many rows of figures without a label show that a text has its labels elsewhere. */
const fewestRows = 8;

/**
 * The blocks with the tables as lines whose rows have labels or figures, but never both, as programs write that make a table of every row they find
 * on a page. Other tables, and texts that keep labels and figures together, stay as they are.
 */
export function withLooseRows(blocks: readonly Block[], script: Script): readonly Block[] {
  const rowsOf = (table: Table) =>
    table.rows.map((row) => {
      const filled = row
        .map((cell) => normalise(cell.text, script).text)
        .filter((text) => text.trim() !== '');
      return { figures: filled.filter(isValue).length, cells: filled.length };
    });
  const loose = new Set<Block>();
  let bare = 0;
  for (const block of blocks) {
    if (block.kind !== 'table' || block.grid || block.gaps === true) continue;
    const rows = rowsOf(block);
    if (rows.some(({ figures, cells }) => figures > 0 && figures < cells)) return blocks;
    bare += rows.filter(({ figures }) => figures > 1).length;
    loose.add(block);
  }
  return bare < fewestRows
    ? blocks
    : blocks.map((each) => (loose.has(each) && each.kind === 'table' ? { ...each, gaps: true } : each));
}
