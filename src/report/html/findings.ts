import type { Finding, Repair } from '../../model/index.js';
import { cellLines } from '../tables/cell-lines.js';
import { causeTitle, worstOf, type Cause } from '../findings/causes.js';
import { comparisonOf, type Comparison, type ComparisonSide } from '../findings/comparison.js';
import { whereabouts } from '../labels.js';
import { signs } from '../tables/marks.js';
import { fateOf } from '../findings/changes.js';
import { reviewText } from '../office/review.js';
import { tellingCells, valueOf } from '../words.js';
import { html, joined, nothing, type Markup } from './markup.js';
import { toCell, type View } from './view.js';

/** Repairs named one by one before the rest is only counted. */
const listed = 6;

function sideMarkup(
  view: View,
  { terms, zeros, adds, stated, earlier, registered, value }: ComparisonSide,
): Markup {
  const { t } = view;
  const total = value === null ? t('state.unreadable.long') : String(value);
  const [only] = terms;
  if (only === undefined) {
    if (!stated && !earlier && registered !== true) return html`<b>${total}</b>`;
    const origin = t(stated ? 'html.stated' : earlier ? 'html.earlier' : 'register.head.register');
    return html`<span class="name">${origin}</span> <b>${total}</b>`;
  }
  const written = terms.map(({ cell, name }) =>
    toCell(view, cell, html`<span class="name">${name}</span> <b>${valueOf(view, cell)}</b>`),
  );
  if (terms.length === 1 && zeros === 0 && adds) return html`${written}`;
  const rest = zeros === 0 ? nothing : html` <span class="zeros">${t('html.zeros', { count: zeros })}</span>`;
  return adds
    ? html`${joined(written, ' + ')}${rest} = <b class="total">${total}</b>`
    : html`<b class="total">${total}</b> <span class="zeros">(${joined(written, ', ')})</span>`;
}

/** 表三 （一）予以公开: 自然人 41 + 商业企业 2 = 43 ≠ 总计 16 */
function comparisonMarkup(view: View, { shared, left, right, sign }: Comparison): Markup {
  const lead =
    shared === '' ? nothing : html`<span class="shared">${view.t('html.shared', { shared })}</span> `;
  return html`<p class="equation">
    ${lead}<span class="side">${sideMarkup(view, left)}</span> <span class="sign">${sign}</span>
    <span class="side">${sideMarkup(view, right)}</span>
  </p>`;
}

/** What is wrong and the numbers that show it; the page shows a copy of it beside each cell that takes part. */
export function brief(view: View, finding: Finding): Markup {
  const comparison = comparisonOf(finding, view.audit, view.names);
  return html`<p class="message">${finding.message}</p>
    ${comparison === null ? nothing : comparisonMarkup(view, comparison)}`;
}

function cellList(view: View, finding: Finding): Markup {
  const { audit, t, labelOf } = view;
  const cells = tellingCells(view, finding);
  if (cells.length === 0) return nothing;
  const item = (address: string): Markup => {
    const where = whereabouts(audit.cells[address]?.at ?? null, t);
    const place = where === '' ? nothing : html` <span class="where">${where}</span>`;
    return html`<li>${toCell(view, address, labelOf(address))} = ${valueOf(view, address)}${place}</li>`;
  };
  const { lines, more } = cellLines(view, cells);
  const all =
    more === 0 && lines.every(({ cell }) => cell !== null)
      ? nothing
      : html`<details>
          <summary>${t('html.allCells', { count: cells.length })}</summary>
          <ul>
            ${cells.map(item)}
          </ul>
        </details>`;
  return html`<div>
    <dt>${t('html.cells')}</dt>
    <dd>
      <ul>
        ${lines.map(({ text, cell }) => (cell === null ? html`<li>${text}</li>` : item(cell)))}
      </ul>
      ${all}
    </dd>
  </div>`;
}

function quoteList({ audit, t }: View, { quotes, claims }: Finding): Markup {
  const cited = audit.claims
    .filter(({ id }) => claims.includes(id))
    .map(({ id, quote, at }) => ({ quote, at, id }));
  const seen = new Set<string>();
  const all = [...cited, ...quotes.map((each) => ({ ...each, id: null }))].filter(
    ({ quote }) => !seen.has(quote) && seen.add(quote),
  );
  if (all.length === 0) return nothing;
  const items = all.map(({ quote, at, id }) => {
    const where = whereabouts(at, t);
    const place = where === '' ? nothing : html` <span class="where">${where}</span>`;
    const said = html`<q>${quote}</q>`;
    return html`<li>${id === null ? said : html`<a href="#claim-${id}">${said}</a>`}${place}</li>`;
  });
  return html`<div>
    <dt>${t('html.quote')}</dt>
    <dd>
      <ul>
        ${items}
      </ul>
    </dd>
  </div>`;
}

