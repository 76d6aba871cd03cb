import {
  leavesOf,
  type Block,
  type Document,
  type FormBlock,
  type FormEdition,
  type FormTable,
  type TableCell,
} from '../../../model/index.js';
import { membersOf, sumsAlongRows } from '../../../form/relations.js';
import { normalise, type Script } from '../../text/normalise.js';
import { linesOf, type PlacedLine } from '../rows/placed-lines.js';
import { squeeze } from '../stream.js';
import { readValue } from '../value.js';
import { allLabels, isOrderly, isScattered, wordingsOf } from './labels.js';
import { officialRows, type Placed } from './official.js';
import { settleRow } from './row.js';
import type { Choice } from './settled-cells.js';
import { rowCount, sequencesOf, type Sequence } from './sequences.js';
import { settleRectangles, type Form } from './rectangles.js';
import type { LineSum } from './sums.js';
import { regionsOf, type Region } from './regions.js';
import { placeStacked, stackedRows } from './stacked.js';
import { valuesOf, type FlowValue, type RowLabels } from './values.js';

/** Longer lines among the figures are prose, unless they are part of a label. */
const shortestProse = 30;

/**
 * The document with the tables put together that a text made from pages gives as loose figures, with their labels broken, before, around or behind
 * them. Where the order of the figures leaves open which cell each belongs to, the cell is unreadable. Tables whose rows stand in the text as
 * label and figures stay as they are.
 */
export function restoreTables(document: Document, forms: readonly FormEdition[], script: Script): Document {
  if (document.format !== 'text') return document;
  let { blocks } = document;
  const lines = linesOf(blocks);
  const parts = regionsOf(lines, forms, script).flatMap((region): Part[] => {
    const own = lines.slice(region.from, region.to);
    const candidates = candidatesFor(region.section, forms);
    if (candidates.length === 0 || own.length === 0 || own.includes(null)) return [];
    const read = valuesOf(own as PlacedLine[], rowLabelsOf(forms, region.section));
    return [{ region, ...read, candidates }];
  });
  const likeliest = byLabels(parts);
  for (const part of parts)
    part.candidates.sort((a, b) => likeliest.indexOf(a.form) - likeliest.indexOf(b.form));
  const restored: Restored[] = [];
  for (const [i, part] of parts.entries())
    restored.push(restoredPart(part, restored[i - 1]?.left ?? [], parts[i + 1], script));
  for (const [i, { region }] of [...parts.entries()].reverse()) {
    const rows = restored[i]?.rows;
    if (rows !== undefined) blocks = replaced(blocks, lines, region, rows, labelsOf(forms));
  }
  return blocks === document.blocks ? document : { ...document, blocks };
}

/** What becomes of a part. */
interface Restored {
  /** The table put together; absent when there is none, or one that can be read as it stands. */
  rows?: TableCell[][];
  /** What the table leaves of the figures of the part below, for each way in which it can be read. */
  left: Sequence[];
}

interface Candidate {
  form: FormEdition;
  table: FormTable;
}

/** A part that should hold a table, with the editions of the table, the likeliest first. */
interface Part {
  region: Region;
  values: FlowValue[];
  behind: string;
  candidates: Candidate[];
}

const candidatesFor = (section: string, forms: readonly FormEdition[]): Candidate[] =>
  forms.flatMap((form) =>
    form.tables.filter((each) => each.section === section).map((table) => ({ form, table })),
  );

/** The editions by how many of their labels the parts show, the likeliest first. */
function byLabels(parts: readonly Part[]): FormEdition[] {
  const shown = new Map<FormEdition, number>();
  for (const { values, behind, candidates } of parts) {
    const key = values.map((each) => each.before).join('') + behind;
    for (const each of candidates) shown.set(each.form, (shown.get(each.form) ?? 0) + labelsShown(each, key));
  }
  return [...shown].sort(([, a], [, b]) => b - a).map(([form]) => form);
}

function restoredPart(
  { values, behind, candidates }: Part,
  left: readonly Sequence[],
  below: Part | undefined,
  script: Script,
): Restored {
  const [likeliest] = candidates;
  const [first, ...others] = likeliest?.table.blocks ?? [];
  if (likeliest === undefined || first === undefined) return { left: [] };
  const { blocks } = likeliest.table;
  if (candidates.some(({ table }) => isOrderly(table.blocks, values))) return { left: [] };
  const at = values[0]?.at ?? {};
  if (others.length > 0) {
    for (const { table } of candidates) {
      const placed = placeStacked(table, values, behind);
      if (placed !== null) return { rows: stackedRows(table, placed, at), left: [] };
    }
    return isScattered(blocks, values, behind)
      ? { rows: stackedRows(likeliest.table, [], at), left: [] }
      : { left: [] };
  }
  // A row whose cells ran together is one figure for each row of the form, and is cut by who reads rows.
  const columns = leavesOf(first.columns).length;
  if (values.some(({ text }) => /^\d+$/.test(text) && text.length >= columns)) return { left: [] };
  const numberOf = ({ text }: FlowValue) => readValue(normalise(text, script).text).value;
  for (const candidate of candidates) {
    const sequences = sequencesOf(candidate, values, left, below);
    const found = settled(candidate, sequences, numberOf);
    const [block] = candidate.table.blocks;
    if (found !== null && block !== undefined)
      return {
        rows: officialRows(block, found.placed, at),
        left: found.sequences.map((each) => ({
          values: below?.values.filter((value) => !each.values.includes(value)) ?? [],
          strangers: each.strangers,
        })),
      };
  }
  return isScattered(blocks, values, behind) ? { rows: officialRows(first, [], at), left: [] } : { left: [] };
}

