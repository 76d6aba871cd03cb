import { leavesOf, type FormTable, type Section } from '../../../model/index.js';
import type { Context } from '../../evaluate/context.js';
import type { FormView } from '../../form/form-view.js';
import { known } from '../../value.js';
import { defineFact } from '../fact.js';

/** Lines of nothing but a figure, or lines of several, that a part without its table holds at most. */
const fewestFigures = 5;
const figures = /(?:^|[\s|])\d{1,9}(?=[\s|]|$)/g;
/** Figures that ran together. */
const joined = /^\d{10,}$/;

function holdsFigures({ passages }: Section): boolean {
  const found = passages.map(({ source }) =>
    joined.test(source.trim()) ? fewestFigures : (source.match(figures)?.length ?? 0),
  );
  return found.reduce((total, each) => total + each, 0) >= fewestFigures;
}

/** Longer lines are prose, which may name what the columns count. */
const longestPiece = 6;
/** Shorter labels are met in headings by chance. */
const shortestLabel = 4;
const fewestLabels = 2;

/** Labels of columns stand in the part, on lines of a few characters, as where narrow cells broke them. */
function holdsLabels({ passages }: Section, table: FormTable): boolean {
  const pieces = passages
    .map(({ source }) => source.replace(/\s/g, ''))
    .filter((each) => each.length <= longestPiece);
  const text = pieces.join('');
  const labels = table.blocks.flatMap(({ columns }) => leavesOf(columns).map(({ label }) => label.label));
  const met = [...new Set(labels)].filter((each) => each.length >= shortestLabel && text.includes(each));
  return met.length >= fewestLabels;
}

/** The text was taken out of pages and ends before the part: neither it nor any behind it is there. */
function endsBefore(
  ordinal: string,
  { edition: { sections } }: FormView,
  { labelsLost, section }: Context,
): boolean {
  const from = sections.findIndex((each) => each.ordinal === ordinal);
  const behind = from < 0 ? [] : sections.slice(from);
  return labelsLost && behind.length > 0 && behind.every((each) => section(each.ordinal) === undefined);
}

/** Signs that the document has a table of which nothing was read. */
export function tracesOf(table: FormTable, view: FormView, context: Context): number {
  const { report, textLost, section } = context;
  if (report.layout.blocks.some((each) => each.table === table.id && each.found)) return 0;
  const part = section(table.section)?.section;
  const asides = part?.asides.length ?? 0;
  const shown = part !== undefined && (holdsFigures(part) || holdsLabels(part, table)) ? 1 : 0;
  const lost = textLost || endsBefore(table.section, view, context) ? 1 : 0;
  return asides + shown + lost;
}

export const tableTraces = defineFact({
  name: 'tableTraces',
  summary: {
    'zh-CN':
      '没有读出该表时，原文可能另有该表的迹象数：该部分的图片和附件、成串的数字、逐字断开的栏目名称、读取时丢失的文字，取自分页文件的文字在该部分之前即告终止；读出该表的为0。',
    en: 'Signs that the document has the table although it was not read: pictures and attachments in its part, figures in a row, labels of its columns in pieces, text lost in reading, text taken out of pages that ends before its part; 0 when it was read.',
  },
  params: (z) => z.strictObject({ table: z.string().regex(/^t\d+$/) }),
  result: 'number',
  selectors: () => [],
  prepare: ({ table: id }, view) => {
    const table = view.blocks.find((each) => each.table.id === id)?.table;
    if (table === undefined) return null;
    return (context) => {
      const traces = tracesOf(table, view, context);
      return known(traces, { sure: traces === 0 });
    };
  },
});
