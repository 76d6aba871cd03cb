import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Document } from '../../../model/index.js';
import { itemAt, type KeyPosition } from '../positions.js';
import { detectScript } from '../../text/script.js';
import { wordBehind } from './lookup.js';
import { squeeze, streamOf } from './stream.js';

const inLabel = /^[\p{Script=Han}A-Za-z0-9]$/u;

test('labels are compared by their Han characters, letters and digits alone', () => {
  const alone = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
  const differing = alone.filter((each) => squeeze(each) !== (inLabel.test(each) ? each.toLowerCase() : ''));
  expect(differing).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'申请公开數𠀀aB3 、（）.\n') }), (text) => {
      const kept = Array.from(text).filter((each) => inLabel.test(each));
      expect(squeeze(text)).toBe(kept.join('').toLowerCase());
    }),
  );
});

test('lines of which none is like another tell that repeated ones were dropped, unless they are rows of figures with their labels', async () => {
  const labels = Array.from({ length: 24 }, (_, index) => `第${String(index + 1)}类信息`);
  const isDropped = async (blocks: Block[]) => {
    const document: Document = {
      format: 'text',
      encoding: null,
      title: null,
      blocks,
      pages: null,
      notes: [],
    };
    return streamOf(document, await detectScript('信息')).deduplicated;
  };
  const droppedIn = (lines: readonly string[]) =>
    isDropped(lines.map((text, index) => ({ kind: 'paragraph', text, at: { line: index + 1 } })));
  /** Each cell of the only row on a line of its own. */
  const droppedInRow = (texts: readonly string[]) => {
    const cells = texts.map((text, index) => ({
      text,
      at: { line: index + 1 },
      column: index,
      columnSpan: 1,
      rowSpan: 1,
    }));
    return isDropped([{ kind: 'table', rows: [cells], at: { line: 1 }, grid: false }]);
  };
  expect(await droppedIn([...labels, '0', '5'])).toBe(true);
  expect(await droppedIn([...labels.map((each) => `${each} 0 0 0 0 0 0 0`), '5'])).toBe(false);
  const figures = Array.from({ length: 40 }, (_, index) => String(index));
  expect(
    await droppedInRow(labels.flatMap((each, index) => [each, ...figures.slice(2 * index, 2 * index + 2)])),
  ).toBe(true);
});

test('positions of one kind lead to nothing of another', async () => {
  const document: Document = {
    format: 'text',
    encoding: null,
    title: null,
    blocks: [{ kind: 'paragraph', text: '总计 5', at: {} }],
    pages: null,
    notes: [],
  };
  const stream = streamOf(document, await detectScript('总计'));
  const word = wordBehind(stream, 2 as KeyPosition);
  expect(itemAt(stream.words, word)?.text).toBe('5');
  // @ts-expect-error a word is no cell
  itemAt(stream.cells, word);
  // @ts-expect-error a plain number is no word
  itemAt(stream.words, 1);
});
