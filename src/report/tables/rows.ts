import type { Audit, CellAddress, Finding } from '../../model/index.js';
import { causesOf } from '../findings/causes.js';
import { evidenceText, relationTexts } from '../findings/evidence.js';
import { cellNames, whereabouts } from '../labels.js';
import { flagsOf } from './marks.js';
import type { Context, Summary } from '../renderer.js';
import { reviewText } from '../office/review.js';
import type { Value } from '../spreadsheet.js';
import type { MessageKey, Translate } from '../translate.js';
import { cellText, proposal, quoteTexts, tellingCells, wordsOf, type Words } from '../words.js';

/** Columns of the tables that spreadsheets get, with their width in characters. */
export const findingColumns = [
  ['agency', 24],
  ['year', 7],
  ['grade', 6],
  ['problem', 9],
  ['severity', 7],
  ['category', 12],
  ['title', 28],
  ['message', 48],
  ['left', 9],
  ['right', 9],
  ['cells', 48],
  ['quotes', 36],
  ['repair', 36],
  ['fix', 36],
  ['basis', 30],
  ['ruleNote', 36],
  ['note', 24],
  ['rule', 16],
  ['file', 30],
  ['review', 30],
  ['fingerprint', 19],
] as const satisfies readonly ColumnWidth[];

export const cellColumns = [
  ['agency', 24],
  ['year', 7],
  ['table', 6],
  ['row', 34],
  ['column', 20],
  ['value', 10],
  ['raw', 12],
  ['state', 10],
  ['mark', 10],
  ['suggested', 8],
  ['where', 24],
  ['confidence', 10],
  ['evidence', 24],
  ['address', 28],
  ['file', 30],
] as const satisfies readonly ColumnWidth[];

export const leagueColumns = [
  ['rank', 6],
  ['agency', 32],
  ['grade', 6],
  ['score', 7],
  ['verdict', 30],
  ['share', 11],
  ['errors', 8],
  ['warnings', 8],
  ['infos', 8],
  ['year', 7],
  ['level', 14],
  ['kind', 18],
  ['file', 40],
] as const satisfies readonly ColumnWidth[];

export const stepColumns = [
  ['agency', 24],
  ['year', 7],
  ['grade', 6],
  ['score', 7],
  ['verdict', 30],
  ['cost', 8],
  ['step', 60],
  ['file', 30],
] as const satisfies readonly ColumnWidth[];

type ColumnName = Extract<MessageKey, `column.${string}`> extends `column.${infer Name}` ? Name : never;
export type ColumnWidth = readonly [ColumnName, number];

/** Both sides of the comparison, where it compares cells. */
function sides({ left, right }: Finding): [Value, Value] {
  const compares = left !== null && right !== null && left.cells.length + right.cells.length > 0;
  return compares ? [left.value, right.value] : [null, null];
}

/** Cells named one by one before the rest is only counted. */
const listed = 6;

function cellTexts(words: Words, finding: Finding): string[] {
  const cells = tellingCells(words, finding);
  const shown = cells.slice(0, listed).map((address) => cellText(words, address));
  const rest = cells.length - shown.length;
  return rest === 0 ? shown : [...shown, words.t('pretty.others', { count: rest })];
}

function noteOf({ suspect, assuming }: Finding, t: Translate): string | null {
  const notes = [
    ...(suspect === 'extraction' ? [t('pretty.extraction')] : []),
    ...(assuming.length > 0 ? [t('assumed.finding', { count: assuming.length })] : []),
  ];
  return notes.length === 0 ? null : notes.join(t('pretty.join'));
}

function findingRow(words: Words, finding: Finding, problem: number, { ruleNotes }: Context): Value[] {
  const { audit, t } = words;
  const { severity, category, title, message, fix, basis, rule, rootCause } = finding;
  const repair = audit.repairs.find(({ id }) => id === rootCause);
  const join = (texts: readonly string[]) => texts.join(t('pretty.join'));
  return [
    audit.agency.name,
    audit.year,
    audit.grade,
    problem,
    t(`severity.${severity}`),
    t(`category.${category}`),
    title,
    message,
    ...sides(finding),
    join(cellTexts(words, finding)),
    join(quoteTexts(words, finding)),
    repair === undefined ? null : proposal(words, repair),
    fix,
    t('pretty.basisValue', { document: basis.document, article: basis.article }),
    ruleNotes[rule] ?? null,
    noteOf(finding, t),
    rule,
    audit.source.name,
    reviewText(finding, t),
    finding.fingerprint,
  ];
}

/** One row a finding, by root cause, gravest first. */
export function findingRows(audit: Audit, context: Context): Value[][] {
  const words = wordsOf(audit, context);
  return causesOf(audit).flatMap(({ findings }, index) =>
    findings.map((finding) => findingRow(words, finding, index + 1, context)),
  );
}

/** What the only smallest corrections would write, by cell. */
function suggestions({ repairs }: Audit): Map<CellAddress, number> {
  return new Map(
    repairs
      .filter(({ unique, alternativeTo }) => unique && alternativeTo === null)
      .flatMap(({ cells }) => cells.map(({ cell, to }): [CellAddress, number] => [cell, to])),
  );
}

const stateKey = (state: Audit['cells'][string]['state']) =>
  state === 'blank' || state === 'absent' || state === 'unreadable'
    ? (`state.${state}.long` as const)
    : (`state.${state}` as const);

/** One row a cell, in the order of the form. */
export function cellRows(audit: Audit, { forms, t }: Context): Value[][] {
  const names = cellNames(forms, audit.layout.id, t);
  const relationText = relationTexts(forms, audit.layout.id, t);
  const flags = flagsOf(audit);
  const suggested = suggestions(audit);
  return Object.entries(audit.cells).map(([address, cell]) => {
    const { value, raw, state, at, confidence } = cell;
    const name = names.get(address);
    const mark = flags.get(address)?.mark;
    return [
      audit.agency.name,
      audit.year,
      name?.table ?? null,
      name?.row ?? null,
      name?.column ?? null,
      value,
      raw === '' ? null : raw,
      t(stateKey(state)),
      mark === undefined ? null : t(`mark.${mark}`),
      suggested.get(address) ?? null,
      whereabouts(at, t),
      confidence,
      evidenceText(cell, relationText, t),
      address,
      audit.source.name,
    ];
  });
}

/** One row a step of the grade. */
export function stepRows({ agency, year, grade, score, verdictText, gradeSteps, source }: Audit): Value[][] {
  return gradeSteps.map(({ cost, text }) => [
    agency.name,
    year,
    grade,
    score,
    verdictText,
    cost,
    text,
    source.name,
  ]);
}

/** One row an audit of the league table. */
export function leagueRow(summary: Summary, rank: number | null, t: Translate): Value[] {
  const { agency, grade, score, verdictText, share, counts, year, level, kind, name } = summary;
  return [
    rank,
    agency,
    grade,
    score,
    verdictText,
    share,
    counts.error,
    counts.warning,
    counts.info,
    year,
    t(`level.${level}`),
    t(`kind.${kind}`),
    name,
  ];
}

/** The heads of the columns. */
export function headsOf(columns: readonly ColumnWidth[], t: Translate): string[] {
  return columns.map(([name]) => t(`column.${name}`));
}
