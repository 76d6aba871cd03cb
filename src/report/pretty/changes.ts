import { changesLine, changesText, isQuiet, overallChanges } from '../findings/changes.js';
import { inert } from '../tables/layout.js';
import type { Context, Summary } from '../renderer.js';
import { painter } from './paint.js';
import { fieldList, hanging, type View } from './view.js';

/** The findings of the baseline that are no longer there. */
export function changed({ audit: { changes }, context, t, paint }: View): string[] {
  if (changes === undefined) return [];
  return (['resolved', 'notAssessable'] as const).flatMap((fate) => {
    const lines = changes[fate].flatMap(({ severity, title, rule, message }) => {
      const text = t('changes.finding', { severity: t(`severity.${severity}`), title, rule, message });
      return hanging('  ', inert(text), context.columns);
    });
    return lines.length === 0 ? [] : ['', paint.strong(t('changes.name') + t(`changes.${fate}`)), ...lines];
  });
}

/** What has become of the findings since the baseline: of all reports, and of each for which something has changed. */
export function changesSince(summaries: readonly Summary[], { t, columns, color }: Context): string[] {
  const overall = overallChanges(summaries);
  if (overall === null) return [];
  const paint = painter(color);
  const loud = summaries.flatMap(({ agency, name, changes }) =>
    changes === undefined || (changes.earlier !== null && isQuiet(changes.counts))
      ? []
      : [{ name: `${inert(agency ?? name)}  `, text: changesLine(changes, t) }],
  );
  const fields = [{ name: t('changes.all'), text: changesText(overall, t), style: paint.strong }, ...loud];
  return ['', t('changes.title'), ...fieldList(fields, 2, columns)];
}
