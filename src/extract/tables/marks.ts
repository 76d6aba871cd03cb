import { type FormBlock, type FormEdition, type FormTable, type Label } from '../../model/index.js';
import { squeeze } from './stream/stream.js';

/** A label of a form block as it is looked for in the document. */
export interface Mark {
  /** Equal for marks that are looked for in the same way: editions share most labels. */
  id: string;
  role: 'caption' | 'corner' | 'column' | 'columnGroup' | 'row' | 'rowGroup' | 'foreignRow';
  /** Address words for `row` and `column`, else ''. */
  path: string;
  label: string;
  /** The official wording, squeezed. */
  official: string;
  /** Squeezed wordings, longest first. */
  texts: string[];
  /** Squeezed ordinal that may precede it. */
  ordinal: string;
  leaf: Label | null;
  /** Squeezed labels of the enclosing groups, outermost first. */
  groups: string[];
  /** Place among the labels of its tree, a group before its children. */
  order: number;
}

export interface BlockMarks {
  edition: FormEdition;
  table: FormTable;
  block: FormBlock;
  /** Wordings of the heading of the part that holds the table, squeezed. */
  headings: string[];
  captions: Mark[];
  corners: Mark[];
  columns: Mark[];
  columnGroups: Mark[];
  /** Rows and row groups in the order of the form. */
  rows: Mark[];
  foreignRows: Mark[];
  /** Squeezed labels of subtotals, longest first. */
  subtotals: string[];
}

const byLength = (a: string, b: string) => b.length - a.length;

const idOf = (ordinal: string, texts: readonly string[]) => `${ordinal}/${texts.join('/')}`;

function markOf(role: Mark['role'], path: string, label: Label, leaf: boolean, groups: string[]): Mark {
  const texts = [...new Set([label.label, ...(label.variants ?? [])].map(squeeze).sort(byLength))];
  const ordinal = squeeze(label.ordinal ?? '');
  return {
    id: idOf(ordinal, texts),
    role,
    path,
    label: label.label,
    official: squeeze(label.label),
    texts,
    ordinal,
    leaf: leaf ? label : null,
    groups,
    order: 0,
  };
}

function plainMark(role: Mark['role'], texts: readonly string[]): Mark[] {
  const [first] = texts;
  if (first === undefined) return [];
  const squeezed = texts.map(squeeze).sort(byLength);
  return [
    {
      id: idOf('', squeezed),
      role,
      path: '',
      label: first,
      official: squeeze(first),
      texts: squeezed,
      ordinal: '',
      leaf: null,
      groups: [],
      order: 0,
    },
  ];
}

/** Labels of a tree in reading order, groups before their children. */
function treeMarks(
  labels: readonly Label[],
  leafRole: 'row' | 'column',
  prefix: string,
  groups: string[],
): Mark[] {
  return labels.flatMap((each) => {
    const path = each.id === undefined ? prefix : prefix === '' ? each.id : `${prefix}.${each.id}`;
    if (each.children === undefined) return [markOf(leafRole, path, each, true, groups)];
    const group = markOf(leafRole === 'row' ? 'rowGroup' : 'columnGroup', path, each, false, groups);
    return [group, ...treeMarks(each.children, leafRole, path, [...groups, squeeze(each.label)])];
  });
}

function blockMarks(edition: FormEdition, table: FormTable, block: FormBlock): BlockMarks {
  const columns = treeMarks(block.columns, 'column', '', []).map((each, order) => ({ ...each, order }));
  const part = edition.sections.find((each) => each.ordinal === table.section);
  return {
    edition,
    table,
    block,
    headings: part === undefined ? [] : [part.heading, ...(part.variants ?? [])].map(squeeze),
    captions: plainMark(
      'caption',
      block.caption === undefined ? [] : [block.caption, ...(block.captionVariants ?? [])],
    ),
    corners: plainMark('corner', block.corner ?? []),
    columns: columns.filter((each) => each.role === 'column'),
    columnGroups: columns.filter((each) => each.role === 'columnGroup'),
    rows: treeMarks(block.rows ?? [], 'row', '', []),
    foreignRows: (block.foreignRows ?? []).flatMap((each) => plainMark('foreignRow', [each])),
    subtotals: (block.subtotals ?? []).map(squeeze).sort(byLength),
  };
}

const compiled = new WeakMap<FormEdition, BlockMarks[]>();

/** Everything to look for in a document, block by block in the order of the form. */
export function marksOf(edition: FormEdition): BlockMarks[] {
  let marks = compiled.get(edition);
  if (marks === undefined) {
    marks = edition.tables.flatMap((table) => table.blocks.map((block) => blockMarks(edition, table, block)));
    compiled.set(edition, marks);
  }
  return marks;
}
