import { agencyLevels, type Review } from '../../../model/index.js';
import { frequentRules, gradeCounts } from '../../../report/office/league.js';
import type { Translate } from '../../../report/translate.js';
import { byId, element } from '../../dom.js';
import type { Entry } from '../entry.js';
import { passes, type Filters } from './filters.js';

/** Bars of the most frequent findings. */
const frequent = 8;

const svg = <Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Record<string, string>) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

/** Parts of a bar of the width 100, one after the other. */
function barOf(parts: readonly { kind: string; share: number }[]): SVGSVGElement {
  const bar = svg('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  bar.append(svg('rect', { class: 'track', width: '100', height: '10' }));
  let at = 0;
  for (const { kind, share } of parts) {
    const width = 100 * share;
    bar.append(svg('rect', { class: `fill ${kind}`, x: String(at), width: String(width), height: '10' }));
    at += width;
  }
  return bar;
}

export interface Charts {
  show: (entries: readonly Entry[], filters: Filters, decided: ReadonlyMap<string, Review>) => void;
}

/** Grades, frequent findings and grades by level; a bar narrows the table down to what it stands for. */
export function createCharts(t: Translate, onFilter: (name: keyof Filters, value: string) => void): Charts {
  function button(
    name: keyof Filters,
    value: string,
    label: Node | string,
    share: number,
    count: number,
    pressed: boolean,
  ): HTMLElement {
    const made = element(
      'button',
      { type: 'button', 'aria-pressed': String(pressed) },
      element('span', { class: 'label' }, label),
      barOf([{ kind: '', share }]),
      element('span', { class: 'count' }, String(count)),
    );
    made.addEventListener('click', () => onFilter(name, pressed ? '' : value));
    return element('li', {}, made);
  }

  return {
    show(entries, filters, decided) {
      const summariesBut = (except: keyof Filters) =>
        entries.filter((each) => passes(each, filters, decided, except)).map(({ judged }) => judged.summary);
      const grades = gradeCounts(summariesBut('grade'));
      const most = Math.max(1, ...grades.map(({ count }) => count));
      byId('desk-grades', HTMLElement).replaceChildren(
        ...grades.map(({ grade, count }) =>
          button(
            'grade',
            grade,
            element('b', { class: `grade-${grade}` }, grade),
            count / most,
            count,
            filters.grade === grade,
          ),
        ),
      );
      const rules = frequentRules(summariesBut('rule')).slice(0, frequent);
      const top = rules[0]?.count ?? 1;
      byId('desk-rules', HTMLElement).replaceChildren(
        ...rules.map(({ rule, title, count }) =>
          button('rule', rule, title, count / top, count, filters.rule === rule),
        ),
      );
      const byLevel = summariesBut('level');
      byId('desk-levels', HTMLElement).replaceChildren(
        ...agencyLevels.flatMap((level) => {
          const own = byLevel.filter((each) => each.level === level);
          if (own.length === 0) return [];
          const parts = gradeCounts(own).map(({ grade, count }) => ({
            kind: `grade-${grade}`,
            share: count / own.length,
          }));
          const pressed = filters.level === level;
          const told = gradeCounts(own)
            .filter(({ count }) => count > 0)
            .map(({ grade, count }) => `${grade} ${count}`)
            .join(t('pretty.join'));
          const made = element(
            'button',
            { type: 'button', 'aria-pressed': String(pressed), title: told },
            element('span', { class: 'label' }, t(`level.${level}`)),
            barOf(parts),
            element('span', { class: 'count' }, String(own.length)),
            element('span', { class: 'hidden' }, told),
          );
          made.addEventListener('click', () => onFilter('level', pressed ? '' : level));
          return [element('li', {}, made)];
        }),
      );
    },
  };
}
