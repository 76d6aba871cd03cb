import { tablesFor } from '../../../form/parts.js';
import { leavesOf, type FormBlock, type FormEdition, type Label } from '../../../model/index.js';
import { squeeze } from '../stream.js';
import { printed } from '../../../form/printed.js';
import type { FlowValue, RowLabels } from './values.js';

/** Share of the runs of figures that follow a label, for the text to keep them together. */
const enoughLabelled = 0.9;

/** Every wording of a label as the form prints it, with its ordinal, squeezed. */
export const printedWordings = (label: Label): string[] =>
  [label.label, ...(label.variants ?? [])].map((each) => squeeze(printed({ ...label, label: each })));

/** Every wording of a label, with and without its ordinal, squeezed. */
export const wordingsOf = (label: Label): string[] => [
  ...printedWordings(label),
  ...[label.label, ...(label.variants ?? [])].map(squeeze),
];

export const allLabels = (labels: readonly Label[]): Label[] =>
  labels.flatMap((each) => [each, ...allLabels(each.children ?? [])]);

interface Run {
  before: string;
  values: FlowValue[];
}

/** Runs of figures with the labels before each. */
function runsOf(values: readonly FlowValue[]): Run[] {
  const runs: Run[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (value.before === '' && last !== undefined) last.values.push(value);
    else runs.push({ before: value.before, values: [value] });
  }
  return runs;
}

const rowsOf = (blocks: readonly FormBlock[]) =>
  blocks.flatMap((block) =>
    leavesOf(block.rows ?? []).map(({ label }) => ({
      wordings: wordingsOf(label),
      columns: leavesOf(block.columns).length,
    })),
  );

const pageNumber = /^[1-9]\d?$/;
const mayBePageNumber = (value: FlowValue | undefined): boolean =>
  value !== undefined && pageNumber.test(value.text) && !value.beside;

/** Without a page number on a line of its own below the figures of a row, which all stand on the line of the label. */
function withoutPageNumber(values: FlowValue[]): FlowValue[] {
  const [first] = values;
  const last = values.at(-1);
  const others = values.slice(0, -1);
  const isBelow =
    mayBePageNumber(last) &&
    last?.line !== first?.line &&
    first?.beside === true &&
    others.every(({ line }) => line === first.line);
  return isBelow ? others : values;
}

/**
 * The figures of the form where every row stands in the text as its whole label with all its figures behind; rows that belong to other editions may
 * stand between and are left out. `null` when the rows do not come so.
 */
export function labelledRows(
  blocks: readonly FormBlock[],
  values: readonly FlowValue[],
): readonly FlowValue[] | null {
  const foreign = blocks.flatMap(({ foreignRows = [] }) => foreignRows.map(squeeze));
  const rows = rowsOf(blocks);
  const isRow = (key: string) => rows.some(({ wordings }) => wordings.some((each) => key.endsWith(each)));
  const runs = runsOf(values)
    .filter(({ before }) => !foreign.some((each) => before.endsWith(each)))
    .filter((run) => run.values.length > 1 || isRow(run.before) || !mayBePageNumber(run.values[0]))
    .map((run) => ({ ...run, values: withoutPageNumber(run.values) }));
  const isWhole =
    runs.length === rows.length &&
    rows.every(({ wordings, columns: count }, i) => {
      const run = runs[i];
      return run?.values.length === count && wordings.some((each) => run.before.endsWith(each));
    });
  return isWhole ? runs.flatMap((each) => each.values) : null;
}

/** Every row stands in the text as its whole label with all its figures behind, below a header with all labels. */
export function isOrderly(blocks: readonly FormBlock[], values: readonly FlowValue[]): boolean {
  const key = values.map((each) => each.before).join('');
  const columns = blocks.flatMap((block) => leavesOf(block.columns));
  if (!columns.every(({ label }) => wordingsOf(label).some((each) => key.includes(each)))) return false;
  if (rowsOf(blocks).length > 0) return labelledRows(blocks, values) !== null;
  return runsOf(values).length === 1 && values.length === columns.length;
}

/** Figures stand before the label of any row: labels and figures do not belong together as they stand beside each other. */
export function beginsWithFigures(blocks: readonly FormBlock[], values: readonly FlowValue[]): boolean {
  const wordings = rowsOf(blocks).flatMap((each) => each.wordings);
  const [first] = runsOf(values);
  return (
    first !== undefined &&
    first.values.length > 1 &&
    wordings.length > 0 &&
    !first.values.some((each) => each.labelled) &&
    !wordings.some((each) => first.before.endsWith(each))
  );
}

/**
 * The rows of a block that stand on one line each, all their figures behind their whole label; `null` for the cells of the others. Where loose
 * figures stand on the next line, those of the row may be broken in narrow cells.
 */
