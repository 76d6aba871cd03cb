import { printed } from '../../../form/printed.js';
import type { Label } from '../../../model/index.js';
import { printedWordings } from '../flow/labels/wordings.js';
import { valuesAtEnd, type PlacedLine, type PlacedWord } from '../rows/placed-lines.js';
import { squeeze } from '../stream/stream.js';

/** Lines around a row on which its label may go on. */
export const labelReach = 3;
/** Characters of a piece of a label. */
const shortestPiece = 2;

/** A row of the form. */
export interface Leaf {
  /** Labels of the groups that begin with this row, outermost first. */
  groups: string[];
  label: string;
  /** Wordings with the ordinal, squeezed. */
  wordings: string[];
}

export function leafRows(labels: readonly Label[], groups: readonly string[] = []): Leaf[] {
  return labels.flatMap((each, i) => {
    const opening = i === 0 ? groups : [];
    if (each.children !== undefined) return leafRows(each.children, [...opening, printed(each)]);
    return [
      {
        groups: [...opening],
        label: printed(each),
        wordings: printedWordings(each),
      },
    ];
  });
}

/** A piece of the label stands on the line of the values, left of them, or on a line near by that has no values. */
export function showsLabel(
  lines: readonly (PlacedLine | null)[],
  at: number,
  { wordings }: Leaf,
  left: number,
): boolean {
  const isPiece = ({ column, key }: PlacedWord) =>
    column < left && key.length >= shortestPiece && wordings.some((each) => each.includes(key));
  if (lines[at]?.words.some(isPiece) === true) return true;
  for (let reach = 1; reach <= labelReach; reach += 1)
    for (const near of [lines[at - reach], lines[at + reach]])
      if (near !== undefined && near !== null && valuesAtEnd(near) === 0 && near.words.some(isPiece))
        return true;
  return false;
}

/** Words stand left of the values that are no piece of the label of the row or of a group that begins with it. */
export function hasOtherLabel(
  line: PlacedLine | null | undefined,
  { groups, wordings }: Leaf,
  left: number,
): boolean {
  const own = [...wordings, ...groups.map(squeeze)];
  const labels = line?.words.filter(({ column, key }) => column < left && key.length >= shortestPiece) ?? [];
  return labels.some(({ key }) => !own.some((each) => each.includes(key)));
}