/** What the readings of several sequences of figures agree on, and the sequences that can be read. */
function settled(
  { form, table }: Candidate,
  sequences: readonly Sequence[],
  numberOf: (value: FlowValue) => number | null,
): { placed: Placed[]; sequences: Sequence[] } | null {
  const [block] = table.blocks;
  if (block === undefined) return null;
  const model = formOf(form, table, block);
  const readAs = (choice: Choice) =>
    sequences.flatMap((sequence) => {
      const { values } = sequence;
      const numbers = values.map(numberOf);
      const settled =
        block.rows === undefined
          ? settleRow(values, numbers, model.alongRows, choice)
          : settleRectangles(values, numbers, model, choice);
      if (settled === null) return [];
      const placed = settled.cells.map((index, cell): Placed => {
        const value = index === null ? undefined : values[index];
        if (value === undefined) return null;
        return settled.bySums[cell] === true || choice === 'slip' ? { ...value, bySums: true } : value;
      });
      return [{ sequence, placed }];
    });
  let found = readAs(sequences.length > 1 ? 'unbroken' : 'only');
  if (found.length === 0 && sequences.length > 1) found = readAs('slip');
  const [first] = found;
  if (first === undefined) return null;
  const placed = first.placed.map((each, cell) =>
    found.every((other) => other.placed[cell]?.text === each?.text) ? each : null,
  );
  return { placed, sequences: found.map((each) => each.sequence) };
}

/** Characters of a label that are not met by chance. */
const shortestPiece = 3;

function rowLabelsOf(forms: readonly FormEdition[], section: string): RowLabels {
  const blocks = forms.flatMap(({ tables }) =>
    tables.filter((each) => each.section === section).flatMap((each) => each.blocks),
  );
  const leaves = blocks.flatMap((block) => leavesOf(block.rows ?? []));
  const rows = leaves.flatMap(({ label }) => wordingsOf(label));
  const columns = blocks.flatMap((block) => allLabels(block.columns).flatMap(wordingsOf)).join(' ');
  const isRowLabel = (key: string) => {
    for (let i = 0; i + shortestPiece <= key.length; i += 1) {
      const piece = key.slice(i, i + shortestPiece);
      if (rows.some((each) => each.includes(piece)) && !columns.includes(piece)) return true;
    }
    return false;
  };
  const ordinalOf = (key: string) =>
    leaves.find(({ label }) =>
      [label.label, ...(label.variants ?? [])].map(squeeze).some((each) => each.startsWith(key)),
    )?.label.ordinal ?? null;
  return { isRowLabel, ordinalOf };
}

function formOf(form: FormEdition, table: FormTable, block: FormBlock): Form {
  const columns = leavesOf(block.columns).map((each) => each.path);
  const rows = leavesOf(block.rows ?? []).map((each) => each.path);
  const indexes = (paths: readonly string[], names: readonly string[]): number[] =>
    paths.flatMap((path, index) =>
      names.some((name) => path === name || path.startsWith(`${name}.`)) ? [index] : [],
    );
  const relations = form.relations.filter((relation) => relation.table === table.id);
  const alongRows = relations
    .flatMap((relation) => sumsAlongRows(block, relation))
    .map(({ left, right }): LineSum => ({ left: indexes(columns, left), right: indexes(columns, right) }));
  const members = (names: readonly string[]) =>
    indexes(
      rows,
      names.flatMap((name) => membersOf(block.rows ?? [], name)),
    );
  const alongColumns = relations
    .filter(({ each }) => each === 'column')
    .map(({ left, right }): LineSum => ({ left: members(left), right: members(right) }))
    .filter(({ left, right }) => left.length > 0 && right.length > 0);
  return { rows: rowCount(block), columns: columns.length, alongRows, alongColumns };
}

function labelsShown({ table }: Candidate, key: string): number {
  const labels = table.blocks.flatMap((block) => [...leavesOf(block.rows ?? []), ...leavesOf(block.columns)]);
  const texts = new Set(labels.map(({ label }) => squeeze(label.label)));
  return [...texts].filter((each) => key.includes(each)).length;
}

function labelsOf(forms: readonly FormEdition[]): string {
  const blocks = forms.flatMap((form) => form.tables.flatMap((table) => table.blocks));
  const texts = blocks.flatMap(({ rows, columns, corner, note, caption }) => [
    ...allLabels([...(rows ?? []), ...columns]).flatMap(wordingsOf),
    ...[...(corner ?? []), note ?? '', caption ?? ''].map(squeeze),
  ]);
  return [...new Set(texts)].join(' ');
}

/** Puts the table where its figures were; prose among them stays behind it. */
function replaced(
  blocks: readonly Block[],
  lines: readonly (PlacedLine | null)[],
  { from, to }: Region,
  rows: TableCell[][],
  labels: string,
): Block[] {
  const first = lines[from]?.block ?? 0;
  const last = lines[to - 1]?.block ?? first;
  const before = lines.slice(0, from).filter((each) => each?.block === first).length;
  const behind = lines.slice(to).filter((each) => each?.block === last).length;
  const cut = (block: Block | undefined, start: number, end: number): Block[] =>
    block?.kind !== 'table' || start >= end ? [] : [{ ...block, rows: block.rows.slice(start, end) }];
  const closing = blocks[last];
  const count = closing?.kind === 'table' ? closing.rows.length : 0;
  const prose = blocks.slice(first, last + 1).filter((each) => {
    if (each.kind !== 'paragraph') return each.kind === 'aside';
    const key = squeeze(each.text);
    return key.length >= shortestProse && !labels.includes(key);
  });
  return [
    ...blocks.slice(0, first),
    ...cut(blocks[first], 0, before),
    { kind: 'table', rows, at: rows[0]?.[0]?.at ?? {}, grid: true },
    ...prose,
    ...cut(closing, count - behind, count),
    ...blocks.slice(last + 1),
  ];
}
