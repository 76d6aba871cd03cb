import { leavesOf, type FormTable, type Lang, type ReadNote, type Section } from '../../../model/index.js';
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

/** What shows that the document has a table of which nothing was read. */
type Trace = 'aside' | 'figures' | 'lost' | 'cutOff' | 'pages';

const words: Readonly<Record<Trace, Readonly<Record<Lang, string>>>> = {
  aside: { 'zh-CN': '该部分有图片或附件', en: 'its part holds a picture or an attachment' },
  figures: {
    'zh-CN': '该部分有未成表格的数字或栏目名称',
    en: 'its part holds figures or labels that make no table',
  },
  lost: { 'zh-CN': '读取时有文字丢失', en: 'text was lost in reading' },
  cutOff: { 'zh-CN': '读到的文书不完整', en: 'the document as it was read is not whole' },
  pages: {
    'zh-CN': '取自分页文件的文字在该部分之前终止',
    en: 'the text taken out of pages ends before its part',
  },
};

const isCutOff = ({ code }: ReadNote): boolean => code === 'cut-off';

/** Signs that the document has a table of which nothing was read. */
export function tracesOf(table: FormTable, view: FormView, context: Context): Trace[] {
  const { report, textLost, section } = context;
  if (report.layout.blocks.some((each) => each.table === table.id && each.found)) return [];
  const part = section(table.section)?.section;
  const traces: Trace[] = (part?.asides ?? []).map(() => 'aside');
  if (part !== undefined && (holdsFigures(part) || holdsLabels(part, table))) traces.push('figures');
  if (textLost) traces.push(report.notes.some(isCutOff) ? 'cutOff' : 'lost');
  else if (endsBefore(table.section, view, context)) traces.push('pages');
  return traces;
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
      return known(traces.length, {
        items: (lang) => [...new Set(traces)].map((each) => words[each][lang]),
        sure: traces.length === 0,
      });
    };
  },
});
