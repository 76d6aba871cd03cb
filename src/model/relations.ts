import { cellsOfBlock, type FormEdition, type Relation } from './form.js';
import type { CellAddress } from './report.js';

/** One relation of the form for one row or column: the cells of `left` add up to those of `right`. */
export interface RelationInstance {
  /** `nameOfRelation` */
  relation: string;
  left: readonly CellAddress[];
  right: readonly CellAddress[];
}

/** A relation is named by its sum: `t3.total`, `t3.totalHandled+carriedOut`, `t4.review.total`. */
export const nameOfRelation = ({ table, right }: Relation): string => `${table}.${right.join('+')}`;

const known = new WeakMap<FormEdition, readonly RelationInstance[]>();

/** Every relation of the edition for every row or column that has all its cells, in the order of the form. */
export function relationInstances(form: FormEdition): readonly RelationInstance[] {
  const found = known.get(form) ?? form.relations.flatMap((relation) => instancesOf(relation, form));
  known.set(form, found);
  return found;
}

function instancesOf(relation: Relation, form: FormEdition): RelationInstance[] {
  const { table, each, left, right } = relation;
  const cells = form.tables
    .filter(({ id }) => id === table)
    .flatMap((own) => own.blocks.flatMap((block) => cellsOfBlock(own, block)));
  const addresses = new Set(cells.map(({ address }) => address));
  const lines = new Set(cells.map(({ row, column }) => (each === 'row' ? (row?.path ?? '') : column.path)));
  return [...lines].flatMap((line) => {
    const addressOf = (path: string) =>
      [table, ...(each === 'row' ? [line, path] : [path, line])].filter((word) => word !== '').join('.');
    const instance = {
      relation: nameOfRelation(relation),
      left: left.map(addressOf),
      right: right.map(addressOf),
    };
    return [...instance.left, ...instance.right].every((address) => addresses.has(address)) ? [instance] : [];
  });
}
