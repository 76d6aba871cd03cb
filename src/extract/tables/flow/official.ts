import { leavesOf, type At, type FormBlock, type Label, type TableCell } from '../../../model/index.js';
import { printed } from '../../../form/printed.js';
import { beginning, further } from '../positions.js';
import { cellAt, range, type CellIndex, type ColumnIndex, type List } from './indexes.js';
import type { FlowValue } from './values.js';

/** A figure put into its cell; `null` where the text does not tell which it is. */
export type Placed = (FlowValue & Pick<TableCell, 'placedBy'>) | null;

/** The figures of a table, cell by cell. */
export type PlacedCells = List<CellIndex, Placed>;

/** Of a cell whose text could not be told. */
const unread = 0;

const depthOf = (labels: readonly Label[]): number =>
  1 + Math.max(...labels.map(({ children }) => (children === undefined ? 0 : depthOf(children))));

const cellOf = (text: string, at: At, column: number): TableCell => ({
  text,
  at,
  column,
  columnSpan: 1,
  rowSpan: 1,
});

/** Header rows, one for each level of the tree; a group stands over its first column. */
function headerRows(labels: readonly Label[], left: number, at: At): TableCell[][] {
  const rows: TableCell[][] = Array.from({ length: depthOf(labels) }, () => []);
  const place = (each: readonly Label[], level: number, from: number): number => {
    let column = from;
    for (const label of each) {
      const leaf = label.children === undefined;
      rows[leaf ? rows.length - 1 : level]?.push(cellOf(label.label, at, column));
      column = leaf ? column + 1 : place(label.children ?? [], level + 1, column);
    }
    return column;
  };
  place(labels, 0, left);
  return rows;
}

/** The labels to the left of every row, those of its groups where they begin. */
function rowLabels(labels: readonly Label[], groups: readonly string[] = []): string[][] {
  return labels.flatMap((each, i) => {
    const opening = [...(i === 0 ? groups : []), printed(each)];
    return each.children === undefined ? [opening] : rowLabels(each.children, opening);
  });
}

/** A block of the form with its official labels and the figures given, row by row. */
export function officialRows(block: FormBlock, placed: PlacedCells, at: At): TableCell[][] {
  const labels = block.rows === undefined ? [[]] : rowLabels(block.rows);
  const left = block.rows === undefined ? 0 : Math.max(...labels.map((each) => each.length));
  const columns = leavesOf(block.columns).length;
  const header = headerRows(block.columns, left, at);
  const corner = block.corner?.[0];
  if (corner !== undefined) header[0]?.unshift(cellOf(corner, at, 0));
  const body = labels.map((own, row) => {
    const figures = range<ColumnIndex>(beginning, columns).map((column): TableCell => {
      const figure = placed[cellAt(further(beginning, row), column, columns)] ?? null;
      return figure === null
        ? { ...cellOf('', at, left + column), confidence: unread }
        : {
            ...cellOf(figure.text, figure.at, left + column),
            placedBy: figure.placedBy ?? 'order',
          };
    });
    return [...own.map((text, i) => cellOf(text, figures[0]?.at ?? at, i)), ...figures];
  });
  const caption = block.caption === undefined ? [] : [[cellOf(block.caption, at, 0)]];
  return [...caption, ...header, ...body];
}
