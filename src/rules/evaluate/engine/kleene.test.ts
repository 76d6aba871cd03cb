import { expect, test } from 'vitest';
import type { Tree } from '../../load/compile.js';
import { judge as judgeTree, judgeLeaf, type LeafResult } from './kleene.js';
import { known, unknown } from '../../value.js';

const leaf = (truth: boolean | null, name = ''): LeafResult => ({
  operator: 'equal',
  factResult: truth === null ? unknown('cell-blank', [name]) : known(name, { cells: [name] }),
  valueResult: 1,
  result: truth === true,
});
const [yes, no, open] = [leaf(true, 'yes'), leaf(false, 'no'), leaf(null, 'open')];
const judge = (tree: Tree<LeafResult>) => judgeTree(tree, judgeLeaf);
const truths = (trees: Tree<LeafResult>[]) => trees.map((tree) => judge(tree).truth);

test('all, any and not are those of Kleene', () => {
  expect(truths([{ all: [yes, open] }, { all: [no, open] }, { all: [yes, yes] }])).toEqual([
    null,
    false,
    true,
  ]);
  expect(truths([{ any: [yes, open] }, { any: [no, open] }, { any: [no, no] }])).toEqual([true, null, false]);
  expect(truths([{ not: yes }, { not: no }, { not: open }])).toEqual([false, true, null]);
  expect(truths([{ not: { all: [open, no] } }, { all: [{ not: open }, { any: [open, yes] }] }])).toEqual([
    true,
    null,
  ]);
});

test('an unknown right side leaves the comparison unknown', () => {
  expect(judge({ ...yes, valueResult: unknown('no-year') })).toEqual({
    truth: null,
    comparisons: [],
    unknowns: [unknown('no-year')],
  });
});

test('only what decides is evidence', () => {
  const cells = (tree: Tree<LeafResult>) => judge(tree).comparisons.flatMap(({ left }) => left.cells);
  expect(cells({ any: [yes, no, open] })).toEqual(['yes']);
  expect(cells({ all: [yes, no, open] })).toEqual(['no']);
  expect(cells({ all: [yes, { not: no }] })).toEqual(['yes', 'no']);
  expect(judge({ all: [yes, open] }).unknowns).toEqual([unknown('cell-blank', ['open'])]);
});
