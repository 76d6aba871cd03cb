import { expect, test } from 'vitest';

import type { Document, TableCell } from '../../../model/index.js';
import { mendLabels } from './mend.js';
import { forms } from '../../../../test/fixtures/defaults.js';

/** A table of one row, as read from a picture or (`sure`) from text. */
const row = (texts: readonly string[], sure = false): Document => ({
  format: 'pdf',
  encoding: null,
  title: null,
  pages: 1,
  notes: [],
  blocks: [
    {
      kind: 'table',
      at: {},
      grid: true,
      rows: [
        texts.map((text, column): TableCell => ({
          text,
          at: {},
          column,
          columnSpan: 1,
          rowSpan: 1,
          ...(sure ? {} : { confidence: 0.8 }),
        })),
      ],
    },
  ],
});

const textsOf = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map((cell) => cell.text) : []));

test('labels misread in a picture take their wording', () => {
  expect(
    textsOf(mendLabels(row(['2.没有现戍信息需耍另行制作', '行政规范牲文仵', '(七)总计', '商业仝业']), forms)),
  ).toEqual(['2、没有现成信息需要另行制作', '行政规范性文件', '(七)总计', '商业企业']);
});

test('what may be one label or another stays as it is', () => {
  const read = ['本年XX件数', '第二十条第(X)项', '关于办理情况的说明', '1234567', '其它', ''];
  expect(textsOf(mendLabels(row(read), forms))).toEqual(read);
});

test('text that was not recognised in a picture is never touched', () => {
  const document = row(['没有现戍信息需耍另行制作'], true);
  expect(mendLabels(document, forms)).toBe(document);
});
