import type { Category } from '../../model/index.js';
import { assumptionText } from '../findings/assumed.js';
import { gapsOf } from '../findings/gaps.js';
import { changesLine } from '../findings/changes.js';
import { overlayText } from '../overlays.js';
import { percent } from '../percent.js';
import { tally } from '../office/review.js';
import { summarise } from '../office/summarise.js';
import { html, nothing, trusted, type Markup } from './markup.js';
import type { View } from './view.js';

/** A bar of 100; the style sheet must not be asked for widths, because the page forbids inline styles. */
function bar(score: number): Markup {
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8" rx="1" />
    <rect class="fill" width="${score}" height="8" rx="1" />
  </svg>`;
}

function grade({ audit, t }: View): Markup {
  const { grade: letter, score, coverage, verdict, verdictText } = audit;
  const assumed = assumptionText(audit, t);
  const share = percent(coverage.share);
  const { applicable, assessed } = coverage;
  return html`<div class="verdict">
    <div class="badge grade-${letter}"><span class="hidden">${t('html.grade')} </span>${letter}</div>
    <dl>
      <div>
        <dt>${t('html.score')}</dt>
        <dd>${score === null ? t('html.withheld') : t('html.points', { score })}</dd>
      </div>
      <div>
        <dt>${t('html.share')}</dt>
        <dd>${share} <small>${t('html.shareOf', { applicable, assessed })}</small></dd>
      </div>
      <div>
        <dt>${t('html.verdict')}</dt>
        <dd class="verdict-${verdict}">${verdictText}</dd>
      </div>
      ${
        assumed === null
          ? nothing
          : html`<div>
              <dt>${t('assumed.title')}</dt>
              <dd>${assumed}</dd>
            </div>`
      }
    </dl>
  </div>`;
}

function counts({ audit, t }: View): Markup {
  const { counts: counted, dismissed } = tally(audit);
  const items = (['error', 'warning', 'info'] as const).map((severity) => {
    const count = counted[severity];
    return html`<li class="${count === 0 ? 'none' : severity}">
      <b>${count}</b> ${t(`severity.${severity}`)}
    </li>`;
  });
  return html`<ul class="counts">
    ${items}${dismissed === 0 ? nothing : html`<li class="none"><b>${dismissed}</b> ${t('review.dismissed')}</li>`}
  </ul>`;
}

function subscores({ audit, t }: View): Markup {
  const scores = Object.entries(audit.subscores) as [Category, number][];
  if (scores.length === 0) return nothing;
  const rows = scores.map(
    ([category, score]) =>
      html`<tr>
        <th scope="row">${t(`category.${category}`)}</th>
        <td>${bar(score)}</td>
        <td class="figure">${score}</td>
      </tr>`,
  );
  return html`<table class="scores">
    <caption>
      ${t('html.subscores')}
    </caption>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function facts({ audit, context, t }: View): Markup {
  const { agency, source, layout } = audit;
  const { changes } = summarise(audit);
  const edition = context.forms.find(({ id }) => id === layout.id)?.name[context.lang];
  const status = t(`layout.${layout.status}`);
  const format = t(`format.${source.format}`);
  const items: [string, string][] = [
    [t('html.agency'), [t(`level.${agency.level}`), t(`kind.${agency.kind}`)].join(t('pretty.list'))],
    [t('html.form'), edition === undefined ? status : t('pretty.layoutValue', { name: edition, status })],
    [t('html.source'), t('pretty.source', { name: source.name, format })],
    ...(changes === undefined ? [] : [[t('changes.title'), changesLine(changes, t)] as [string, string]]),
  ];
  return html`<dl class="facts">
    ${items.map(
      ([name, text]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The agency and the year, as a heading of one line. */
export function titleOf({ audit, t }: View): string {
  const { agency, year } = audit;
  const name = agency.name ?? t('pretty.untitled');
  return t('html.title', { name, year: year === null ? t('pretty.noYear') : t('pretty.year', { year }) });
}

/** Who, what and how well: the top of the page. */
export function summary(view: View): Markup {
  const { audit, t } = view;
  const { agency, year } = audit;
  return html`<header class="top">
    <div class="who">
      <p class="kind">${t('html.kind')}</p>
      <h1>
        ${agency.name ?? t('pretty.untitled')}
        <span class="year">${year === null ? t('pretty.noYear') : t('pretty.year', { year })}</span>
      </h1>
      ${facts(view)} ${counts(view)}
    </div>
    <div class="score">${grade(view)} ${subscores(view)}</div>
  </header>`;
}

/** How the grade came about, each line leading to its problem. */
export function steps({ audit, t }: View): Markup {
  const items = audit.gradeSteps.map(({ finding, repair, text }) => {
    const first = finding ?? audit.findings.find(({ rootCause }) => rootCause === repair)?.id;
    const leads = first !== undefined && (finding !== undefined || repair !== undefined);
    return html`<li>${leads ? html`<a href="#${first}-brief">${text}</a>` : text}</li>`;
  });
  return html`<section id="steps" aria-labelledby="steps-title">
    <h2 id="steps-title">${t('html.steps')}</h2>
    <ol>
      ${items}
    </ol>
  </section>`;
}

/** What could not be assessed, by reason. */
export function gaps({ audit, t }: View): Markup {
  const items = gapsOf(audit).map(({ reason, count, rules }) => {
    const names = rules.map(({ rule, title }) => html`<li>${title} <code>${rule}</code></li>`);
    return html`<li>
      ${t('pretty.gapReason', { reason: t(`reason.${reason}`), count })}<br /><span class="where"
        >${t(`unlock.${reason}`)}</span
      >
      <ul>
        ${names}
      </ul>
    </li>`;
  });
  if (items.length === 0) return nothing;
  return html`<section id="gaps" aria-labelledby="gaps-title">
    <h2 id="gaps-title">${t('pretty.gaps', { count: audit.notAssessable.length })}</h2>
    <p>${t('pretty.gapsNote')}</p>
    <ul>
      ${items}
    </ul>
  </section>`;
}

/** What made the audit, and of what file. */
export function provenance({ audit, context, t }: View): Markup {
  const { tool, rules } = context.provenance;
  const overlays = overlayText(context.provenance, t);
  const made = t('html.provenance', {
    tool: `${tool.name} ${tool.version}`,
    count: rules.count,
    rules: rules.sha256.slice(0, 12),
  });
  return html`<footer>
    <p>${overlays === null ? made : `${made} ${t('overlays.name')}${overlays}`}</p>
    <p class="hash">SHA-256 ${trusted('<wbr>')}${audit.source.sha256}</p>
  </footer>`;
}
