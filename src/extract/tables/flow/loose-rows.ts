import type { Block } from '../../../model/index.js';

/** So many rows of figures without a label show that a text has its labels elsewhere. */
const fewestRows = 8;
const figure = /^[-\d.,]+$/;

/**
 * The blocks with the tables as lines whose rows have labels or figures, but never both, as programs write that make a table of every row they find
 * on a page. Other tables, and texts that keep labels and figures together, stay as they are.
 */
export function withLooseRows(blocks: readonly Block[]): readonly Block[] {
  const loose = new Set<Block>();
  let bare = 0;
  for (const block of blocks) {
    if (block.kind !== 'table' || block.grid || block.gaps === true) continue;
    for (const row of block.rows) {
      const filled = row.map(({ text }) => text.trim()).filter((text) => text !== '');
      const figures = filled.filter((text) => figure.test(text)).length;
      if (figures > 0 && figures < filled.length) return blocks;
      if (figures > 1) bare += 1;
    }
    loose.add(block);
  }
  return bare < fewestRows
    ? blocks
    : blocks.map((each) => (loose.has(each) && each.kind === 'table' ? { ...each, gaps: true } : each));
}
