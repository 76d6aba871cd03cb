import { isSure, type CellAddress, type Repair } from '../../model/index.js';
import type { DrawnTable } from '../tables/grid.js';
import { evidenceText } from '../findings/evidence.js';
import { tableName, whereabouts } from '../labels.js';
import { signs } from '../tables/marks.js';
import { officialRows, type OfficialCell } from '../tables/official.js';
import { brief } from './findings.js';
import { html, joined, nothing, type Markup } from './markup.js';
import type { View } from './view.js';

/** The only smallest correction of a cell; where several are possible none is shown in the table. */
function correctionOf({ audit }: View, address: CellAddress): Repair['cells'][number] | undefined {
  return audit.repairs
    .filter(({ unique, alternativeTo }) => unique && alternativeTo === null)
    .flatMap(({ cells }) => cells)
    .find(({ cell }) => cell === address);
}

function textOf({ audit, t }: View, address: CellAddress): Markup {
  const cell = audit.cells[address];
  const state = cell?.state ?? 'absent';
  return state === 'blank' || state === 'absent' || state === 'unreadable'
    ? html`<i>${t(`state.${state}`)}</i>`
    : html`${cell?.raw ?? ''}`;
}

function valueMarkup(view: View, address: CellAddress): Markup {
  const correction = correctionOf(view, address);
  if (correction === undefined) return textOf(view, address);
  const { t } = view;
  return html`<del><span class="hidden">${t('html.was')} </span>${textOf(view, address)}</del>
    <ins><span class="hidden">${t('html.becomes')} </span>${correction.to}</ins>`;
}

function figure(view: View, address: CellAddress, columns: number): Markup {
  const { audit, t, flags, problemOf, relationText } = view;
  const cell = audit.cells[address];
  const flag = flags.get(address);
  const unsure = cell !== undefined && !isSure(cell);
  const how = cell === undefined || cell.evidence === 'printed' ? '' : evidenceText(cell, relationText, t);
  const where = [whereabouts(cell?.at ?? null, t), how, unsure ? t('html.unsure') : '']
    .filter((each) => each !== '')
    .join(t('pretty.join'));
  const kinds = ['figure', flag?.mark ?? '', cell?.value === 0 ? 'zero' : '', unsure ? 'unsure' : ''];
  const place = html`id="c-${address}" class="${kinds.join(' ')}" colspan="${columns}"`;
  if (flag === undefined) {
    const title = where === '' ? nothing : html` title="${where}"`;
    return html`<td ${place}${title}>${textOf(view, address)}</td>`;
  }
  const { mark, findings } = flag;
  const numbers = [...new Set(findings.map(({ id }) => problemOf.get(id) ?? 0))];
  const briefs = findings.map(({ id }) => `${id}-brief`).join(' ');
  return html`<td ${place} data-where="${where}">
    <a class="flag" href="#${findings[0]?.id ?? ''}" aria-describedby="${briefs}"
      >${valueMarkup(view, address)}<span class="mark" aria-hidden="true">${signs[mark]}</span
      ><span class="hidden">
        ${t(`mark.${mark}`)} ${t('html.problem', { number: numbers.join(t('pretty.list')) })}</span
      ><sup aria-hidden="true">${numbers.join(',')}</sup></a
    >
  </td>`;
}

function cellMarkup(view: View, { role, text, rows, columns, address }: OfficialCell): Markup {
  if (address !== null) return figure(view, address, columns);
  const span = html`rowspan="${rows}" colspan="${columns}"`;
  if (role === 'corner') return html`<td class="corner" ${span}>${text}</td>`;
  const scope = {
    caption: 'colgroup',
    column: 'col',
    columnGroup: 'colgroup',
    row: 'row',
    rowGroup: 'rowgroup',
    figure: 'col',
  };
  return html`<th class="${role}" scope="${scope[role]}" ${span}>${text}</th>`;
}

/** What is wrong in the table, for paper, where nothing can be pointed at. */
function notes(view: View, { blocks }: DrawnTable): Markup {
  const { audit, t, problemOf } = view;
  const own = new Set(blocks.flatMap(({ grid }) => grid.rows.flatMap(({ addresses }) => addresses)));
  const touching = audit.findings.filter(({ cells }) => cells.some((cell) => own.has(cell)));
  if (touching.length === 0) return nothing;
  return html`<ul class="notes" aria-hidden="true">
    ${touching.map(
      (finding) =>
        html`<li>
          <b>${t('html.problem', { number: problemOf.get(finding.id) ?? 0 })}</b> ${brief(view, finding)}
        </li>`,
    )}
  </ul>`;
}

function table(view: View, drawn: DrawnTable): Markup {
  const { context, t } = view;
  const { form, blocks } = drawn;
  const id = `table-${form.id}`;
  const title = html`${tableName(form.id, form.section, t)} ${form.title[context.lang]}`;
  const rows = officialRows(drawn).map(
    (cells) =>
      html`<tr>
        ${cells.map((each) => cellMarkup(view, each))}
      </tr> `,
  );
  return html`<div id="${id}" class="official">
    <h3 id="${id}-title">${title}</h3>
    ${
      blocks.length === 0
        ? html`<p class="missing">${t('pretty.noTable')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-title">
              <table>
                ${rows}
              </table>
            </div>
            ${notes(view, drawn)}`
    }
  </div> `;
}

function legend({ flags, t }: View): Markup {
  const used = [...flags.values()].map(({ mark }) => mark);
  const items = (['error', 'warning', 'info', 'witness'] as const)
    .filter((mark) => used.includes(mark))
    .map((mark) => html`<span class="key ${mark}">${signs[mark]}</span> ${t(`mark.${mark}`)}`);
  return items.length === 0
    ? nothing
    : html`<p class="legend">${t('pretty.legend')}${joined(items, ' &emsp;')}</p>`;
}

/** The statutory tables as the form prescribes them, flagged cells coloured and signed. */
export function tables(view: View): Markup {
  const { t } = view;
  return html`<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title">${t('html.tables')}</h2>
    ${legend(view)} ${view.tables.map((each) => table(view, each))}
  </section>`;
}
