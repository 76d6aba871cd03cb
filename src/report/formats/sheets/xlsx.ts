import type { Audit } from '../../../model/index.js';
import { attendanceColumns, attendanceRows } from '../../office/attendance.js';
import { failureGroups } from '../../failure.js';
import { byRank, frequentRules, gradeCounts, ranksOf } from '../../office/league.js';
import type { Context, Failure, Renderer, Summary } from '../../renderer.js';
import {
  cellColumns,
  cellRows,
  findingColumns,
  findingRows,
  leagueColumns,
  leagueRow,
  stepColumns,
  stepRows,
} from '../../tables/rows.js';
import type { Value } from '../../spreadsheet.js';
import type { Translate } from '../../translate.js';
import { openBook, type SheetLine, type Look } from '../../xlsx/book.js';

/** What the workbook takes from one audit, as text that can come from another thread. */
interface Rows {
  findings: Value[][];
  steps: Value[][];
  cells: Value[][];
}

const red = 'FFB3261E';
const amber = 'FF7D5000';
const blue = 'FF1D5A96';
const green = 'FF1A6B34';

const gradeColours = { A: green, B: green, C: amber, D: red, E: red, U: amber };

const severityColours = (t: Translate) => ({
  [t('severity.error')]: red,
  [t('severity.warning')]: amber,
  [t('severity.info')]: blue,
});

const markColours = (t: Translate) => ({
  [t('mark.error')]: red,
  [t('mark.warning')]: amber,
  [t('mark.info')]: blue,
});

/** How many reports, how good, what is most often wrong, and what could not be read. */
function overview(
  summaries: readonly Summary[],
  failures: readonly Failure[],
  context: Context,
): SheetLine[] {
  const { t, provenance } = context;
  const scores = summaries.flatMap(({ score }) => score ?? []);
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  const rules = frequentRules(summaries);
  const { tool, rules: ruleSet } = provenance;
  const title = (text: string): SheetLine => ({ values: [text], bold: true });
  return [
    title(t('index.title')),
    { values: [t('sheet.reports'), summaries.length] },
    ...(scores.length === 0 ? [] : [{ values: [t('sheet.mean'), Math.round(10 * mean) / 10] }]),
    { values: [] },
    title(t('index.grades')),
    { values: [t('column.grade'), t('column.count')], bold: true },
    ...gradeCounts(summaries).map(({ grade, count }) => ({ values: [grade, count] })),
    { values: [] },
    ...(rules.length === 0
      ? []
      : [
          title(t('index.frequent')),
          {
            values: [
              t('column.title'),
              t('column.count'),
              t('column.severity'),
              t('column.category'),
              t('column.rule'),
            ],
            bold: true,
          },
          ...rules.map(({ rule, title: text, severity, category, count }) => ({
            values: [text, count, t(`severity.${severity}`), t(`category.${category}`), rule],
          })),
          { values: [] },
        ]),
    ...failureGroups(failures, t).flatMap((group) => [
      title(group.title),
      { values: [t('column.file'), t('column.reason'), t('column.remedy')], bold: true },
      ...group.failures.map(({ name, reason, remedy }) => ({ values: [name, reason, remedy] })),
      { values: [] },
    ]),
    {
      values: [
        t('html.provenance', {
          tool: `${tool.name} ${tool.version}`,
          count: ruleSet.count,
          rules: ruleSet.sha256.slice(0, 12),
        }),
      ],
    },
  ];
}

function* all(parts: readonly string[], rows: keyof Rows): Generator<Value[]> {
  for (const part of parts) yield* (JSON.parse(part) as Rows)[rows];
}

/** In which row of their sheet the findings of an audit begin, where it has any: each has a row, also the dismissed ones. */
function findingRowsOf(summaries: readonly Summary[]): ReadonlyMap<Summary | undefined, number> {
  const rows = new Map<Summary, number>();
  let next = 2;
  for (const summary of summaries) {
    const { counts, dismissed } = summary;
    const count = counts.error + counts.warning + counts.info + dismissed;
    if (count > 0) rows.set(summary, next);
    next += count;
  }
  return rows;
}

/** A workbook of all audits: summary, league table, who has reported by the roster, findings, and every cell of every report. */
export const xlsx: Renderer = {
  extension: 'xlsx',
  binary: true,
  combined: true,
  separate: false,
  part: (audit: Audit, context) =>
    JSON.stringify({
      findings: findingRows(audit, context),
      steps: stepRows(audit),
      cells: cellRows(audit, context),
    } satisfies Rows),
  async *document(parts, context) {
    const { t, attendance } = context;
    const summaries: Summary[] = [];
    const failures: Failure[] = [];
    const texts: string[] = [];
    for await (const part of parts) {
      if (part.kind === 'failure') failures.push(part.failure);
      else {
        summaries.push(part.summary);
        texts.push(part.text);
      }
    }
    const look: Look = {
      percent: ['share'],
      colours: { grade: gradeColours, severity: severityColours(t), mark: markColours(t) },
    };
    const ranked = [...summaries].sort(byRank);
    const rowOf = findingRowsOf(summaries);
    const links = {
      agency: { sheet: t('sheet.findings'), rowOf: (row: number) => rowOf.get(ranked[row]) ?? null },
    };
    const ranks = ranksOf(ranked);
    const book = await openBook(t);
    book.lines(t('sheet.summary'), [44, 12, 12, 16, 20], overview(summaries, failures, context));
    await book.table(
      t('sheet.league'),
      leagueColumns,
      ranked.map((summary, index) => leagueRow(summary, ranks[index] ?? null, t)),
      { ...look, links },
    );
    if (attendance != null) {
      await book.table(t('sheet.roster'), attendanceColumns, attendanceRows(attendance, t), look);
    }
    await book.table(t('sheet.findings'), findingColumns, all(texts, 'findings'), look);
    await book.table(t('sheet.steps'), stepColumns, all(texts, 'steps'), look);
    await book.table(t('sheet.cells'), cellColumns, all(texts, 'cells'), look);
    yield await book.finish();
  },
};
