import { leavesOf, type FormBlock } from '../../../../model/index.js';
import { squeeze } from '../../stream/stream.js';
import { beginning, further } from '../../positions.js';
import { startOf, type RowIndex } from '../indexes.js';
import type { PlacedCells } from '../official.js';
import type { Figures } from '../values.js';
import { runsOf, type Run } from './runs.js';
import { allLabels, printedWordings, rowsOf, wordingsOf } from './wordings.js';

/** Share of the runs of figures that follow a label, for the text to keep them together. */
const enoughLabelled = 0.9;

/** Figures stand before the label of any row: labels and figures do not belong together as they stand beside each other. */
export function beginsWithFigures(blocks: readonly FormBlock[], values: Figures): boolean {
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

/** Rows that change places are two. */
const fewestMoved = 2;

/** Figures stand behind the whole labels of other rows than those in which they were placed: the rows come in an order of their own. */
export function areBehindOthers(block: FormBlock, placed: PlacedCells): boolean {
  const rows = leavesOf(block.rows ?? []).map(({ label }) => ({
    whole: printedWordings(label),
    all: wordingsOf(label),
  }));
  const columns = leavesOf(block.columns).length;
  const moved = rows.filter(({ all }, row) => {
    const first = placed[startOf(further<RowIndex>(beginning, row), columns)];
    if (first?.beside !== true || all.some((each) => first.before.includes(each))) return false;
    return rows.some(({ whole }) => whole.some((each) => first.before.endsWith(each)));
  });
  return moved.length >= fewestMoved;
}

/** The figures of many rows do not follow their labels: whose they are cannot be told one by one. */
export function isScattered(blocks: readonly FormBlock[], values: Figures, behind: string): boolean {
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
