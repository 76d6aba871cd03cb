import { agencyKinds, agencyLevels, categories, sharedFolder } from '../../../model/index.js';
import { attendanceLines } from '../../office/attendance.js';
import { failureGroups } from '../../failure.js';
import { inert } from '../../tables/layout.js';
import { byRank, frequentRules, gradeCounts, grades } from '../../office/league.js';
import type { Context, Failure, Part, Summary } from '../../renderer.js';
import { relativeAddress } from '../../relative-address.js';
import type { Translate } from '../../translate.js';
import { changesSince } from '../changes.js';
import { indexScript } from './index-script.js';
import { indexStyle } from './index-style.js';
import { gradeChart } from '../charts/bars.js';
import { bar, choice, madeBy } from '../list/list.js';
import { dataBlock, html, nothing, type Markup } from '../markup.js';
import { page } from '../page.js';

/** Bars of the most frequent findings. */
const frequent = 10;

type Entry = Extract<Part, { kind: 'audit' }>;

/**
 * The rows as the script reads them, in the order of the ranking: agency, file, address, year, grade, score, share, errors, warnings, infos,
 * level, kind, rules. Grades, levels, kinds and rules are numbers of the lists beside.
 */
function dataOf(entries: readonly Entry[], folder: string, t: Translate) {
  const rules = frequentRules(entries.map(({ summary }) => summary));
  const numberOf = new Map(rules.map(({ rule }, index) => [rule, index]));
  return {
    grades,
    levels: agencyLevels.map((level) => t(`level.${level}`)),
    kinds: agencyKinds.map((kind) => t(`kind.${kind}`)),
    categories: categories.map((category) => t(`category.${category}`)),
    rules: rules.map(({ rule, title, category }) => [
      inert(rule),
      inert(title),
      categories.indexOf(category),
    ]),
    words: { untitled: t('pretty.untitled'), shown: t('index.shown') },
    rows: entries.map(({ summary, document }) => {
      const { agency, name, year, grade, score, share, counts, level, kind } = summary;
      return [
        agency === null ? null : inert(agency),
        inert(name.slice(folder.length)),
        document === undefined ? null : relativeAddress(document),
        year,
        grades.indexOf(grade),
        score,
        Math.floor(share * 100),
        counts.error,
        counts.warning,
        counts.info,
        agencyLevels.indexOf(level),
        agencyKinds.indexOf(kind),
        summary.rules.map(({ rule }) => numberOf.get(rule)),
      ];
    }),
  };
}

function charts(summaries: readonly Summary[], t: Translate): Markup {
  const counts = gradeCounts(summaries);
  const mostOfGrade = Math.max(...counts.map(({ count }) => count));
  const rules = frequentRules(summaries).slice(0, frequent);
  const gradeBars = counts.map(({ grade, count }, index) =>
    bar(html`<b class="grade-${grade}">${grade}</b>`, 'grade', index, count, mostOfGrade),
  );
  const ruleBars = rules.map(({ title, count }, index) =>
    bar(html`${title}`, 'rule', index, count, rules[0]?.count ?? 0),
  );
  return html`<div class="charts">
    <section aria-labelledby="grades-title">
      <h2 id="grades-title">${t('index.grades')}</h2>
      <ul class="bars" id="grades">
        ${gradeBars}
      </ul>
    </section>
    <section aria-labelledby="frequent-title">
      <h2 id="frequent-title">
        ${t('index.frequent')} <small class="tools">${t('index.frequentNote')}</small>
      </h2>
      ${
        ruleBars.length === 0
          ? html`<p>${t('pretty.clean')}</p>`
          : html`<ul class="bars" id="rules">
              ${ruleBars}
            </ul>`
      }
    </section>
  </div>`;
}

/** Where the reports are of several years, how grades lie in each: as a picture and as a table. */
function gradesByYear(summaries: readonly Summary[], t: Translate): Markup {
  const years = [...new Set(summaries.flatMap(({ year }) => year ?? []))].sort();
  if (years.length < 2) return nothing;
  const rows = years.map((year) => {
    const own = summaries.filter((each) => each.year === year);
    return {
      year: String(year),
      counts: grades.map((grade) => own.filter((each) => each.grade === grade).length),
    };
  });
  const all = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
  return html`<section aria-labelledby="years-title" class="years">
    <h2 id="years-title">${t('index.gradesByYear')}</h2>
    <div class="small">
      ${gradeChart(
        t('index.gradesByYear'),
        rows.map(({ year, counts }) => ({ label: year, lengths: counts, text: String(all(counts)) })),
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">${t('summary.year')}</th>
            ${grades.map((grade) => html`<th scope="col">${grade}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ year, counts }) =>
              html`<tr>
                <th scope="row">${year}</th>
                ${counts.map((count) => html`<td>${count}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Only what some report has is offered. */
