import type { AuditReading, CellAddress, KnownFinding } from '../../../model/index.js';
import { saidText } from '../../comparison/view.js';
import { gradeChart } from '../../html/charts/bars.js';
import { madeBy } from '../../html/list/list.js';
import { html, nothing, type Markup } from '../../html/markup.js';
import { page } from '../../html/page.js';
import { cellLabels } from '../../labels.js';
import { grades } from '../../office/league.js';
import { relativeAddress } from '../../relative-address.js';
import { inert } from '../../tables/layout.js';
import { numberText, type IndicatorsView } from '../view.js';
import { figureCharts } from './charts.js';
import { table } from './page.js';
import { indicatorsStyle } from './page-style.js';

/** An agency with its reports, by year. */
export interface Series {
  agency: string;
  audits: readonly AuditReading[];
}

const yearOf = ({ year }: AuditReading) => (year === null ? '–' : String(year));

/** An agency through the years: grades, findings, indicators and all totals. `view` holds the indicators of the agency alone. */
export function agencyPage({ agency, audits }: Series, view: IndicatorsView): string {
  const { provenance, lang, t } = view;
  const title = t('agency.title', { agency: inert(agency) });
  const body = html`<main>
      <header class="top"><h1>${title}</h1></header>
      <section aria-labelledby="years-title">
        <h2 id="years-title">${t('agency.years')}</h2>
        ${yearTable(audits, view)}
      </section>
      <section aria-labelledby="series-title">
        <h2 id="series-title">${t('agency.series')}</h2>
        <div class="small">${multiples(view)}</div>
        <p class="note">${t('agency.seriesNote')}</p>
        ${totalsTable(audits, view)}
      </section>
      <section aria-labelledby="findings-title">
        <h2 id="findings-title">${t('agency.findings')}</h2>
        ${[...audits].reverse().map((audit) => findingsOf(audit, view))}
      </section>
    </main>
    ${madeBy(provenance, t)}`;
  return page({ lang, title, style: indicatorsStyle, body });
}

function yearTable(audits: readonly AuditReading[], { t }: IndicatorsView): Markup {
  const count = ({ findings }: AuditReading, severity: KnownFinding['severity']) =>
    findings.filter((each) => each.severity === severity && !each.dismissed).length;
  return table(
    t('agency.years'),
    [
      t('summary.year'),
      t('column.grade'),
      t('column.score'),
      t('severity.error'),
      t('severity.warning'),
      t('severity.info'),
      t('category.continuity'),
    ],
    audits.map(
      (audit) =>
        html`<tr>
          <th scope="row">${yearOf(audit)}</th>
          <td>${audit.grade}</td>
          <td class="number">${audit.score ?? '–'}</td>
          ${(['error', 'warning', 'info'] as const).map((severity) => html`<td class="number">${count(audit, severity)}</td>`)}
          <td class="number">${audit.findings.filter(({ category }) => category === 'continuity').length}</td>
        </tr>`,
    ),
  );
}

/** Each indicator over the years, small and side by side; those that are none throughout are left to the table. */
function multiples(view: IndicatorsView): Markup[] {
  return view.definitions.indicators.flatMap((definition) => figureCharts(definition, view));
}

/** Totals of the tables: all of Table 2, and the last column of the others. */
function totalsTable(audits: readonly AuditReading[], { forms, t }: IndicatorsView): Markup {
  const addresses = [...new Set(audits.flatMap(({ cells }) => Object.keys(cells ?? {})))];
  const totals = addresses.filter((address) => address.startsWith('t2.') || address.endsWith('.total'));
  const labelOf = cellLabels(forms, audits.at(-1)?.layout ?? null, t);
  const value = (audit: AuditReading, address: CellAddress): Markup => {
    const cell = audit.cells?.[address];
    if (cell === undefined) return html`<td class="number">–</td>`;
    const wrong = audit.findings.some(
      ({ severity, suspect, dismissed, cells }) =>
        severity === 'error' && suspect === 'report' && !dismissed && cells.includes(address),
    );
    const text = cell.state === 'number' && cell.value !== null ? numberText(cell.value) : saidText(cell, t);
    return wrong ? html`<td class="number wrong">! ${text}</td>` : html`<td class="number">${text}</td>`;
  };
  return table(
    t('agency.series'),
    [t('column.cell'), ...audits.map(yearOf)],
    totals.map(
      (address) =>
        html`<tr>
          <th scope="row">${labelOf(address)}</th>
          ${audits.map((audit) => value(audit, address))}
        </tr>`,
    ),
  );
}

/** The findings of a year, those about other years first. */
function findingsOf(audit: AuditReading, { t }: IndicatorsView): Markup {
  const isBetween = ({ category }: KnownFinding) => category === 'continuity';
  const standing = audit.findings.filter(({ dismissed }) => !dismissed);
  const items = [...standing.filter(isBetween), ...standing.filter((each) => !isBetween(each))].map(
    (finding) =>
      html`<li class="${finding.severity}">
        ${isBetween(finding) ? html`<span class="between">${t('category.continuity')}</span> ` : nothing}<b
          >${t(`severity.${finding.severity}`)} ${inert(finding.title)}</b
        >
        <code>${finding.rule}</code>
        <div>${inert(finding.message)}</div>
      </li>`,
  );
  return html`<h3>${yearOf(audit)}</h3>
    ${
      items.length === 0
        ? html`<p>${t('agency.none')}</p>`
        : html`<ul class="found">
            ${items}
          </ul>`
    }`;
}

/** The agencies with their grades by year, each leading to its page. */
export function agencyIndex(all: readonly (Series & { page: string })[], view: IndicatorsView): string {
  const { provenance, lang, t } = view;
  const years = [...new Set(all.flatMap(({ audits }) => audits.flatMap(({ year }) => year ?? [])))].sort();
  const rows = all.map(({ agency, audits, page: address }) => {
    const marks = years.map((year) =>
      audits
        .filter((each) => each.year === year)
        .map(({ grade }) => grade)
        .join(' '),
    );
    return html`<tr>
      <th scope="row"><a href="${relativeAddress(address)}">${inert(agency)}</a></th>
      ${marks.map((mark) => html`<td>${mark === '' ? '–' : mark}</td>`)}
    </tr>`;
  });
  const counted = years.map((year) => {
    const lengths = grades.map(
      (grade) =>
        all.filter(({ audits }) => audits.some((each) => each.year === year && each.grade === grade)).length,
    );
    return { label: String(year), lengths, text: String(lengths.reduce((sum, each) => sum + each, 0)) };
  });
  const title = t('agency.list');
  const body = html`<main>
      <header class="top"><h1>${title}</h1></header>
      <section>
        ${gradeChart(t('index.gradesByYear'), counted)}
        ${table(title, [t('summary.agency'), ...years.map(String)], rows)}
      </section>
    </main>
    ${madeBy(provenance, t)}`;
  return page({ lang, title, style: indicatorsStyle, body });
}
