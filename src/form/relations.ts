import {
  cellsOfForm,
  leavesOf,
  type CellAddress,
  type FormBlock,
  type FormEdition,
  type FormTable,
  type Label,
  type Relation,
} from '../model/index.js';

/** One equation that the form states: the measures of `left` add up to those of `right`. */
export interface FormEquation {
  relation: Relation;
  /** Named by its sum: `t3.total`, `t3.totalHandled+carriedOut`, `t4.review.total`. */
  name: string;
  /** Rows or columns that hold the sum. */
  sums: { label: Label; parents: Label[] }[];
  /** Row, column or group of columns along which it runs; empty where the table has a single row. */
  line: { path: string; label: Label | null; parents: Label[] };
  left: string[];
  right: string[];
}

const joined = (...words: string[]): string => words.filter((word) => word !== '').join('.');

/** Paths that a name stands for: the outermost labels of that group that have one, else the label with that path. */
export function membersOf(labels: readonly Label[], name: string, prefix = ''): string[] {
  const members = labels.flatMap((each): string[] => {
    const path = each.id === undefined ? prefix : joined(prefix, each.id);
    const belongs = each.groups?.includes(name) === true || path === name;
    if (belongs && each.id !== undefined) return [path];
    const children = each.children ?? [];
    return belongs ? topmost(children, prefix) : membersOf(children, name, path);
  });
  return [...new Set(members)];
}

function topmost(labels: readonly Label[], prefix: string): string[] {
  return labels.flatMap((each) =>
    each.id === undefined ? topmost(each.children ?? [], prefix) : [joined(prefix, each.id)],
  );
}

/** Labels over others that have a word of their own: 不予公开, 行政复议. */
export function groupsIn(
  labels: readonly Label[],
  prefix = '',
  parents: Label[] = [],
): { path: string; label: Label; parents: Label[] }[] {
  return labels.flatMap((label) => {
    if (label.children === undefined) return [];
    const path = label.id === undefined ? prefix : joined(prefix, label.id);
    const inner = groupsIn(label.children, path, [...parents, label]);
    return label.id === undefined ? inner : [{ path, label, parents }, ...inner];
  });
}

const nowhere = { path: '', label: null, parents: [] };

/** The name of a relation and where the labels of its sum stand. */
function named({ table }: Relation, labels: readonly Label[], right: readonly string[]) {
  return {
    name: `${table}.${right.join('+')}`,
    sums: leavesOf(labels).filter(({ path }) => right.includes(path)),
  };
}

type RowSum = Omit<FormEquation, 'relation'>;

const alongRows = new WeakMap<FormBlock, Map<Relation, readonly RowSum[]>>();

/** The sums of a block that run along its rows: paths of columns. Those within a group of columns are such sums, too. */
export function sumsAlongRows(block: FormBlock, relation: Relation): readonly RowSum[] {
  const own = alongRows.get(block) ?? new Map<Relation, readonly RowSum[]>();
  alongRows.set(block, own);
  const sums = own.get(relation) ?? makeSums(block, relation);
  own.set(relation, sums);
  return sums;
}

function makeSums({ columns }: FormBlock, relation: Relation): RowSum[] {
  const lines =
    relation.each === 'columnGroup' ? groupsIn(columns) : relation.each === 'row' ? [nowhere] : [];
  return lines.flatMap((line) => {
    const paths = (names: readonly string[]) =>
      names.map((name) => {
        const inGroup = membersOf(columns, joined(line.path, name));
        return inGroup.length > 0 ? inGroup : within(line.path, membersOf(columns, name));
      });
    const [left, right] = [paths(relation.left), paths(relation.right)];
    if ([...left, ...right].some((each) => each.length === 0)) return [];
    return [{ line, left: left.flat(), right: right.flat(), ...named(relation, columns, right.flat()) }];
  });
}

const within = (group: string, paths: readonly string[]): string[] =>
  group === '' ? [...paths] : paths.filter((path) => path.startsWith(`${group}.`));

const stated = new WeakMap<FormEdition, readonly FormEquation[]>();

/** Every equation of the edition, in the order of its relations. */
export function equationsOf(form: FormEdition): readonly FormEquation[] {
  const equations =
    stated.get(form) ??
    form.relations.flatMap((relation) =>
      form.tables
        .filter(({ id }) => id === relation.table)
        .flatMap((table) => table.blocks.flatMap((block) => equationsIn(table, block, relation))),
    );
  stated.set(form, equations);
  return equations;
}

/** The equations of one relation in one block; none where the block lacks what the relation names. */
export function equationsIn(table: FormTable, block: FormBlock, relation: Relation): FormEquation[] {
  const leaves = (labels: readonly Label[] | undefined) =>
    labels === undefined
      ? [nowhere]
      : leavesOf(labels).map(({ path, label, parents }) => ({ path, label, parents }));
  if (relation.each === 'column') {
    const paths = (names: readonly string[]) => names.map((name) => membersOf(block.rows ?? [], name));
    const [left, right] = [paths(relation.left), paths(relation.right)];
    if ([...left, ...right].some((each) => each.length === 0)) return [];
    const at = (column: string) => (row: string) => joined(table.id, row, column);
    const name = named(relation, block.rows ?? [], right.flat());
    return leaves(block.columns).map((line) => ({
      relation,
      ...name,
      line,
      left: left.flat().map(at(line.path)),
      right: right.flat().map(at(line.path)),
    }));
  }
  return sumsAlongRows(block, relation).flatMap((sum) =>
    leaves(block.rows).map((row) => {
      const at = (column: string) => joined(table.id, row.path, column);
      return {
        ...sum,
        relation,
        line: relation.each === 'columnGroup' ? sum.line : row,
        left: sum.left.map(at),
        right: sum.right.map(at),
      };
    }),
  );
}

/** An equation of the form, cell by cell. */
export interface RelationInstance {
  /** `FormEquation.name` */
  relation: string;
  left: readonly CellAddress[];
  right: readonly CellAddress[];
}

const instances = new WeakMap<FormEdition, readonly RelationInstance[]>();

/** Every equation of the edition with all its cells, in the order of its relations. */
export function relationInstances(form: FormEdition): readonly RelationInstance[] {
  const known = instances.get(form);
  if (known !== undefined) return known;
  const cells = cellsOfForm(form);
  const cellsIn = (measure: string): CellAddress[] => {
    const dot = measure.lastIndexOf('.');
    const [start, end] = [measure.slice(0, dot), measure.slice(dot)];
    return cells
      .map(({ address }) => address)
      .filter((address) => address === measure || (address.startsWith(`${start}.`) && address.endsWith(end)));
  };
  const made = equationsOf(form).map(({ name, left, right }) => ({
    relation: name,
    left: left.flatMap(cellsIn),
    right: right.flatMap(cellsIn),
  }));
  instances.set(form, made);
  return made;
}
