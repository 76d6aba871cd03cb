import { cellsOfBlock, leavesOf, type CellAddress, type Label } from '../../model/index.js';
import type { DrawnTable } from './grid.js';
import { printedInFull } from '../labels.js';

type Block = DrawnTable['blocks'][number];

/** One cell of a statutory table as the form prints it, where its span begins. */
export interface OfficialCell {
  role: 'caption' | 'corner' | 'column' | 'columnGroup' | 'row' | 'rowGroup' | 'figure';
  text: string;
  rows: number;
  columns: number;
  /** Only of a figure; its text is empty. */
  address: CellAddress | null;
}

function depthOf(labels: readonly Label[]): number {
  return Math.max(0, ...labels.map(({ children }) => 1 + depthOf(children ?? [])));
}

const rowDepth = ({ block }: Block) => depthOf(block.rows ?? []);

/** Columns that a block takes with its row labels. */
const widthOf = (each: Block) => rowDepth(each) + leavesOf(each.block.columns).length;

const label = (role: OfficialCell['role'], text: string, rows: number, columns: number): OfficialCell => ({
  role,
  text,
  rows,
  columns,
  address: null,
});

/** The column labels; a label without children reaches down to the figures. `spare` columns go to the last one. */
function headerRows({ block }: Block, corner: number, spare: number): OfficialCell[][] {
  const depth = depthOf(block.columns);
  const lines: OfficialCell[][] = Array.from({ length: depth }, () => []);
  if (corner > 0) lines[0]?.push(label('corner', block.note ?? block.corner?.[0] ?? '', depth, corner));
  const place = (labels: readonly Label[], level: number, wider: number) => {
    labels.forEach((each, index) => {
      const extra = index === labels.length - 1 ? wider : 0;
      const columns = leavesOf([each]).length + extra;
      if (each.children === undefined) {
        lines[level]?.push(label('column', printedInFull(each), depth - level, columns));
      } else {
        lines[level]?.push(label('columnGroup', printedInFull(each), 1, columns));
        place(each.children, level + 1, extra);
      }
    });
  };
  place(block.columns, 0, spare);
  return lines;
}

/** A row label, and the labels of its children beside it; a label without children reaches to the figures. */
function bodyRows(labels: readonly Label[], depth: number, figures: () => OfficialCell[]): OfficialCell[][] {
  return labels.flatMap((each) => {
    if (each.children === undefined) return [[label('row', printedInFull(each), 1, depth), ...figures()]];
    const [first = [], ...rest] = bodyRows(each.children, depth - 1, figures);
    return [[label('rowGroup', printedInFull(each), rest.length + 1, 1), ...first], ...rest];
  });
}

/** A statutory table as the form prescribes it: its sub-tables one below the other, equally wide, with merged cells. */
export function officialRows({ blocks }: DrawnTable): OfficialCell[][] {
  const width = Math.max(0, ...blocks.map(widthOf));
  return blocks.flatMap((each) => {
    const { table, block } = each;
    const addresses = cellsOfBlock(table, block).map(({ address }) => address);
    const columns = leavesOf(block.columns).length;
    const spare = width - widthOf(each);
    let next = 0;
    const figures = () =>
      addresses.slice(next, (next += columns)).map((address, index) => ({
        ...label('figure', '', 1, index === columns - 1 ? 1 + spare : 1),
        address,
      }));
    return [
      ...(block.caption === undefined ? [] : [[label('caption', block.caption, 1, width)]]),
      ...headerRows(each, rowDepth(each), spare),
      ...(block.rows === undefined ? [figures()] : bodyRows(block.rows, rowDepth(each), figures)),
    ];
  });
}
