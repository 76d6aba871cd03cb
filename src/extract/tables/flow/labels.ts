import { leavesOf, type FormBlock, type Label } from '../../../model/index.js';
import { squeeze } from '../stream.js';
import { printed } from '../../../form/printed.js';
import type { FlowValue } from './values.js';

/** Share of the runs of figures that follow a label, for the text to keep them together. */
const enoughLabelled = 0.9;

/** Every wording of a label, with and without its ordinal, squeezed. */
export const wordingsOf = (label: Label): string[] =>
  [label.label, ...(label.variants ?? [])].flatMap((each) => [
    squeeze(printed({ ...label, label: each })),
    squeeze(each),
  ]);

export const allLabels = (labels: readonly Label[]): Label[] =>
  labels.flatMap((each) => [each, ...allLabels(each.children ?? [])]);

interface Run {
  before: string;
  count: number;
}

/** Runs of figures with the labels before each. */
function runsOf(values: readonly FlowValue[]): Run[] {
  const runs: Run[] = [];
  for (const { before } of values) {
    const last = runs.at(-1);
    if (before === '' && last !== undefined) last.count += 1;
    else runs.push({ before, count: 1 });
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

/**
 * Every row stands in the text as its whole label with all its figures behind, below a header with all labels; rows that belong to other
 * editions may stand between.
 */
export function isOrderly(blocks: readonly FormBlock[], values: readonly FlowValue[]): boolean {
  const foreign = blocks.flatMap(({ foreignRows = [] }) => foreignRows.map(squeeze));
  const runs = runsOf(values).filter(({ before }) => !foreign.some((each) => before.endsWith(each)));
  const key = values.map((each) => each.before).join('');
  const columns = blocks.flatMap((block) => leavesOf(block.columns));
  if (!columns.every(({ label }) => wordingsOf(label).some((each) => key.includes(each)))) return false;
  const rows = rowsOf(blocks);
  if (rows.length === 0) return runs.length === 1 && values.length === columns.length;
  return (
    runs.length === rows.length &&
    rows.every(({ wordings, columns: count }, i) => {
      const run = runs[i];
      return run?.count === count && wordings.some((each) => run.before.endsWith(each));
    })
  );
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
  const isLabelled = ({ before, count }: Run) =>
    count <= most && wordings.some((each) => before.endsWith(each));
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
