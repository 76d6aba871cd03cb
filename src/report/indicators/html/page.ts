import type { IndicatorDefinition, IndicatorFigure, IndicatorGroup } from '../../../model/index.js';
import { madeBy } from '../../html/list/list.js';
import { html, nothing, type Markup } from '../../html/markup.js';
import { page } from '../../html/page.js';
import { inert } from '../../tables/layout.js';
import {
  changeText,
  coverageText,
  figuresOf,
  groupText,
  leftOutText,
  numberText,
  partNames,
  partShare,
  shareText,
  totalText,
  valueText,
  type IndicatorsView,
} from '../view.js';
import { figureCharts, gradeCharts } from './charts.js';
import { indicatorsStyle } from './page-style.js';

/** The page of indicators: whose figures they are, then each with its pictures and its table. Nothing in it runs. */
export function indicatorsPage(view: IndicatorsView): string {
  const { indicators, definitions, provenance, lang, t } = view;
  const { minimum, unread, groups } = indicators;
  const body = html`<main>
      <header class="top">
        <h1>${t('indicators.title')}</h1>
        <p>${t('indicators.minimum', { ...minimum })}</p>
        ${unread === 0 ? nothing : html`<p>${t('indicators.unread', { count: unread })}</p>`}
      </header>
      <section aria-labelledby="coverage-title">
        <h2 id="coverage-title">${t('indicators.coverage')}</h2>
        <ul>
          ${groups.map((group) => html`<li>${groupText(group, view)}${t('indicators.colon')}${coverageText(group, t)}</li>`)}
        </ul>
      </section>
      <section aria-labelledby="grades-title">
        <h2 id="grades-title">${t('index.grades')}</h2>
        <div class="small">${gradeCharts(view)}</div>
        ${gradeTable(view)}
      </section>
      ${definitions.indicators.map((definition) => indicatorSection(definition, view))}
    </main>
    ${madeBy(provenance, t)}`;
  return page({ lang, title: t('indicators.title'), style: indicatorsStyle, body });
}

/** What is wider than the screen is moved by itself. */
export function table(name: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function gradeTable(view: IndicatorsView): Markup {
  const { groups } = view.indicators;
  const grades = Object.keys(groups[0]?.grades ?? {});
  return table(
    view.t('index.grades'),
    [view.t('column.group'), ...grades],
    groups.map(
      (group) =>
        html`<tr>
          <th scope="row">${groupText(group, view)}</th>
          ${Object.values(group.grades).map((count) => html`<td class="number">${count}</td>`)}
        </tr>`,
    ),
  );
}

function indicatorSection(definition: IndicatorDefinition, view: IndicatorsView): Markup {
  const { id, title, note } = definition;
  const own = view.indicators.groups.flatMap((group) =>
    [...figuresOf(group, view)]
      .filter(({ figure }) => figure.id === id)
      .map(({ figure }) => ({ group, figure })),
  );
  return html`<section aria-labelledby="i-${id}">
    <h2 id="i-${id}">${title[view.lang]}</h2>
    ${note === undefined ? nothing : html`<p class="note">${note[view.lang]}</p>`}
    <div class="small">${figureCharts(definition, view)}</div>
    ${definition.parts === undefined ? nothing : partTable(own, view)} ${figureTable(definition, own, view)}
  </section>`;
}

interface Told {
  group: IndicatorGroup;
  figure: IndicatorFigure;
}

function figureTable(definition: IndicatorDefinition, own: readonly Told[], view: IndicatorsView): Markup {
  const { t } = view;
  const value = (each: number) => valueText(definition, each);
  const far = ({ outliers }: IndicatorFigure) =>
    outliers.map((each) => `${inert(each.agency)} ${value(each.value)}`).join(t('pretty.list'));
  return table(
    definition.title[view.lang],
    [
      t('column.group'),
      t('indicators.value'),
      t('column.agencies'),
      t('column.median'),
      'P10–P90',
      t('indicators.yearBefore'),
      t('indicators.notIn'),
      t('indicators.far'),
    ],
    own.map(
      ({ group, figure }) =>
        html`<tr>
          <th scope="row">${groupText(group, view)}</th>
          <td class="number">${totalText(definition, figure, view)}</td>
          <td class="number">${figure.agencies}</td>
          <td class="number">${figure.spread === null ? '–' : value(figure.spread.median)}</td>
          <td class="number">
            ${figure.spread === null ? '–' : `${value(figure.spread.p10)}–${value(figure.spread.p90)}`}
          </td>
          <td>${changeText(definition, figure, view, 'indicators.changeShort')}</td>
          <td>${leftOutText(figure, t)}</td>
          <td>${far(figure)}</td>
        </tr>`,
    ),
  );
}

/** The parts in rows, the groups beside each other. */
function partTable(own: readonly Told[], view: IndicatorsView): Markup {
  const { t, indicators } = view;
  const all = own.flatMap(({ figure }) => figure.parts ?? []);
  const nameOf = partNames(view)(all);
  const cells = [...new Set(all.map(({ cell }) => cell))];
  const told = ({ figure }: Told, cell: string) => {
    const part = figure.parts?.find((each) => each.cell === cell);
    if (part === undefined || figure.agencies === 0) return '–';
    const share = partShare(part, indicators.minimum.cases);
    return share === null ? numberText(part.total) : `${numberText(part.total)} (${shareText(share)})`;
  };
  return table(
    t('column.part'),
    [t('column.part'), ...own.map(({ group }) => groupText(group, view))],
    cells.map(
      (cell) =>
        html`<tr>
          <th scope="row">${nameOf({ cell, total: 0, per: null, change: null })}</th>
          ${own.map((each) => html`<td class="number">${told(each, cell)}</td>`)}
        </tr>`,
    ),
  );
}
