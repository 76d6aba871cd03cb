import type {
  CellAddress,
  CellChange,
  CellSaid,
  ComparedFinding,
  ComparedReport,
  Comparison,
  FormEdition,
  Lang,
  Standing,
} from '../../model/index.js';
import { cellLabels } from '../labels.js';
import type { Provenance } from '../renderer.js';
import { inert } from '../tables/layout.js';
import type { Translate } from '../translate.js';

/** What every document about several submissions is made of. */
export interface ComparisonView {
  comparison: Comparison;
  forms: readonly FormEdition[];
  provenance: Provenance;
  lang: Lang;
  t: Translate;
}

/** What a report is called: its agency, otherwise its file. */
export function nameOf({ agency, history }: ComparedReport): string {
  return inert(agency ?? history.findLast((each) => each?.name != null)?.name ?? '');
}

export function yearText({ year }: Pick<ComparedReport, 'year'>, t: Translate): string {
  return year === null ? t('pretty.noYear') : t('pretty.year', { year });
}

/** `B 82`; a dash where the report was not graded. */
export function gradeText(standing: Pick<Standing, 'grade' | 'score'> | null | undefined): string {
  if (standing?.grade == null) return '–';
  return standing.score === null ? standing.grade : `${standing.grade} ${standing.score}`;
}

/** The standing that the one in a submission, from 0, is compared with. */
export function beforeOf({ history }: ComparedReport, submission: number): Standing | null {
  const since = history[submission]?.since ?? null;
  return since === null ? null : (history[since - 1] ?? null);
}

/** Labels of cells by the form of each report, each made once. */
export function labelsOf({
  forms,
  t,
}: ComparisonView): (report: ComparedReport) => (cell: CellAddress) => string {
  const known = new Map<string | null, (cell: CellAddress) => string>();
  return ({ layout }) => {
    const labelOf = known.get(layout) ?? cellLabels(forms, layout, t);
    known.set(layout, labelOf);
    return labelOf;
  };
}

/** What stands in a cell, in words where it is no number. */
export function saidText({ value, raw, state }: CellSaid, t: Translate): string {
  if (value !== null && state === 'number') return String(value);
  return state === 'text' || state === 'placeholder'
    ? inert(raw)
    : t(`state.${state as 'blank' | 'absent'}.long`);
}

/** What is to be known of a finding besides its message. */
export function findingNote({ assessedBefore, dismissed, suspect }: ComparedFinding, t: Translate): string {
  return [
    ...(assessedBefore === false ? [t('submissions.notAssessedBefore')] : []),
    ...(dismissed ? [t('submissions.dismissed')] : []),
    ...(suspect === 'extraction' ? [t('submissions.suspect')] : []),
  ].join('');
}

/** What is to be known of a change besides its figures. */
export function changeNotes({ asked, unsure }: CellChange, t: Translate): string {
  return [...(asked ? [] : [t('submissions.unasked')]), ...(unsure ? [t('submissions.unsure')] : [])].join(
    '',
  );
}

/** Whether audits that were made with other rules are compared. */
export function rulesDiffer({ comparison: { submissions } }: ComparisonView): boolean {
  return new Set(submissions.flatMap(({ rules }) => rules ?? [])).size > 1;
}
