import type { IndicatorDefinition, IndicatorFigure, IndicatorGroup } from '../../../model/index.js';
import { barChart, gradeChart } from '../../html/charts/bars.js';
import { spreadChart } from '../../html/charts/spreads.js';
import type { Markup } from '../../html/markup.js';
import { grades } from '../../office/league.js';
import {
  dimensionText,
  figuresOf,
  isShare,
  partNames,
  totalText,
  valueText,
  type IndicatorsView,
} from '../view.js';

/** Charts of one kind side by side; more groups have their figures in the table only. */
const multiples = 8;

/** Parts that have a colour of their own. */
const coloured = 7;

/** The years of one level, kind or agency above; all years by year. */
interface Series {
  name: string;
  groups: IndicatorGroup[];
}

export function seriesOf({ indicators: { groups, by }, t }: IndicatorsView): Series[] {
  const names = [...new Set(groups.map(({ group }) => group))];
  return names.slice(0, multiples).map((name) => ({
    name: by === 'year' ? t('indicators.all') : dimensionText(name, by, t),
    groups: groups.filter(({ group }) => group === name),
  }));
}

const yearOf = ({ year }: IndicatorGroup) => (year === null ? '–' : String(year));

/** How grades lie in each year. */
export function gradeCharts(view: IndicatorsView): Markup[] {
  return seriesOf(view).map(({ name, groups }) =>
    gradeChart(
      name,
      groups.map((group) => {
        const lengths = grades.map((grade) => group.grades[grade]);
        return { label: yearOf(group), lengths, text: String(lengths.reduce((sum, each) => sum + each, 0)) };
      }),
    ),
  );
}

/** An indicator over the years, and how the figures of single reports lie. */
export function figureCharts(definition: IndicatorDefinition, view: IndicatorsView): Markup[] {
  const all = seriesOf(view).map(({ name, groups }) => ({
    name: view.indicators.by === 'year' ? definition.title[view.lang] : name,
    years: groups.flatMap((group) =>
      [...figuresOf(group, view)]
        .filter(({ figure }) => figure.id === definition.id && figure.agencies > 0)
        .map(({ figure }) => ({ label: yearOf(group), figure })),
    ),
  }));
  const shown = all.filter(({ years }) => years.some(({ figure }) => figure.total > 0));
  if (definition.parts !== undefined) return shown.map((series) => partChart(series, view));
  const most = isShare(definition)
    ? 1
    : Math.max(0, ...shown.flatMap(({ years }) => years.map(({ figure }) => figure.total)));
  return shown.flatMap(({ name, years }) => {
    const bars = years.filter(({ figure }) => !isShare(definition) || figure.share !== null);
    const spreads = years.flatMap(({ label, figure: { spread, outliers } }) =>
      spread === null ? [] : [{ label, ...spread, outliers: outliers.map(({ value }) => value) }],
    );
    return [
      ...(bars.length === 0
        ? []
        : [
            barChart({
              title: name,
              names: [definition.title[view.lang]],
              most,
              rows: bars.map(({ label, figure }) => ({
                label,
                lengths: [figure.share ?? figure.total],
                text: totalText(definition, figure, view),
              })),
            }),
          ]),
      ...(spreads.length === 0
        ? []
        : [
            spreadChart(view.t('indicators.spreadOf', { name }), spreads, (value) =>
              valueText(definition, value),
            ),
          ]),
    ];
  });
}

/** Parts one after the other in a bar a year; small ones stand together. */
function partChart(
  { name, years }: { name: string; years: { label: string; figure: IndicatorFigure }[] },
  view: IndicatorsView,
): Markup {
  const parts = years.flatMap(({ figure }) => figure.parts ?? []);
  const nameOf = partNames(view)(parts);
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(part.cell, (sums.get(part.cell) ?? 0) + part.total);
  const ranked = [...sums].filter(([, sum]) => sum > 0).sort(([, one], [, other]) => other - one);
  const own = ranked.slice(0, coloured).map(([cell]) => cell);
  const others = ranked.length > coloured;
  return barChart({
    title: name,
    names: [
      ...own.map((cell) => nameOf({ cell, total: 0, per: null, change: null })),
      ...(others ? [view.t('indicators.otherParts')] : []),
    ],
    filled: true,
    rows: years.map(({ label, figure }) => {
      const of = (cell: string) => figure.parts?.find((part) => part.cell === cell)?.total ?? 0;
      const lengths = own.map(of);
      const rest = figure.total - lengths.reduce((sum, each) => sum + each, 0);
      return { label, lengths: others ? [...lengths, rest] : lengths, text: String(figure.total) };
    }),
  });
}
