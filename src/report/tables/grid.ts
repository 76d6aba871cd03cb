import {
  cellsOfBlock,
  leavesOf,
  type Audit,
  type CellAddress,
  type FormBlock,
  type FormEdition,
  type FormTable,
  type Label,
} from '../../model/index.js';
import { editionsFirst, printed } from '../labels.js';

export interface Row {
  label: string;
  indent: number;
  /** One address a column; empty for a heading over the rows below it. */
  addresses: CellAddress[];
}

export interface Grid {
  headers: string[];
  rows: Row[];
}

/** A statutory table with the sub-tables that the document has; none when the table was not found. */
export interface DrawnTable {
  form: FormTable;
  blocks: { caption: string | undefined; grid: Grid; table: FormTable; block: FormBlock }[];
}

function rowsOf(labels: readonly Label[], addressOf: () => CellAddress[], indent: number): Row[] {
  return labels.flatMap((label) =>
    label.children === undefined
      ? [{ label: printed(label), indent, addresses: addressOf() }]
      : [{ label: printed(label), indent, addresses: [] }, ...rowsOf(label.children, addressOf, indent + 1)],
  );
}

/** Labels whose children are all leaves, with the labels above them. */
function leafGroups(labels: readonly Label[], above = ''): { label: string; leaves: Label[] }[] {
  return labels.flatMap((label) => {
    if (label.children === undefined) return [{ label: above, leaves: [label] }];
    const name = above === '' ? printed(label) : `${above} ${printed(label)}`;
    if (label.children.every(({ children }) => children === undefined))
      return [{ label: name, leaves: label.children }];
    return leafGroups(label.children, name);
  });
}

/** A block as rows and columns. A block with a single row of numbers is turned: its groups of columns become rows. */
function gridOf(table: FormTable, block: FormBlock): Grid {
  const addresses = cellsOfBlock(table, block).map(({ address }) => address);
  if (block.rows !== undefined) {
    const headers = leavesOf(block.columns).map(({ label }) => printed(label));
    let next = 0;
    const addressOf = () => addresses.slice(next, (next += headers.length));
    return { headers, rows: rowsOf(block.rows, addressOf, 0) };
  }
  const groups = leafGroups(block.columns);
  const headers = (groups[0]?.leaves ?? []).map(printed);
  let next = 0;
  const rows = groups.map(({ label, leaves }) => ({
    label,
    indent: 0,
    addresses: addresses.slice(next, (next += leaves.length)),
  }));
  if (groups.every(({ leaves }) => leaves.map(printed).join() === headers.join())) return { headers, rows };
  const single = groups.flatMap(({ label, leaves }) => leaves.map((leaf) => `${label} ${printed(leaf)}`));
  return {
    headers: [''],
    rows: addresses.map((address, index) => ({
      label: single[index] ?? '',
      indent: 0,
      addresses: [address],
    })),
  };
}

/** The editions by how many of their cells a document has, which mixes them. */
function mostReadFirst(
  editions: readonly FormEdition[],
  read: (address: CellAddress) => boolean,
): FormEdition[] {
  const countOf = ({ tables }: FormEdition) =>
    tables.flatMap((table) =>
      table.blocks.flatMap((block) => cellsOfBlock(table, block).filter(({ address }) => read(address))),
    ).length;
  const counted = editions.map((edition) => ({ edition, count: countOf(edition) }));
  return counted.sort((a, b) => b.count - a.count).map(({ edition }) => edition);
}

/** The statutory tables of a document, each sub-table in the edition of the form that its cells belong to. */
export function tablesOf(
  { layout, cells }: Pick<Audit, 'cells'> & { layout: Pick<Audit['layout'], 'id'> },
  editions: readonly FormEdition[],
): DrawnTable[] {
  const read = (address: CellAddress) => (cells[address]?.state ?? 'absent') !== 'absent';
  const forms = layout.id === 'mixed' ? mostReadFirst(editions, read) : editionsFirst(editions, layout.id);
  return (forms[0]?.tables ?? []).map((form) => {
    const rivals = new Map<string, { table: FormTable; block: FormBlock; size: number; count: number }>();
    for (const table of forms.flatMap(({ tables }) => tables.filter(({ id }) => id === form.id))) {
      for (const block of table.blocks) {
        const addresses = cellsOfBlock(table, block).map(({ address }) => address);
        const own = { table, block, size: addresses.length, count: addresses.filter(read).length };
        const best = rivals.get(block.id);
        // Of two editions that share what was read, a document that mixes them has the one that asks for nothing else.
        const smaller = layout.id === 'mixed' && own.count === best?.count && own.size < best.size;
        if (best === undefined || own.count > best.count || smaller) rivals.set(block.id, own);
      }
    }
    const blocks = [...rivals.values()]
      .filter(({ count }) => count > 0)
      .map(({ table, block }) => ({ caption: block.caption, grid: gridOf(table, block), table, block }));
    return { form, blocks };
  });
}
