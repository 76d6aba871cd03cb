import type { Review } from '../../../model/index.js';
import type { Entry } from '../entry.js';
import { stateOf } from '../review/review.js';

/** What the table is narrowed down to; an empty text: anything. */
export interface Filters {
  text: string;
  year: string;
  grade: string;
  level: string;
  kind: string;
  category: string;
  severity: string;
  rule: string;
  review: string;
}

export const noFilters: Filters = {
  text: '',
  year: '',
  grade: '',
  level: '',
  kind: '',
  category: '',
  severity: '',
  rule: '',
  review: '',
};

type Test = (entry: Entry, value: string, decided: ReadonlyMap<string, Review>) => boolean;

/** Words that are all found in the agency, the file or a finding. */
const mentions: Test = ({ name, judged }, value) => {
  const { agency, rules } = judged.summary;
  const text = [agency ?? '', name, ...rules.flatMap(({ rule, title }) => [rule, title])]
    .join('\n')
    .toLowerCase();
  return value
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const tests: Record<keyof Filters, Test> = {
  text: mentions,
  year: ({ judged }, value) => String(judged.summary.year ?? '-') === value,
  grade: ({ judged }, value) => judged.summary.grade === value,
  level: ({ judged }, value) => judged.summary.level === value,
  kind: ({ judged }, value) => judged.summary.kind === value,
  category: ({ judged }, value) => judged.summary.rules.some(({ category }) => category === value),
  severity: ({ judged }, value) => judged.summary.counts[value as 'error'] > 0,
  rule: ({ judged }, value) => judged.summary.rules.some(({ rule }) => rule === value),
  review: (entry, value, decided) => stateOf(entry, decided) === value,
};

/** Whether a report passes all filters, or all but one. */
export function passes(
  entry: Entry,
  filters: Filters,
  decided: ReadonlyMap<string, Review>,
  except?: keyof Filters,
): boolean {
  return (Object.keys(tests) as (keyof Filters)[]).every(
    (name) => name === except || filters[name] === '' || tests[name](entry, filters[name], decided),
  );
}
