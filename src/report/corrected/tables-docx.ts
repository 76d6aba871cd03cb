import type { NoticeTemplate } from '../notice/template.js';
import type { OfficialCell } from '../tables/official.js';
import { openPaper, type PaperCell } from '../notice/paper.js';
import type { StatutoryTables } from './tables.js';

/** Characters that a column has room for: of figures and of labels at least, of any at most; longer labels take more lines. */
const [narrowest, labelled, widest] = [3, 4, 12];

/** Widths of the columns, in parts of all: labels take about two lines for each row that they reach over. */
function sharesOf(rows: readonly OfficialCell[][]): number[] {
  const widths: number[] = [];
  const reach: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const { role, text, rows: down, columns } of row) {
      while ((reach[column] ?? 0) > 0) column += 1;
      const least = role === 'row' || role === 'rowGroup' ? labelled : narrowest;
      if (columns === 1)
        widths[column] = Math.max(widths[column] ?? least, least, Math.ceil(text.length / (2 * down)));
      for (const end = column + columns; column < end; column += 1) reach[column] = down;
    }
    for (const [index, left] of reach.entries()) reach[index] = left - 1;
  }
  const bounded = Array.from(widths, (width = narrowest) => Math.min(width, widest));
  const all = bounded.reduce((sum, each) => sum + each, 0);
  return bounded.map((each) => each / all);
}

/** The tables as a Word document, ready to be put into the report. */
export async function tablesDocx(
  { title, mark, tables, textOf }: StatutoryTables,
  template: NoticeTemplate,
): Promise<Uint8Array> {
  const paper = await openPaper(template);
  const parts = tables.flatMap(({ heading, rows }) => {
    const cells = rows.map((row) => {
      // A head stays on the page of its first figures.
      const next = row.every(({ address }) => address === null);
      return row.map(({ role, text, rows: down, columns: right, address }): PaperCell => ({
        text: address === null ? text : textOf(address),
        rows: down,
        columns: right,
        centred: role !== 'row' && role !== 'rowGroup',
        next,
      }));
    });
    return [paper.heading(heading), paper.table(sharesOf(rows), cells), paper.paragraph('')];
  });
  return paper.document([
    { children: [...paper.title(title), ...(mark === '' ? [] : [paper.body(mark)]), ...parts] },
  ]);
}
