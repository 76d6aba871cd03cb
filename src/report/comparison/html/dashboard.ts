import { agencyKinds, agencyLevels, submissionStates, type ComparedReport } from '../../../model/index.js';
import { changesText } from '../../findings/changes.js';
import { bar, choice, madeBy } from '../../html/list/list.js';
import { dataBlock, html, nothing, trusted, type Markup } from '../../html/markup.js';
import { page } from '../../html/page.js';
import { inert } from '../../tables/layout.js';
import type { Translate } from '../../translate.js';
import { gradeText, nameOf, rulesDiffer, type ComparisonView } from '../view.js';
import { sortedReports } from '../sorted.js';
import { dashboardData, detailBlocks } from './dashboard-data.js';
import { dashboardScript } from './dashboard-script.js';
import { dashboardStyle } from './dashboard-style.js';

/** The page of several submissions: what has become of each report, in one file that needs nothing but itself. */
export function dashboard(view: ComparisonView): string {
  const { comparison, provenance, lang, t } = view;
  const { submissions, changes } = comparison;
  const reports = sortedReports(comparison);
  const given = submissions.map(
    ({ name, audits, unread }) =>
      html`<li>${t('submissions.givenShort', { name: inert(name), audits, unread })}</li>`,
  );
  const blocks = [...detailBlocks(view, reports)].map((text, number) =>
    trusted(`<script type="text/plain" id="details:${number}">${text}</script>\n`),
  );
  const body = html`<main>
      <header class="top">
        <h1>${t('submissions.title')}</h1>
        <ol class="given">
          ${given}
        </ol>
        ${rulesDiffer(view) ? html`<p>${t('submissions.rulesDiffer')}</p>` : nothing}
        <p>${t('changes.all')}${changesText(changes, t)}</p>
      </header>
      <section aria-labelledby="states-title">
        <h2 id="states-title">${t('submissions.states')}</h2>
        <ul class="bars" id="states">
          ${stateBars(view)}
        </ul>
      </section>
      <section id="detail" aria-labelledby="detail-title" hidden></section>
      <section aria-labelledby="list-title">
        <h2 id="list-title">${t('submissions.reports')}</h2>
        ${tools(reports, t)} ${table(reports, t)}
      </section>
    </main>
    ${madeBy(provenance, t)} ${dataBlock('data', dashboardData(view, reports))} ${blocks}`;
  return page({ lang, title: t('submissions.title'), style: dashboardStyle, script: dashboardScript, body });
}

function stateBars({ comparison: { states }, t }: ComparisonView): Markup[] {
  const most = Math.max(...Object.values(states));
  return submissionStates.map((state, index) =>
    bar(html`<b class="state-${state}">${t(`submission.${state}`)}</b>`, 'state', index, states[state], most),
  );
}

/** Only what some report has is offered. */
function tools(reports: readonly ComparedReport[], t: Translate): Markup {
  const present = <Value extends string>(
    all: readonly Value[],
    of: (report: ComparedReport) => Value,
    text: (value: Value) => string,
  ) => {
    const found = new Set(reports.map(of));
    return all.flatMap((each, index): [number, string][] => (found.has(each) ? [[index, text(each)]] : []));
  };
  const years = [...new Set(reports.flatMap(({ year }) => year ?? []))].sort();
  return html`<div class="tools" role="search">
    <label
      >${t('index.search')} <input type="search" id="text" placeholder="${t('submissions.searchHint')}"
    /></label>
    ${choice(
      'state',
      t('column.submissionState'),
      present(
        submissionStates,
        ({ state }) => state,
        (each) => t(`submission.${each}`),
      ),
      t,
    )}
    ${choice(
      'level',
      t('index.level'),
      present(
        agencyLevels,
        ({ level }) => level,
        (each) => t(`level.${each}`),
      ),
      t,
    )}
    ${choice(
      'kind',
      t('index.kind'),
      present(
        agencyKinds,
        ({ kind }) => kind,
        (each) => t(`kind.${each}`),
      ),
      t,
    )}
    ${choice(
      'year',
      t('summary.year'),
      years.map((year): [number, string] => [year, String(year)]),
      t,
    )}
    <label class="check"><input type="checkbox" id="unasked" /> ${t('submissions.onlyUnasked')}</label>
    <button type="button" id="reset">${t('index.reset')}</button>
    <span id="shown" role="status"></span>
  </div>`;
}

/** The columns by the number of the row's field that they are sorted by. */
function columns(t: Translate): { name: string; text: string; field: number }[] {
  return [
    { name: 'agency', text: t('summary.agency'), field: 0 },
    { name: 'year', text: t('summary.year'), field: 1 },
    { name: 'level', text: t('index.level'), field: 2 },
    { name: 'state', text: t('column.submissionState'), field: 4 },
    { name: 'graded', text: t('column.before'), field: 5 },
    { name: 'graded', text: t('column.after'), field: 6 },
    { name: 'due', text: t('column.due'), field: 14 },
    { name: 'resolved', text: t('changes.resolved'), field: 10 },
    { name: 'unchanged', text: t('changes.unchanged'), field: 9 },
    { name: 'changed', text: t('changes.changed'), field: 8 },
    { name: 'new', text: t('changes.new'), field: 7 },
    { name: 'open', text: t('changes.notAssessable'), field: 11 },
    { name: 'cells', text: t('submissions.cellsShort'), field: 12 },
  ];
}

function table(reports: readonly ComparedReport[], t: Translate): Markup {
  const heads = columns(t).map(
    ({ name, text, field }) =>
      html`<th scope="col" class="${name}">
        <button type="button" data-sort="${field}">${text}</button>
      </th>`,
  );
  return html`<div class="window" id="window" tabindex="0" role="group" aria-labelledby="list-title">
      <table>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody id="rows"></tbody>
      </table>
    </div>
    <noscript
      ><ul>
        ${reports.map(
          (report) =>
            html`<li>
              ${nameOf(report)} ${report.year ?? ''} ${gradeText(report.history.at(-1))}
              ${t(`submission.${report.state}`)}
            </li>`,
        )}
      </ul></noscript
    >`;
}