function tools(summaries: readonly Summary[], t: Translate): Markup {
  const present = <T>(all: readonly T[], has: (each: T) => boolean, text: (each: T) => string) =>
    all.flatMap((each, index): [number, string][] => (has(each) ? [[index, text(each)]] : []));
  return html`<div class="tools" role="search">
    <label
      >${t('index.search')} <input type="search" id="text" placeholder="${t('index.searchHint')}"
    /></label>
    ${choice(
      'grade',
      t('index.grade'),
      present(
        grades,
        (each) => summaries.some(({ grade }) => grade === each),
        (each) => each,
      ),
      t,
    )}
    ${choice(
      'level',
      t('index.level'),
      present(
        agencyLevels,
        (each) => summaries.some(({ level }) => level === each),
        (each) => t(`level.${each}`),
      ),
      t,
    )}
    ${choice(
      'kind',
      t('index.kind'),
      present(
        agencyKinds,
        (each) => summaries.some(({ kind }) => kind === each),
        (each) => t(`kind.${each}`),
      ),
      t,
    )}
    ${choice(
      'category',
      t('index.category'),
      present(
        categories,
        (each) => summaries.some(({ rules }) => rules.some(({ category }) => category === each)),
        (each) => t(`category.${each}`),
      ),
      t,
    )}
    <button type="button" id="reset">${t('index.reset')}</button>
    <span id="shown" role="status"></span>
  </div>`;
}

/** The columns by the number of the row's field that they are sorted by; `null`: the ranking itself. */
function columns(t: Translate): { name: string; text: string; field: number | null }[] {
  return [
    { name: 'rank', text: t('index.rank'), field: null },
    { name: 'grade', text: t('summary.grade'), field: 4 },
    { name: 'points', text: t('summary.score'), field: 5 },
    { name: 'agency', text: t('summary.agency'), field: 0 },
    { name: 'level', text: t('index.level'), field: 10 },
    { name: 'year', text: t('summary.year'), field: 3 },
    { name: 'share', text: t('summary.share'), field: 6 },
    { name: 'error', text: t('severity.error'), field: 7 },
    { name: 'warning', text: t('severity.warning'), field: 8 },
    { name: 'info', text: t('severity.info'), field: 9 },
    { name: 'file', text: t('summary.file'), field: 1 },
  ];
}

function table(t: Translate): Markup {
  const heads = columns(t).map(
    ({ name, text, field }) =>
      html`<th scope="col" class="${name}">
        <button type="button" data-sort="${field ?? ''}">${text}</button>
      </th>`,
  );
  return html`<div class="window" id="window" tabindex="0" role="group" aria-labelledby="league-title">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody id="rows"></tbody>
    </table>
    <noscript><p>${t('index.noScript')}</p></noscript>
  </div>`;
}

function failureTable(title: string, failures: readonly Failure[], t: Translate): Markup {
  const rows = failures.map(
    ({ name, reason, remedy, place, details }) =>
      html`<tr>
        <td>${name}</td>
        <td>${reason} ${place ?? ''} ${details.map((detail) => html`<br />${detail}`)}</td>
        <td>${remedy}</td>
      </tr>`,
  );
  return html`<section>
    <h2>${title}</h2>
    <table class="failures">
      <thead>
        <tr>
          <th scope="col">${t('summary.file')}</th>
          <th scope="col">${t('index.reason')}</th>
          <th scope="col">${t('index.remedy')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}

/** Who on the roster has not reported, who has twice, and who is not on it. */
function rosterSection(attendance: Context['attendance'], t: Translate): Markup {
  if (attendance == null) return nothing;
  const lines = attendanceLines(attendance, t).map(
    ({ heading, items }) =>
      html`<details open>
        <summary>${heading}</summary>
        <ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>
      </details>`,
  );
  return html`<section aria-labelledby="roster-title">
    <h2 id="roster-title">${t('attendance.title', { count: attendance.agencies })}</h2>
    ${lines.length === 0 ? html`<p>${t('attendance.complete')}</p>` : lines}
  </section>`;
}

/** The league table of many audits, with what they have in common. */
export function indexPage(parts: readonly Part[], { lang, t, provenance, attendance }: Context): string {
  const entries = parts
    .filter((part) => part.kind === 'audit')
    .sort((one, other) => byRank(one.summary, other.summary));
  const failures = parts.flatMap((part) => (part.kind === 'failure' ? [part.failure] : []));
  const summaries = entries.map(({ summary }) => summary);
  const folder = sharedFolder(summaries.map(({ name }) => name));
  const scores = summaries.flatMap(({ score }) => score ?? []);
  const mean = Math.round((10 * scores.reduce((sum, each) => sum + each, 0)) / scores.length) / 10;
  const count = summaries.length;
  const body = html`<main>
      <header class="top">
        <h1>${t('index.title')}</h1>
        <p>
          ${folder === '' ? t('index.count', { count }) : t('index.countIn', { count, folder })}
          ${scores.length === 0 ? nothing : html`<span>${t('index.mean', { mean })}</span>`}
        </p>
      </header>
      ${charts(summaries, t)} ${gradesByYear(summaries, t)} ${changesSince(summaries, t)}
      <section aria-labelledby="league-title">
        <h2 id="league-title">${t('index.league')}</h2>
        ${tools(summaries, t)} ${table(t)}
      </section>
      ${rosterSection(attendance, t)}
      ${failureGroups(failures, t).map((group) => failureTable(group.title, group.failures, t))}
    </main>
    ${madeBy(provenance, t)} ${dataBlock('data', dataOf(entries, folder, t))}`;
  return page({ lang, title: t('index.title'), style: indexStyle, script: indexScript, body });
}
