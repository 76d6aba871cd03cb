import type { IndicatorDefinition, IndicatorFigure, IndicatorGroup } from '../../model/index.js';
import { hanging } from '../pretty/view.js';
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
} from './view.js';

const columns = 80;

/** Outliers that are named. */
const named = 5;

/** For people: group by group, each indicator in a line or some. */
export function indicatorsText(view: IndicatorsView): string {
  const { indicators, t } = view;
  const { minimum, unread, groups } = indicators;
  const lines = [
    ...hanging('', t('indicators.minimum', { ...minimum }), columns),
    ...(unread === 0 ? [] : hanging('', t('indicators.unread', { count: unread }), columns)),
    ...groups.flatMap((group) => groupLines(group, view)),
  ];
  return `${lines.join('\n')}\n`;
}

function groupLines(group: IndicatorGroup, view: IndicatorsView): string[] {
  return [
    '',
    ...hanging('', t2(groupText(group, view), coverageText(group, view.t), view), columns),
    ...[...figuresOf(group, view)].flatMap(({ definition, figure }) => figureLines(definition, figure, view)),
  ];
}

const t2 = (name: string, text: string, { t }: IndicatorsView) => t('indicators.heading', { name, text });

function figureLines(
  definition: IndicatorDefinition,
  figure: IndicatorFigure,
  view: IndicatorsView,
): string[] {
  const { lang, t } = view;
  const { spread, outliers } = figure;
  const told = (value: number) => valueText(definition, value);
  const notes = [
    ...(spread === null
      ? []
      : [
          t('indicators.spread', {
            median: told(spread.median),
            p10: told(spread.p10),
            p90: told(spread.p90),
            reports: spread.reports,
          }),
        ]),
    changeText(definition, figure, view),
    leftOutText(figure, t),
  ].filter((text) => text !== '');
  const far = outliers.slice(0, named).map(({ agency, value }) => `${agency} ${told(value)}`);
  const more = outliers.length > named ? [t('pretty.others', { count: outliers.length - named })] : [];
  return [
    ...hanging(
      '  ',
      t('indicators.figure', { title: definition.title[lang], total: totalText(definition, figure, view) }),
      columns,
    ),
    ...notes.flatMap((text) => hanging('    ', text, columns)),
    ...(far.length === 0
      ? []
      : hanging('    ', t('indicators.outliers') + [...far, ...more].join(t('pretty.list')), columns)),
    ...partLines(figure, view),
  ];
}

function partLines({ parts }: IndicatorFigure, view: IndicatorsView): string[] {
  if (parts === null) return [];
  const { definitions, indicators, t } = view;
  const nameOf = partNames(view)(parts);
  return parts
    .filter(({ total }) => total > 0)
    .slice(0, definitions.top)
    .flatMap((part) => {
      const share = partShare(part, indicators.minimum.cases);
      const { change } = part;
      const text = [
        `${nameOf(part)} ${numberText(part.total)}`,
        ...(share === null ? [] : [shareText(share)]),
        ...(change === null
          ? []
          : [t('indicators.partChange', { before: numberText(change.before), now: numberText(change.now) })]),
      ].join('  ');
      return hanging('    ', text, columns);
    });
}
