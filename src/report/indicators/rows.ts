import { leftOutReasons, type IndicatorGroup } from '../../model/index.js';
import type { Value } from '../spreadsheet.js';
import type { ColumnWidth } from '../tables/rows.js';
import { dimensionText, figuresOf, partNames, type IndicatorsView } from './view.js';

export const figureColumns = [
  ['year', 7],
  ['group', 20],
  ['indicator', 28],
  ['part', 34],
  ['total', 11],
  ['per', 11],
  ['shareOf', 9],
  ['agencies', 9],
  ['disputed', 9],
  ['reports', 9],
  ['p10', 9],
  ['median', 9],
  ['p90', 9],
  ['sameAgencies', 9],
  ['totalBefore', 11],
  ['perBefore', 11],
  ['totalNow', 11],
  ['perNow', 11],
  ['notOnForm', 9],
  ['unread', 9],
  ['suspect', 9],
  ['blank', 9],
  ['versions', 9],
  ['id', 20],
  ['address', 28],
] as const satisfies readonly ColumnWidth[];

export const outlierColumns = [
  ['year', 7],
  ['group', 20],
  ['indicator', 28],
  ['agency', 32],
  ['value', 11],
  ['median', 9],
] as const satisfies readonly ColumnWidth[];

export const coverageColumns = [
  ['year', 7],
  ['group', 20],
  ['agencies', 9],
  ['ungraded', 9],
  ['versions', 9],
  ['missing', 9],
  ['gradeA', 7],
  ['gradeB', 7],
  ['gradeC', 7],
  ['gradeD', 7],
  ['gradeE', 7],
  ['gradeU', 7],
] as const satisfies readonly ColumnWidth[];

/** Finer than any use. */
const short = (value: number): number => Math.round(value * 1e4) / 1e4;

const lead = ({ year, group }: IndicatorGroup, { indicators: { by }, t }: IndicatorsView): Value[] => [
  year,
  by === 'year' ? null : dimensionText(group, by, t),
];

/** One row an indicator of a group, then one for each of its parts. */
export function figureRows(view: IndicatorsView): Value[][] {
  const { indicators, lang } = view;
  const namesOf = partNames(view);
  return indicators.groups.flatMap((group) =>
    [...figuresOf(group, view)].flatMap(({ definition, figure }) => {
      const { total, per, share, agencies, disputed, spread, change, leftOut, parts } = figure;
      const title = definition.title[lang];
      const nameOf = namesOf(parts ?? []);
      return [
        [
          ...lead(group, view),
          title,
          null,
          total,
          per,
          share === null ? null : short(share),
          agencies,
          disputed,
          ...(spread === null
            ? [null, null, null, null]
            : [spread.reports, ...[spread.p10, spread.median, spread.p90].map(short)]),
          ...(change === null
            ? [null, null, null, null, null]
            : [change.agencies, change.before.total, change.before.per, change.now.total, change.now.per]),
          ...leftOutReasons.map((reason) => leftOut[reason]),
          figure.id,
          null,
        ],
        ...(parts ?? []).map((part) => [
          ...lead(group, view),
          title,
          nameOf(part),
          part.total,
          part.per,
          part.per === null || part.per < indicators.minimum.cases ? null : short(part.total / part.per),
          agencies,
          ...Array<null>(5).fill(null),
          change?.agencies ?? null,
          part.change?.before ?? null,
          null,
          part.change?.now ?? null,
          null,
          ...Array<null>(5).fill(null),
          figure.id,
          part.cell,
        ]),
      ];
    }),
  );
}

export function outlierRows(view: IndicatorsView): Value[][] {
  return view.indicators.groups.flatMap((group) =>
    [...figuresOf(group, view)].flatMap(({ definition, figure }) =>
      figure.outliers.map(({ agency, value }) => [
        ...lead(group, view),
        definition.title[view.lang],
        agency,
        short(value),
        figure.spread === null ? null : short(figure.spread.median),
      ]),
    ),
  );
}

export function coverageRows(view: IndicatorsView): Value[][] {
  return view.indicators.groups.map((group) => {
    const { agencies, ungraded, versions, missing } = group.coverage;
    return [...lead(group, view), agencies, ungraded, versions, missing, ...Object.values(group.grades)];
  });
}
