import type { Basis, FormEdition, Report } from '../model/index.js';
import type { LegalDocument, Rule } from './rule.js';

/**
 * What each rule rests on for a report: the first of its bases that was in force on the last day of the report's year, else the first that had
 * come into force by then, as the form that an outdated report still follows. A rule all of whose bases are younger has none and does not
 * hold. A report without a year is judged as one of the last year of its form. Where an edition is so new that no rule cites its document, it
 * takes the place of those of the editions before it.
 */
export function basesFor(
  { year, layout }: Report,
  {
    rules,
    documents,
    forms,
  }: {
    rules: readonly Rule[];
    documents: readonly LegalDocument[];
    forms: readonly FormEdition[];
  },
): Map<Rule, Basis> {
  const last = year ?? forms.find(({ id }) => id === layout.id)?.years.to ?? 9999;
  const day = `${String(last).padStart(4, '0')}-12-31`;
  const terms = new Map(documents.map((each) => [each.name, each]));
  const termOf = ({ document }: Basis): Term => terms.get(document) ?? {};
  const own = forms.find(({ id }) => id === layout.id);
  const isCited = rules.some(({ basis }) => basis.some(({ document }) => document === own?.basis.document));
  const isReplaced = ({ document }: Basis): boolean =>
    forms.some(
      (form) => form.basis.document === document && own !== undefined && form.years.from < own.years.from,
    );
  const bases = new Map<Rule, Basis>();
  for (const rule of rules) {
    const begun = rule.basis.filter((each) => (termOf(each).from ?? '') <= day);
    const chosen = begun.find((each) => isInForce(day, termOf(each))) ?? begun[0];
    const basis = chosen ?? (year === null ? rule.basis[0] : undefined);
    const isNew = own !== undefined && !isCited && last >= own.years.from;
    if (basis !== undefined) bases.set(rule, isNew && isReplaced(basis) ? own.basis : basis);
  }
  return bases;
}

type Term = Pick<LegalDocument, 'from' | 'to'>;

/** A date that names only a year or a month stands for all of it. */
export function isInForce(day: string, { from = '', to }: Term): boolean {
  return from <= day && (to === undefined || to >= day.slice(0, to.length));
}