function findingBody(view: View, finding: Finding): Markup {
  const { t } = view;
  const { id, rule, cells, basis, fix, suspect, assuming } = finding;
  const note = view.context.ruleNotes[rule];
  const review = reviewText(finding, t);
  const fate = fateOf(view.audit, id);
  const line = (name: string, text: string, kind: string) =>
    html`<div class="${kind}">
      <dt>${name}</dt>
      <dd>${text}</dd>
    </div>`;
  return html`<div class="brief" id="${id}-brief" data-cells="${cells.join(' ')}">
      ${brief(view, finding)}
    </div>
    <dl class="fields">
      ${suspect === 'extraction' ? line(t('html.note'), t('pretty.extraction'), 'suspect') : nothing}
      ${
        assuming.length > 0
          ? line(t('html.note'), t('assumed.finding', { count: assuming.length }), 'assuming')
          : nothing
      }
      ${cellList(view, finding)} ${quoteList(view, finding)}
      ${line(t('html.basis'), t('pretty.basisValue', { document: basis.document, article: basis.article }), 'basis')}
      ${note === undefined ? nothing : line(t('html.ruleNote'), note, 'rule-note')}
      ${fix === null ? nothing : line(t('html.fix'), fix, 'fix')}
      ${fate === null ? nothing : line(t('changes.title'), t(`changes.${fate}`), 'change')}
      ${review === null ? nothing : line(t('html.review'), review, 'review')}
      ${line(t('html.fingerprint'), finding.fingerprint, 'fingerprint')}
    </dl>`;
}

function steps(view: View, { cells }: Repair): Markup {
  const { labelOf, t } = view;
  return joined(
    cells.map(
      ({ cell, from, to }) =>
        html`${toCell(view, cell, labelOf(cell))}
          <span class="change"
            ><del><span class="hidden">${t('html.was')} </span>${from ?? valueOf(view, cell)}</del> →
            <ins><span class="hidden">${t('html.becomes')} </span>${to}</ins></span
          >`,
    ),
    '<br>',
  );
}

function repairBox(view: View, repair: Repair): Markup {
  const { audit, t } = view;
  const others = audit.repairs.filter(({ alternativeTo }) => alternativeTo === repair.id);
  const alternatives = others.slice(0, listed).map((other) => html`<li>${steps(view, other)}</li>`);
  const more = others.length - alternatives.length;
  return html`<div class="repair" id="${repair.id}">
    <p class="steps"><b>${t(repair.unique ? 'html.repair' : 'html.oneRepair')}</b> ${steps(view, repair)}</p>
    <p class="why">${repair.why}</p>
    ${
      others.length === 0
        ? nothing
        : html`<p><b>${t('html.alternatives')}</b></p>
            <ul>
              ${alternatives}${more === 0 ? nothing : html`<li>${t('pretty.more', { count: more })}</li>`}
            </ul>`
    }
    ${repair.unique ? nothing : html`<p class="why">${t('pretty.notUnique')}</p>`}
  </div>`;
}

function causeBox(view: View, cause: Cause, number: number): Markup {
  const { t } = view;
  const { repair, findings } = cause;
  const severity = worstOf(findings);
  const [only] = findings;
  const single = findings.length === 1 && only !== undefined;
  const title = single ? only.title : causeTitle(cause, t);
  const rule = (each: Finding) => html`<code>${each.rule}</code>`;
  const parts = findings.map((each) =>
    single
      ? html`<div class="finding" id="${each.id}">${findingBody(view, each)}</div>`
      : html`<section class="finding" id="${each.id}" aria-labelledby="${each.id}-title">
          <h4 id="${each.id}-title">${each.title} ${rule(each)}</h4>
          ${findingBody(view, each)}
        </section>`,
  );
  return html`<article class="cause ${severity}" id="p${number}" aria-labelledby="p${number}-title">
    <h3 id="p${number}-title">
      <span class="number">${t('html.problem', { number })}</span>
      <span class="tag ${severity}"
        ><span aria-hidden="true">${signs[severity]}</span> ${t(`severity.${severity}`)}</span
      >
      <span class="title">${title}</span> ${single ? rule(only) : nothing}
    </h3>
    ${repair === null ? nothing : repairBox(view, repair)} ${parts}
  </article> `;
}

/** The findings by root cause. */
export function findings(view: View): Markup {
  const { t, causes } = view;
  const boxes = causes.map((cause, index) => causeBox(view, cause, index + 1));
  return html`<section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">${t('html.findings')}</h2>
    ${boxes.length === 0 ? html`<p class="clean">${t('pretty.clean')}</p>` : boxes}
  </section>`;
}
