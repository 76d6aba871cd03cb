import { html, nothing, trusted, type Markup } from '../html/markup.js';
import type { OfficialCell } from '../tables/official.js';
import type { StatutoryTables } from './tables.js';

const style = `body{font:16px/1.6 "Songti SC",SimSun,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}
h1{font-size:1.5rem;text-align:center}h2{font-size:1.1rem}.mark{text-align:center}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #000;padding:.25rem .4rem;font-weight:400;text-align:center}
th.row,th.rowGroup{text-align:left}`;

const scopes = {
  caption: 'colgroup',
  column: 'col',
  columnGroup: 'colgroup',
  row: 'row',
  rowGroup: 'rowgroup',
};

function cellOf({ role, text, rows, columns, address }: OfficialCell, { textOf }: StatutoryTables): Markup {
  const [down, right] = [String(rows), String(columns)];
  if (role === 'figure' || role === 'corner')
    return html`<td rowspan="${down}" colspan="${right}">${address === null ? text : textOf(address)}</td>`;
  return html`<th class="${role}" scope="${scopes[role]}" rowspan="${down}" colspan="${right}">${text}</th>`;
}

/** The tables as a web page of their own, to be published as it is. */
export function tablesHtml(all: StatutoryTables, lang: string): string {
  const tables = all.tables.map(
    ({ heading, rows }) =>
      html`<h2>${heading}</h2>
        <table>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((each) => cellOf(each, all))}
              </tr>`,
          )}
        </table>`,
  );
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${all.title}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <h1>${all.title}</h1>
        ${all.mark === '' ? nothing : html`<p class="mark">${all.mark}</p>`} ${tables}
      </body>
    </html> `.markup;
}
