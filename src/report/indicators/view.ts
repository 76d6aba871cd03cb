import type {
  FormEdition,
  Grouping,
  IndicatorDefinition,
  IndicatorDefinitions,
  IndicatorFigure,
  IndicatorGroup,
  IndicatorPart,
  Indicators,
  Lang,
} from '../../model/index.js';
import { leftOutReasons } from '../../model/index.js';
import { cellNames, type CellName } from '../labels.js';
import type { Provenance } from '../renderer.js';
import { inert } from '../tables/layout.js';
import type { MessageKey, Translate } from '../translate.js';

/** What every document about indicators is made of. */
export interface IndicatorsView {
  indicators: Indicators;
  definitions: IndicatorDefinitions;
  forms: readonly FormEdition[];
  provenance: Provenance;
  lang: Lang;
  t: Translate;
}

/** 2023 · 县级 */
export function groupText(
  { year, group }: IndicatorGroup,
  { indicators: { by }, t }: IndicatorsView,
): string {
  const yearText = year === null ? t('pretty.noYear') : t('pretty.year', { year });
  return by === 'year' ? yearText : `${yearText} · ${dimensionText(group, by, t)}`;
}

/** A level, a kind, or the agency above, in words. */
export function dimensionText(group: string | null, by: Grouping, t: Translate): string {
  if (group === null) return t('indicators.noParent');
  return by === 'level' || by === 'kind' ? t(`${by}.${group}` as MessageKey) : inert(group);
}

const rounded = (value: number, digits: number) => String(Math.round(value * 10 ** digits) / 10 ** digits);

/** A number for people: as many digits as it needs, two at most. */
export const numberText = (value: number): string => rounded(value, 2);

export const shareText = (share: number): string => `${rounded(100 * share, 1)}%`;

export const isShare = ({ per }: Pick<IndicatorDefinition, 'per'>): boolean => per !== undefined;

/** A figure of a single report, or a median, as its indicator is told. */
export const valueText = (definition: IndicatorDefinition, value: number): string =>
  isShare(definition) ? shareText(value) : numberText(value);

/** `56.1%（123／220）`, or the counts alone where they are too few; `1234 件`. */
export function totalText(
  definition: IndicatorDefinition,
  { total, per, share, agencies }: Pick<IndicatorFigure, 'total' | 'per' | 'share' | 'agencies'>,
  { lang, t }: IndicatorsView,
): string {
  if (agencies === 0) return '–';
  if (per === null) {
    const unit = definition.unit?.[lang];
    return unit === undefined
      ? numberText(total)
      : t('indicators.amount', { value: numberText(total), unit });
  }
  const counts = t('indicators.counts', { total: numberText(total), per: numberText(per) });
  return share === null ? counts : t('indicators.share', { share: shareText(share), counts });
}

/** What has changed in the agencies that have the figure in both years; empty where there are none. */
export function changeText(
  definition: IndicatorDefinition,
  { change }: IndicatorFigure,
  { indicators: { minimum }, t }: IndicatorsView,
  key: 'indicators.change' | 'indicators.changeShort' = 'indicators.change',
): string {
  if (change === null) return '';
  const { agencies, before, now } = change;
  const told = ({ total, per }: typeof now): string =>
    per === null
      ? numberText(total)
      : per < minimum.cases
        ? t('indicators.counts', { total: numberText(total), per: numberText(per) })
        : shareText(total / per);
  const growth =
    isShare(definition) || before.total === 0
      ? ''
      : t('indicators.growth', { growth: signed(now.total / before.total - 1) });
  return t(key, { before: told(before), now: told(now), growth, agencies });
}

const signed = (share: number) => (share > 0 ? `+${shareText(share)}` : shareText(share));

/** Why agencies have no part in a figure: `空白 2、未能识读 1`; empty where all have. */
export function leftOutText({ leftOut, disputed }: IndicatorFigure, t: Translate): string {
  return [
    ...leftOutReasons
      .filter((reason) => leftOut[reason] > 0)
      .map((reason) => t(`indicators.leftOut.${reason}`, { count: leftOut[reason] })),
    ...(disputed === 0 ? [] : [t('indicators.disputed', { count: disputed })]),
  ].join(t('pretty.list'));
}

export function coverageText({ coverage, mixed }: IndicatorGroup, t: Translate): string {
  const { agencies, ungraded, versions, missing } = coverage;
  return [
    t('indicators.agencies', { count: agencies }),
    ...(ungraded === 0 ? [] : [t('indicators.ungraded', { count: ungraded })]),
    ...(versions === 0 ? [] : [t('indicators.versions', { count: versions })]),
    ...(missing === null ? [] : [t('indicators.missing', { count: missing })]),
    ...(mixed ? [t('indicators.mixed')] : []),
  ].join(t('pretty.list'));
}

/** What parts are called: by their rows, or by their columns where these differ. */
export function partNames({
  forms,
  t,
}: IndicatorsView): (parts: readonly IndicatorPart[]) => (part: IndicatorPart) => string {
  const names = cellNames(forms, forms.at(-1)?.id ?? null, t);
  return (parts) => {
    const rows = new Set(parts.map(({ cell }) => names.get(cell)?.row));
    return ({ cell }) => nameIn(names.get(cell), rows.size > 1) ?? cell;
  };
}

const nameIn = (name: CellName | undefined, byRow: boolean) => (byRow ? name?.row : name?.column);

/** Each indicator with its definition. */
export function* figuresOf(
  { figures }: IndicatorGroup,
  { definitions }: IndicatorsView,
): Generator<{ definition: IndicatorDefinition; figure: IndicatorFigure }> {
  for (const figure of figures) {
    const definition = definitions.indicators.find(({ id }) => id === figure.id);
    if (definition !== undefined) yield { definition, figure };
  }
}

/** The share of a part, where there are enough cases. */
export function partShare({ total, per }: IndicatorPart, cases: number): number | null {
  return per === null || per < cases || per === 0 ? null : total / per;
}
