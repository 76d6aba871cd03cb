import type { At, Block } from '../../../model/index.js';
import type { Interval } from '../../interval.js';
import { displayWidth } from '../../read/text/width.js';
import { normalised } from '../../text/normalise.js';
import type { Script } from '../../text/script.js';
import { locate, partsOf, squeeze } from '../stream/stream.js';
import { isValue } from '../value.js';

/** A word of plain text with the display columns that it takes. */
export interface PlacedWord {
  text: string;
  key: string;
  column: number;
  width: number;
  value: boolean;
  at: At;
}

/** The display columns that a word takes. */
export const extentOf = ({ column, width }: PlacedWord): Interval => ({ from: column, to: column + width });

export interface PlacedLine {
  block: number;
  words: PlacedWord[];
}

function wordsOf(text: string, column: number, at: At, script: Script): PlacedWord[] {
  return partsOf(text).map(({ raw, index }) => {
    const read = normalised(raw, script);
    return {
      text: raw,
      key: squeeze(read),
      column: column + displayWidth(text.slice(0, index)),
      width: displayWidth(raw),
      value: isValue(read),
      at: locate(at, text, index),
    };
  });
}

/** The lines of plain text outside tables whose cells have marks; `null` for such a table. */
export function linesOf(blocks: readonly Block[], script: Script): (PlacedLine | null)[] {
  return blocks.flatMap((block, index): (PlacedLine | null)[] => {
    if (block.kind === 'paragraph')
      return [{ block: index, words: wordsOf(block.text, (block.at.column ?? 1) - 1, block.at, script) }];
    if (block.kind !== 'table' || block.gaps !== true) return [null];
    return block.rows.map((row) => ({
      block: index,
      words: row.flatMap((cell) => wordsOf(cell.text, cell.column, cell.at, script)),
    }));
  });
}

/** How many values a line ends with. */
export function valuesAtEnd({ words }: PlacedLine): number {
  const last = words.findLastIndex((each) => !each.value);
  return words.length - 1 - last;
}
