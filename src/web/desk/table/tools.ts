import { agencyKinds, agencyLevels, categories } from '../../../model/index.js';
import { grades } from '../../../report/office/league.js';
import type { Translate } from '../../../report/translate.js';
import { byId, element } from '../../dom.js';
import type { Entry } from '../entry.js';
import { noFilters, type Filters } from './filters.js';

const names = ['year', 'grade', 'level', 'kind', 'category', 'severity', 'rule', 'review'] as const;
type Name = (typeof names)[number];

export interface Tools {
  /** Offers what the reports have, and shows what is chosen. */
  show: (entries: readonly Entry[], filters: Filters, shown: number) => void;
}

/** The search field and the choices above the table. */
export function createTools(t: Translate, onFilter: (changes: Partial<Filters>) => void): Tools {
  const text = byId('desk-text', HTMLInputElement);
  const selects = new Map(
    names.map((name) => [
      name,
      byId(name === 'review' ? 'desk-review-state' : `desk-${name}`, HTMLSelectElement),
    ]),
  );
  const drawn = new Map<Name, string>();
  text.oninput = () => onFilter({ text: text.value.trim() });
  for (const [name, select] of selects) select.onchange = () => onFilter({ [name]: select.value });
  byId('desk-reset', HTMLButtonElement).onclick = () => onFilter(noFilters);

  function optionsOf(name: Name, entries: readonly Entry[]): [string, string][] {
    const summaries = entries.map(({ judged }) => judged.summary);
    const rules = new Map(
      summaries.flatMap((each) => each.rules.map(({ rule, title }) => [rule, `${title} ${rule}`])),
    );
    const years = [...new Set(summaries.map(({ year }) => String(year ?? '-')))].sort().reverse();
    const all: Record<Name, [string, string][]> = {
      year: years.map((each) => [each, each === '-' ? t('desk.noYear') : each]),
      grade: grades.map((each) => [each, each]),
      level: agencyLevels.map((each) => [each, t(`level.${each}`)]),
      kind: agencyKinds.map((each) => [each, t(`kind.${each}`)]),
      category: categories.map((each) => [each, t(`category.${each}`)]),
      severity: (['error', 'warning', 'info'] as const).map((each) => [each, t(`severity.${each}`)]),
      rule: [...rules].sort(([, a], [, b]) => (a < b ? -1 : 1)),
      review: (['none', 'some', 'all'] as const).map((each) => [each, t(`desk.review.${each}`)]),
    };
    return all[name];
  }

  return {
    show(entries, filters, shown) {
      if (document.activeElement !== text) text.value = filters.text;
      for (const [name, select] of selects) {
        const options = optionsOf(name, entries);
        const key = JSON.stringify(options);
        if (drawn.get(name) !== key) {
          drawn.set(name, key);
          select.replaceChildren(
            element('option', { value: '' }, t('index.any')),
            ...options.map(([value, word]) => element('option', { value }, word)),
          );
        }
        select.value = filters[name];
      }
      byId('desk-shown', HTMLElement).textContent = t('index.shown', { shown, all: entries.length });
    },
  };
}
