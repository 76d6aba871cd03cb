import { editionFor } from '../../form/edition.js';
import { groupsIn } from '../../form/relations.js';
import {
  cellsOfBlock,
  leavesOf,
  type BlockReading,
  type FormBlock,
  type FormCell,
  type FormEdition,
  type FormTable,
  type Label,
  type Layout,
  type Leaf,
  type Relation,
} from '../../model/index.js';

/** One block with the edition it is taken from. */
export interface ViewBlock {
  table: FormTable;
  block: FormBlock;
  edition: string;
  /** Those of its edition. */
  relations: readonly Relation[];
  /** Other editions that the report was read on and that have the very same sub-table: it tells nothing of them. */
  sharedWith: readonly string[];
}

/**
 * The form as one report uses it. Usually one edition; in a mixed report each sub-table comes from the edition whose labels it carries.
 */
export interface FormView {
  edition: FormEdition;
  blocks: ViewBlock[];
  cells: ReadonlyMap<string, FormCell>;
  /** Place of each address in the order of the form. */
  positions: ReadonlyMap<string, number>;
  /** Addresses of cells by measure: a cell by itself, a group such as `t3.denied.total` or `t3.received.organisations` by its cells. */
  measures: ReadonlyMap<string, readonly string[]>;
  /** What a group that the edition only names is made up of: measures by measure. */
  members: ReadonlyMap<string, readonly string[]>;
  /** Edition by address. */
  editionOf: (address: string) => string | undefined;
}

const views = new WeakMap<FormEdition, FormView[]>();

/** Mixtures of blocks that are kept for one edition; a run meets a handful. */
const MOST_VIEWS = 16;

const sameBlock = (one: ViewBlock, other: ViewBlock | undefined): boolean =>
  one.block === other?.block &&
  one.table === other.table &&
  one.edition === other.edition &&
  one.sharedWith.join() === other.sharedWith.join();

/** The view of an edition, or of a report whose blocks are of several; made once for the same blocks. */
export function viewOf(edition: FormEdition, blocks: ViewBlock[] = blocksOf(edition)): FormView {
  const made = views.get(edition) ?? [];
  const known = made.find(
    (view) =>
      view.blocks.length === blocks.length &&
      blocks.every((block, index) => sameBlock(block, view.blocks[index])),
  );
  if (known !== undefined) return known;
  const view = makeView(edition, blocks);
  views.set(edition, [view, ...made.slice(0, MOST_VIEWS - 1)]);
  return view;
}

