import { changesLine, changesText, isQuiet, overallChanges } from '../findings/changes.js';
import { inert } from '../tables/layout.js';
import type { Summary } from '../renderer.js';
import type { Translate } from '../translate.js';
import { html, nothing, type Markup } from './markup.js';
import type { View } from './view.js';

/** The findings of the baseline that are no longer there. */
export function goneFindings({ audit: { changes }, t }: View): Markup {
  if (changes === undefined || changes.resolved.length + changes.notAssessable.length === 0) return nothing;
  const items = (['resolved', 'notAssessable'] as const).flatMap((fate) =>
    changes[fate].map(
      ({ severity, title, rule, message }) =>
        html`<li>
          <b>${t(`changes.${fate}`)}</b> ${t('changes.finding', {
            severity: t(`severity.${severity}`),
            title,
            rule,
            message,
          })}
        </li>`,
    ),
  );
  return html`<section aria-labelledby="changes-title">
    <h2 id="changes-title">${t('changes.title')}</h2>
    <ul>
      ${items}
    </ul>
  </section>`;
}

/** What has become of the findings since the baseline: of all reports, and of each for which something has changed. */
export function changesSince(summaries: readonly Summary[], t: Translate): Markup {
  const overall = overallChanges(summaries);
  if (overall === null) return nothing;
  const items = summaries.flatMap(({ agency, name, changes }) =>
    changes === undefined || (changes.earlier !== null && isQuiet(changes.counts))
      ? []
      : [html`<li><b>${inert(agency ?? name)}</b> ${changesLine(changes, t)}</li>`],
  );
  return html`<section aria-labelledby="changes-title">
    <h2 id="changes-title">${t('changes.title')}</h2>
    <p>${t('changes.all')}${changesText(overall, t)}</p>
    <ul>
      ${items}
    </ul>
  </section>`;
}
