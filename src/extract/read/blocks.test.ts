import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { flatten, type RawBlock, type RawCell, type RawTable } from './blocks.js';
import { examples } from '../../../test/depth.js';

type Tree = {
  blocks: RawBlock[];
  table: RawTable;
};

const at = {};
const paragraph: fc.Arbitrary<RawBlock> = fc
  .tuple(fc.nat(0xffff_ffff), fc.constantFrom(0, 0, 0, 0, 70, 400), fc.boolean())
  .map(([id, length, heading]) => ({
    kind: 'paragraph',
    text: `${heading ? '一、' : ''}‹${String(id)}›${'字'.repeat(length)}`,
    at,
  }));
const aside: fc.Arbitrary<RawBlock> = fc.constant({ kind: 'aside', what: 'picture', at });

const { blocks } = fc.letrec<Tree>((tie) => ({
  blocks: fc.array(
    fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 5, arbitrary: paragraph },
      { weight: 1, arbitrary: aside },
      { weight: 2, arbitrary: tie('table') },
    ),
    { maxLength: 3 },
  ),
  table: fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(
        fc.array(tie('blocks'), { minLength: 1, maxLength: width }).map((row) => ({ row, width })),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .map((rows): RawTable => ({
      kind: 'rawTable',
      at,
      rows: rows.map(({ row, width }) =>
        row.map((content, column): RawCell => ({
          content,
          at,
          column,
          columnSpan: column === row.length - 1 ? width - column : 1,
          rowSpan: 1,
        })),
      ),
    })),
}));

/** Paragraphs and pictures of a tree, in reading order. */
function leaves(tree: readonly RawBlock[]): string[] {
  return tree.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'aside' ? ['(picture)'] : block.rows.flat().flatMap((cell) => leaves(cell.content));
  });
}

test('whatever tables are taken apart, nothing is lost and nothing appears twice', () => {
  fc.assert(
    fc.property(blocks, (tree) => {
      const shown = flatten(tree).flatMap((block) => {
        if (block.kind === 'table')
          return block.rows.flat().flatMap((cell) => (cell.text === '' ? [] : cell.text.split('\n')));
        return [block.kind === 'aside' ? '(picture)' : block.text];
      });
      expect(shown.filter((text) => text !== '').sort()).toEqual(leaves(tree).sort());
    }),
    { numRuns: examples(500) },
  );
});

test('text outside tables keeps its order', () => {
  fc.assert(
    fc.property(fc.array(paragraph), (tree) => {
      expect(flatten(tree)).toEqual(tree);
    }),
  );
});
