import type { Claim } from '../../model/index.js';
import { whereabouts } from '../labels.js';
import { valueOf } from '../words.js';
import { html, joined, nothing, type Markup } from './markup.js';
import { toCell, type View } from './view.js';

const address = /^t\d+(\.[a-z][A-Za-z0-9]*)+$/;

/** The cells that a claim counts, when it counts nothing but cells of the tables. */
function cellsOf({ audit }: View, { measure }: Claim): string[] {
  const cells = measure?.split('+') ?? [];
  return cells.every((cell) => address.test(cell) && audit.cells[cell] !== undefined) ? cells : [];
}

/** The claim says exactly what the cells hold. Nothing is concluded where it does not: that is for the rules. */
function agrees(
  { audit }: View,
  { value, qualifier, year, scope, includes }: Claim,
  cells: readonly string[],
): boolean {
  if (cells.length === 0 || qualifier !== 'exact' || year !== null) return false;
  if (scope === 'region' || includes.length > 0) return false;
  const values = cells.map((cell) => audit.cells[cell]?.value ?? null);
  return (
    values.every((each) => each !== null) && values.reduce((sum, each) => sum + (each ?? 0), 0) === value
  );
}

/** The quote with the number marked, where it is written in digits that belong to no longer number. */
function quoteMarkup({ quote, value }: Claim): Markup {
  const digits = value === null ? '' : String(value);
  const partOfNumber = /[\d.,]/;
  for (let at = quote.indexOf(digits); digits !== '' && at >= 0; at = quote.indexOf(digits, at + 1)) {
    const [before, after] = [quote.slice(0, at), quote.slice(at + digits.length)];
    if (partOfNumber.test(before.slice(-1)) || /^[.,]?\d/.test(after)) continue;
    return html`<q>${before}<mark>${digits}</mark>${after}</q>`;
  }
  return html`<q>${quote}</q>`;
}

function result(view: View, claim: Claim, cells: readonly string[]): Markup {
  const { audit, t, problemOf } = view;
  const against = audit.findings.filter(({ claims }) => claims.includes(claim.id));
  if (against.length > 0) {
    const links = against.map(
      ({ id, severity }) =>
        html`<a class="tag ${severity}" href="#${id}"
          >${t('html.problem', { number: problemOf.get(id) ?? 0 })}</a
        >`,
    );
    return joined(links, ' ');
  }
  return agrees(view, claim, cells) ? html`<span class="good">${t('html.agrees')}</span>` : html`—`;
}

function row(view: View, claim: Claim): Markup {
  const { t, labelOf } = view;
  const cells = cellsOf(view, claim);
  const where = whereabouts(claim.at, t);
  const inTable = cells.map((cell) => html`${toCell(view, cell, labelOf(cell))} = ${valueOf(view, cell)}`);
  return html`<tr id="claim-${claim.id}">
    <td class="said">
      ${quoteMarkup(claim)} ${where === '' ? nothing : html`<span class="where">${where}</span>`}
    </td>
    <td class="value" data-label="${t('html.claimed')}">${claim.value ?? '—'}${claim.unit ?? ''}</td>
    <td data-label="${t('html.inTable')}">${cells.length === 0 ? html`—` : joined(inTable, '<br>')}</td>
    <td data-label="${t('html.result')}">${result(view, claim, cells)}</td>
  </tr> `;
}

/** Numbers of the prose that stand in a table too or that a finding rests on, with what the table says. */
export function claims(view: View): Markup {
  const { audit, t } = view;
  const cited = new Set(audit.findings.flatMap((finding) => finding.claims));
  const telling = audit.claims.filter((claim) => cited.has(claim.id) || cellsOf(view, claim).length > 0);
  const others = audit.claims.length - telling.length;
  const body =
    telling.length === 0
      ? html`<p>${t('html.noClaims')}</p>`
      : html`<table class="claims">
          <thead>
            <tr>
              <th scope="col">${t('html.quoteColumn')}</th>
              <th scope="col">${t('html.claimed')}</th>
              <th scope="col">${t('html.inTable')}</th>
              <th scope="col">${t('html.result')}</th>
            </tr>
          </thead>
          <tbody>
            ${telling.map((claim) => row(view, claim))}
          </tbody>
        </table>`;
  return html`<section id="claims" aria-labelledby="claims-title">
    <h2 id="claims-title">${t('html.claims')}</h2>
    ${body} ${others === 0 ? nothing : html`<p class="aside">${t('html.otherClaims', { count: others })}</p>`}
  </section>`;
}