export function rowsOnLines(block: FormBlock, values: readonly FlowValue[]): (FlowValue | null)[] {
  const rows = rowsOf([block]);
  const found = rows.map((): FlowValue[][] => []);
  const runs = runsOf(values).map((run) => ({ run, row: rowOnLine(rows, run) }));
  runs.forEach(({ run, row }, i) => {
    const next = runs[i + 1];
    const isBroken = next?.row === null && next.run.values[0]?.line === (run.values[0]?.line ?? 0) + 1;
    if (row !== null && !isBroken) found[row]?.push(run.values);
  });
  return found.flatMap((each, row) => {
    const [only, second] = each;
    return only !== undefined && second === undefined
      ? only
      : Array.from({ length: rows[row]?.columns ?? 0 }, () => null);
  });
}

/** The row whose label, and no other, stands whole before its figures on their line. */
function rowOnLine(rows: ReturnType<typeof rowsOf>, { before, values }: Run): number | null {
  const [first] = values;
  if (first?.beside !== true || values.some(({ line }) => line !== first.line)) return null;
  const longest = rows.map(({ wordings }) =>
    Math.max(...wordings.map((each) => (before.endsWith(each) ? each.length : 0))),
  );
  const most = Math.max(...longest);
  const row = longest.indexOf(most);
  return most > 0 && longest.lastIndexOf(most) === row && values.length === rows[row]?.columns ? row : null;
}

/** Rows that change places are two. */
const fewestMoved = 2;

/** Figures stand behind the whole labels of other rows than those in which they were placed: the rows come in an order of their own. */
export function areBehindOthers(block: FormBlock, placed: readonly (FlowValue | null)[]): boolean {
  const rows = leavesOf(block.rows ?? []).map(({ label }) => ({
    whole: printedWordings(label),
    all: wordingsOf(label),
  }));
  const columns = leavesOf(block.columns).length;
  const moved = rows.filter(({ all }, row) => {
    const first = placed[row * columns];
    if (first?.beside !== true || all.some((each) => first.before.includes(each))) return false;
    return rows.some(({ whole }) => whole.some((each) => first.before.endsWith(each)));
  });
  return moved.length >= fewestMoved;
}

/** The figures of many rows do not follow their labels: whose they are cannot be told one by one. */
export function isScattered(
  blocks: readonly FormBlock[],
  values: readonly FlowValue[],
  behind: string,
): boolean {
  const runs = runsOf(values);
  const rows = rowsOf(blocks);
  if (rows.length === 0) return showsHeader(blocks, values.map((each) => each.before).join('') + behind);
  const wordings = blocks.flatMap((block) => [
    ...allLabels(block.rows ?? []).flatMap(wordingsOf),
    ...(block.foreignRows ?? []).map(squeeze),
  ]);
  const most = Math.max(...rows.map((each) => each.columns));
  const isLabelled = ({ before, values: own }: Run) =>
    own.length <= most && wordings.some((each) => before.endsWith(each));
  return runs.filter(isLabelled).length < runs.length * enoughLabelled;
}

/** Share of the characters of a header that show it although its labels are broken, or partly elsewhere. */
const shown = 0.6;

/** The characters of all labels of the columns are there, each as often as the header has it. */
function showsHeader(blocks: readonly FormBlock[], text: string): boolean {
  const header = blocks.flatMap((block) => leavesOf(block.columns)).map(({ label }) => squeeze(label.label));
  const left = new Map<string, number>();
  for (const each of text) left.set(each, (left.get(each) ?? 0) + 1);
  let found = 0;
  const wanted = header.join('');
  for (const each of wanted) {
    const count = left.get(each) ?? 0;
    if (count === 0) continue;
    left.set(each, count - 1);
    found += 1;
  }
  return found >= wanted.length * shown;
}

/** Characters of a label that are not met by chance. */
const shortestPiece = 3;

/** What tells the labels of the rows of the part for a purpose. */
export function rowLabelsOf(forms: readonly FormEdition[], purpose: string): RowLabels {
  const blocks = forms.flatMap((form) => tablesFor(form, purpose).flatMap((each) => each.blocks));
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

/** All labels that the editions print, as one text. */
export function labelsOf(forms: readonly FormEdition[]): string {
  const blocks = forms.flatMap((form) => form.tables.flatMap((table) => table.blocks));
  const texts = blocks.flatMap(({ rows, columns, corner, note, caption }) => [
    ...allLabels([...(rows ?? []), ...columns]).flatMap(wordingsOf),
    ...[...(corner ?? []), note ?? '', caption ?? ''].map(squeeze),
  ]);
  return [...new Set(texts)].join(' ');
}
