import type { NoticeTemplate } from '../notice/template.js';
import { openPaper, type PaperCell } from '../notice/paper.js';
import type { StatutoryTables } from './tables.js';

/** The tables as a Word document, ready to be put into the report. */
export async function tablesDocx(
  { title, mark, tables, textOf }: StatutoryTables,
  template: NoticeTemplate,
): Promise<Uint8Array> {
  const paper = await openPaper(template);
  const parts = tables.flatMap(({ heading, rows }) => {
    const columns = Math.max(...rows.map((row) => row.reduce((sum, each) => sum + each.columns, 0)));
    const shares = Array.from({ length: columns }, () => 1 / columns);
    const cells = rows.map((row) =>
      row.map(({ role, text, rows: down, columns: right, address }): PaperCell => ({
        text: address === null ? text : textOf(address),
        rows: down,
        columns: right,
        centred: role !== 'row' && role !== 'rowGroup',
      })),
    );
    return [paper.heading(heading), paper.table(shares, cells), paper.paragraph('')];
  });
  return paper.document([
    { children: [...paper.title(title), ...(mark === '' ? [] : [paper.body(mark)]), ...parts] },
  ]);
}
