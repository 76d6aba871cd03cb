import type { Around } from '../around/neighbourhood.js';
import { relationInstances } from '../form/relations.js';
import type { Audit, CellAddress, CellState, FormEdition } from '../model/index.js';
import { causesOf, causeTitle, worstOf, type Cause } from '../report/findings/causes.js';
import { tablesOf } from '../report/tables/grid.js';
import { auditPage } from '../report/html/audit-page.js';
import { cellLabels, tableName } from '../report/labels.js';
import { flagsOf } from '../report/tables/marks.js';
import { officialRows } from '../report/tables/official.js';
import type { Context } from '../report/renderer.js';
import { summarise } from '../report/office/summarise.js';
import { tellingCells, valueOf, type Words } from '../report/words.js';
import { leftOut } from './clerk/blanks/blanks.js';
import { carriedOver } from './clerk/carried-over.js';
import type { AuditView, FormCell, Problem, Sum } from './protocol.js';
import type { FormTable } from './report/form-table.js';
import { downloads } from './report/downloads.js';

function problemOf(words: Words, cause: Cause, index: number): Problem {
  const { audit, t } = words;
  const { repair, findings } = cause;
  const alternatives = audit.repairs.filter(
    ({ id, alternativeTo }) => repair !== null && [id, alternativeTo].includes(repair.id),
  );
  const [only] = findings;
  return {
    number: index + 1,
    severity: worstOf(findings),
    title: only !== undefined && findings.length === 1 ? only.title : causeTitle(cause, t),
    rules: [...new Set(findings.map(({ rule }) => rule))],
    messages: findings.map(({ message }) => message),
    notes: [
      ...(findings.some(({ suspect }) => suspect === 'extraction') ? [t('pretty.extraction')] : []),
      ...(repair === null || repair.unique ? [] : [t('pretty.notUnique')]),
    ],
    fixes: repair === null ? [...new Set(findings.flatMap(({ fix }) => fix ?? []))] : [],
    cells: [...new Set(findings.flatMap((finding) => tellingCells(words, finding)))],
    repairs: alternatives.map(({ cells }) =>
      cells.map(({ cell, from, to }) => ({
        cell,
        from: from === null ? valueOf(words, cell) : String(from),
        to: String(to),
      })),
    ),
  };
}

/** Nothing stands in the cell that could be shown. */
function unsaid(state: CellState): state is 'blank' | 'absent' | 'unreadable' {
  return state === 'blank' || state === 'absent' || state === 'unreadable';
}

/** What the page knows besides the audit. */
interface Beside {
  context: Context;
  prior: AuditView['prior'];
  around: Around | undefined;
  /** Cells that were left out and can be filled in one step. */
  fillable: number;
}

/** The totals that the edition computes from other cells. */
function sumsOf(form: FormEdition | undefined, { cells }: Audit): Sum[] {
  return (form === undefined ? [] : relationInstances(form)).flatMap(({ left, right }) => {
    const [total] = right;
    return right.length === 1 && total !== undefined && Object.hasOwn(cells, total)
      ? [{ total, parts: left }]
      : [];
  });
}

/** What was carried over last year and not carried in this year, as one more problem. */
function carriedProblem(
  { audit, t }: Words,
  form: FormEdition | undefined,
  around: Around | undefined,
  number: number,
): Problem[] {
  const offered = Object.entries(carriedOver(form, audit, around));
  if (offered.length === 0) return [];
  const repairs = offered.map(([cell, to]) => [
    { cell, from: valueOf({ audit, t } as Words, cell), to: String(to) },
  ]);
  const cells = offered.map(([cell]) => cell);
  return [
    {
      number,
      severity: 'warning',
      title: t('clerk.carried'),
      rules: [],
      messages: [],
      notes: [],
      fixes: [],
      cells,
      repairs: [repairs.flat()],
    },
  ];
}

/** What the page shows of an audit. */
export function viewOf(audit: Audit, { context, prior, around, fillable }: Beside): AuditView {
  const { forms, lang, t } = context;
  const form = forms.find(({ id }) => id === audit.layout.id);
  const labelOf = cellLabels(forms, audit.layout.id, t);
  const problems = causesOf(audit).map((cause, index) => problemOf({ audit, t, labelOf }, cause, index));
  const flags = flagsOf(audit);
  const drawn = tablesOf(audit, forms);
  const numberOf = new Map(
    causesOf(audit).flatMap(({ findings }, index) => findings.map(({ id }) => [id, index + 1] as const)),
  );
  const cells: Record<CellAddress, FormCell> = {};
  for (const [address, { state, raw }] of Object.entries(audit.cells)) {
    const flag = flags.get(address);
    const numbers = flag?.findings.map(({ id }) => numberOf.get(id) ?? 0) ?? [];
    cells[address] = {
      label: labelOf(address),
      text: unsaid(state) ? '' : raw,
      state: unsaid(state) ? t(`state.${state}.long`) : '',
      mark: flag?.mark ?? null,
      problems: [...new Set(numbers)],
    };
  }
  return {
    page: auditPage(audit, context),
    summary: summarise(audit),
    verdict: audit.verdict,
    steps: audit.gradeSteps.map(({ text }) => text),
    blanks: { fillable, open: leftOut(audit).length - fillable },
    sums: sumsOf(form, audit),
    prior,
    tables: drawn.map((each): FormTable => ({
      id: each.form.id,
      title: `${tableName(each.form.id, each.form.section, t)} ${each.form.title[lang]}`,
      rows: officialRows(each),
    })),
    cells,
    problems: [...problems, ...carriedProblem({ audit, t, labelOf }, form, around, problems.length + 1)],
    downloads,
  };
}
