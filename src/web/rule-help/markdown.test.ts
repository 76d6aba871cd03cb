import { test, fc } from '@fast-check/vitest';
import { expect } from 'vitest';
import { bullets, code, codeInTable, page, plain, table } from '../../workbench/docs/markdown.js';
import { readMarkdown, type Run } from './markdown.js';

const text = fc
  .string({ minLength: 1, unit: fc.constantFrom(...'ab号（）：|\\*_[]<>#`') })
  .map((each) => `字${each}字`);
const verbatim = fc
  .string({ minLength: 1, unit: fc.constantFrom(...'ab号{}[]|:') })
  .filter((each) => each.trim() === each);
const said = (runs: readonly Run[]) => runs.map((each) => each.text).join('');

test.prop([text, verbatim])('text and code come back as they were written', (words, source) => {
  const written = `**${plain(words)}** ${plain(words)} ${code(source)}`;
  const [block] = readMarkdown(written);
  if (block?.kind !== 'text') throw new Error('no text');
  expect(block.runs[0]).toEqual({ kind: 'strong', text: words });
  expect(said(block.runs)).toBe(`${words} ${words} ${source}`);
  expect(block.runs.at(-1)).toEqual({ kind: 'code', text: source });
});

test.prop([fc.array(fc.tuple(text, verbatim), { minLength: 1, maxLength: 4 })])(
  'tables and lists come back with every cell and item',
  (rows) => {
    const lines = rows.map(([words, source]) => [plain(words), codeInTable(source)]);
    const [drawn, listed] = readMarkdown(
      page([table(['甲', '乙'], lines), bullets(rows.map(([words]) => plain(words)))]).trimEnd(),
    );
    if (drawn?.kind !== 'table' || listed?.kind !== 'list') throw new Error('no table or no list');
    expect(drawn.rows.map((row) => row.map(said))).toEqual([['甲', '乙'], ...rows]);
    expect(listed.items.map(({ depth, runs }) => [depth, said(runs)])).toEqual(
      rows.map(([words]) => [0, words]),
    );
  },
);

test('links lead where they say, and items of lists lie as deep as they were written', () => {
  expect(readMarkdown('- [T3-ZERO](T3-ZERO.md) 没有\n  - `a` **≠** 0')).toEqual([
    {
      kind: 'list',
      items: [
        {
          depth: 0,
          runs: [
            { kind: 'link', text: 'T3-ZERO', to: 'T3-ZERO.md' },
            { kind: 'text', text: ' 没有' },
          ],
        },
        {
          depth: 1,
          runs: [
            { kind: 'code', text: 'a' },
            { kind: 'text', text: ' ' },
            { kind: 'strong', text: '≠' },
            { kind: 'text', text: ' 0' },
          ],
        },
      ],
    },
  ]);
});
