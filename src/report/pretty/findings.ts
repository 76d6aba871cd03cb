import type { CellAddress, Finding, Repair } from '../../model/index.js';
import { cellLines } from '../tables/cell-lines.js';
import { causesOf, causeTitle, worstOf, type Cause } from '../findings/causes.js';
import { fateOf } from '../findings/changes.js';
import { comparisonText } from '../findings/comparison-text.js';
import { reviewText } from '../office/review.js';
import { quoteTexts, repairLead, repairText, tellingCells } from '../words.js';
import { fieldList, hanging, type Field, type View } from './view.js';

/** Repairs named one by one before the rest is only counted. */
const listed = 6;

function cellFields(view: View, name: string, cells: readonly CellAddress[]): Field[] {
  const { lines, more } = cellLines(view, cells);
  const rest = more > 0 ? view.t('pretty.others', { count: more }) : '';
  return lines.map(({ text }, index) => ({
    name: index === 0 ? name : '',
    text: index === lines.length - 1 ? text + rest : text,
  }));
}

function quoteFields(view: View, finding: Finding): Field[] {
  return quoteTexts(view, finding).map((text, index) => ({
    name: index === 0 ? view.t('pretty.quote') : '',
    text,
  }));
}

function headline({ t }: View, { severity, title, rule }: Finding): string {
  return t('pretty.headline', { severity: t(`severity.${severity}`), title, rule });
}

function findingFields(view: View, finding: Finding): Field[] {
  const { t, paint } = view;
  const { message, basis, fix, suspect, assuming } = finding;
  const comparison = comparisonText(view, finding);
  const review = reviewText(finding, t);
  const fate = fateOf(view.audit, finding.id);
  return [
    { name: t('pretty.problem'), text: message },
    ...(suspect === 'extraction' ? [{ name: t('pretty.note'), text: t('pretty.extraction') }] : []),
    ...(assuming.length > 0
      ? [{ name: t('pretty.note'), text: t('assumed.finding', { count: assuming.length }) }]
      : []),
    ...(comparison === null ? [] : [{ name: t('text.comparison'), text: comparison }]),
    ...cellFields(view, t('pretty.cells'), tellingCells(view, finding)),
    ...quoteFields(view, finding),
    {
      name: t('pretty.basis'),
      text: t('pretty.basisValue', { document: basis.document, article: basis.article }),
    },
    ...(fix === null ? [] : [{ name: t('pretty.fix'), text: fix, style: paint.good }]),
    ...(review === null ? [] : [{ name: t('review.name'), text: review, style: paint.strong }]),
    ...(fate === null ? [] : [{ name: t('changes.name'), text: t(`changes.${fate}`) }]),
    { name: t('review.fingerprint'), text: finding.fingerprint, style: paint.faint },
  ];
}

function repairLines(view: View, repair: Repair): string[] {
  const { audit, context, t, paint } = view;
  const others = audit.repairs.filter(({ alternativeTo }) => alternativeTo === repair.id);
  const fields: Field[] = [
    { name: repairLead(repair, t), text: repairText(view, repair), style: paint.good },
    { name: '', text: repair.why },
    ...others.slice(0, listed).map((other, index) => ({
      name: index === 0 ? t('pretty.alternative') : '',
      text: repairText(view, other),
    })),
    ...(others.length > listed
      ? [{ name: '', text: t('pretty.more', { count: others.length - listed }) }]
      : []),
    ...(repair.unique ? [] : [{ name: t('pretty.note'), text: t('pretty.notUnique') }]),
  ];
  return fieldList(fields, 2, context.columns);
}

/** One finding as a problem of its own, after its repair if there is one. */
function single(view: View, repair: Repair | null, finding: Finding, number: number): string[] {
  const { t, paint, context } = view;
  const head = t('pretty.cause', { number, headline: headline(view, finding) });
  return [
    ...hanging('', head, context.columns, paint[finding.severity]),
    ...(repair === null ? [] : repairLines(view, repair)),
    ...fieldList(findingFields(view, finding), 2, context.columns),
  ];
}

/** Several findings of one cause below its repair, if there is one. */
function shared(view: View, cause: Cause, number: number): string[] {
  const { t, paint, context } = view;
  const { repair, findings: witnesses } = cause;
  const worst = worstOf(witnesses);
  const summary = t('pretty.causeShared', {
    number,
    severity: t(`severity.${worst}`),
    title: causeTitle(cause, t),
  });
  return [
    ...hanging('', summary, context.columns, paint[worst]),
    ...(repair === null ? [] : repairLines(view, repair)),
    ...witnesses.flatMap((finding) => [
      ...hanging('  ', headline(view, finding), context.columns, paint[finding.severity]),
      ...fieldList(findingFields(view, finding), 4, context.columns),
    ]),
  ];
}

/** The findings, grouped by root cause. */
export function findings(view: View): string[] {
  return causesOf(view.audit).flatMap((cause, index) => {
    const [only, ...others] = cause.findings;
    return [
      '',
      ...(only !== undefined && others.length === 0
        ? single(view, cause.repair, only, index + 1)
        : shared(view, cause, index + 1)),
    ];
  });
}
