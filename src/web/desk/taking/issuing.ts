import type { Translate } from '../../../report/translate.js';
import type { Entry } from '../entry.js';
import { noticed, type Issued } from '../review/review.js';
import { numberAfter } from './sender-form.js';
import type { Desktop } from './desktop.js';

/** The numbers of a series from the first on that no notice has; without a number in it, the text itself again and again. */
export function* freeNumbers(first: string, taken: ReadonlySet<string>): Generator<string, never> {
  for (let count = 0; ; count += 1) {
    const number = numberAfter(first, count);
    if (number === first && count > 0) yield first;
    else if (!taken.has(number) || !/\d/.test(first)) yield number;
  }
}

export const issuedFor = ({ name, judged }: Entry, issued: readonly Issued[]): Issued | null => {
  const { agency, year } = judged.summary;
  return issued.findLast((each) => each.agency === (agency ?? name) && each.year === year) ?? null;
};

export function findingsTold({ judged }: Entry, { decided, onlyConfirmed }: Desktop): Issued['findings'] {
  const told = new Set(noticed(judged.findings, decided, onlyConfirmed));
  return judged.findings
    .filter(({ fingerprint, severity }) => told.has(fingerprint) && severity !== 'info')
    .map(({ fingerprint, title }) => ({ fingerprint, title }));
}

/** A day, YYYY-MM-DD, as letters write it. */
export function dayText(date: string, t: Translate): string {
  const [year = '', month, day] = date.split('-');
  return t('desk.day', { year, month: Number(month), day: Number(day) });
}

interface Changed {
  added: string[];
  withdrawn: string[];
}

/** What a notice says that the earlier one did not, and the other way round; `null`: the same. */
export function changesBetween(earlier: Issued, findings: Issued['findings']): Changed | null {
  const without = (all: Issued['findings'], others: Issued['findings']) =>
    all
      .filter((each) => !others.some(({ fingerprint }) => fingerprint === each.fingerprint))
      .map(({ title }) => title);
  const added = without(findings, earlier.findings);
  const withdrawn = without(earlier.findings, findings);
  return added.length + withdrawn.length === 0 ? null : { added, withdrawn };
}

export const worded = ({ added, withdrawn }: Changed, t: Translate) => ({
  added: added.length === 0 ? t('desk.nothing') : added.join(t('pretty.list')),
  withdrawn: withdrawn.length === 0 ? t('desk.nothing') : withdrawn.join(t('pretty.list')),
});