function makeView(edition: FormEdition, blocks: ViewBlock[]): FormView {
  const cells = new Map<string, FormCell>();
  const measures = new Map<string, string[]>();
  const members = new Map<string, string[]>();
  const editions = new Map<string, string>();
  for (const { table, block, edition: id } of blocks) {
    for (const cell of cellsOfBlock(table, block)) {
      if (cells.has(cell.address)) continue;
      cells.set(cell.address, cell);
      editions.set(cell.address, id);
      for (const { measure, member } of measuresOf(cell)) {
        put(measures, measure, cell.address);
        if (member !== measure) put(members, measure, member);
      }
    }
  }
  return {
    edition,
    blocks,
    cells,
    positions: new Map([...cells.keys()].map((address, index) => [address, index])),
    measures,
    members,
    editionOf: (address) => editions.get(address),
  };
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/**
 * The address itself, for each group of rows around it the measure of the group in the same column, and those of the groups that the edition
 * names; each with what of the group holds the cell: itself, unless the group is only a name.
 */
function measuresOf({ table, row, column }: FormCell): { measure: string; member: string }[] {
  const rows = row === null ? [{ name: '', member: '' }] : [...groupsAround(row), ...namedGroups(row)];
  const columns = [{ name: column.path, member: column.path }, ...namedGroups(column)];
  return columns.flatMap((one) =>
    rows.map((other) => ({
      measure: joined(table, other.name, one.name),
      member: joined(table, other.member, one.member),
    })),
  );
}

const joined = (...words: string[]): string => words.filter((word) => word !== '').join('.');

function groupsAround({ path }: Leaf): { name: string; member: string }[] {
  const words = path.split('.');
  return words.map((_, index) => words.slice(0, index + 1).join('.')).map((name) => ({ name, member: name }));
}

function namedGroups({ parents, label }: Leaf): { name: string; member: string }[] {
  const chain = [...parents, label];
  const path = (end: number) => joined(...chain.slice(0, end).map(({ id }) => id ?? ''));
  return chain.flatMap(({ groups = [] }, index) => {
    const first = chain.findIndex(({ id }, at) => at >= index && id !== undefined);
    return groups.map((group) => ({ name: joined(path(index), group), member: path(first + 1) }));
  });
}

function blocksOf(edition: FormEdition): ViewBlock[] {
  const { id, relations } = edition;
  return edition.tables.flatMap((table) =>
    table.blocks.map((block) => ({ table, block, edition: id, relations, sharedWith: [] })),
  );
}

/**
 * The view for a report: its edition, or that of its year, or the newest, with the sub-tables of other editions in place of its own.
 */
export function viewForReport(forms: readonly FormEdition[], layout: Layout, year: number | null): FormView {
  const edition = editionFor(forms, layout.id, year);
  const found = layout.blocks.filter((each) => each.found && each.edition !== null);
  const blocks = blocksOf(edition).map((own) => foreign(forms, own, found) ?? own);
  const extra = found.flatMap((reading) => {
    if (blocks.some((each) => each.table.id === reading.table && each.block.id === reading.block)) return [];
    return blocksOf(formOf(forms, reading.edition) ?? edition).filter(
      (each) => each.table.id === reading.table && each.block.id === reading.block,
    );
  });
  const editions = forms.filter(({ id }) => found.some((each) => each.edition === id));
  return viewOf(
    edition,
    editions.length < 2
      ? [...blocks, ...extra]
      : [...blocks, ...extra].map((each) => ({ ...each, sharedWith: sharing(editions, each) })),
  );
}

const printedLabels = ({ rows = [], columns }: FormBlock): string =>
  [...leavesOf(rows), ...leavesOf(columns)].map(({ path, label }) => `${path} ${label.label}`).join();

const sharing = (editions: readonly FormEdition[], { table, block, edition }: ViewBlock): string[] =>
  editions.flatMap((other) =>
    other.id !== edition &&
    blocksOf(other).some(
      (each) =>
        each.table.id === table.id &&
        each.block.id === block.id &&
        printedLabels(each.block) === printedLabels(block),
    )
      ? [other.id]
      : [],
  );

function foreign(
  forms: readonly FormEdition[],
  own: ViewBlock,
  found: readonly BlockReading[],
): ViewBlock | undefined {
  const reading = found.find((each) => each.table === own.table.id && each.block === own.block.id);
  if (reading === undefined || reading.edition === own.edition) return undefined;
  const form = formOf(forms, reading.edition);
  if (form === undefined) return undefined;
  return blocksOf(form).find((each) => each.table.id === own.table.id && each.block.id === own.block.id);
}

function formOf(forms: readonly FormEdition[], id: string | null): FormEdition | undefined {
  return forms.find((form) => form.id === id);
}

/** Words of rows or columns of a table, in the order of the form. */
export type Axis = 'rows' | 'columns' | 'rowGroups' | 'columnGroups';

export function axisOf(
  view: FormView,
  table: string,
  axis: Axis,
): { id: string; label: Label; parents: Label[] }[] {
  const found = new Map<string, { id: string; label: Label; parents: Label[] }>();
  for (const { table: own, block } of view.blocks) {
    if (own.id !== table) continue;
    const labels = axis === 'rows' || axis === 'rowGroups' ? (block.rows ?? []) : block.columns;
    const entries =
      axis === 'rows' || axis === 'columns'
        ? leavesOf(labels).map((leaf) => ({ id: leaf.path, label: leaf.label, parents: leaf.parents }))
        : groupsIn(labels).map(({ path, label, parents }) => ({ id: path, label, parents }));
    for (const entry of entries) if (!found.has(entry.id)) found.set(entry.id, entry);
  }
  return [...found.values()];
}
