import type { Aside, At, Document, Passage } from '../../model/index.js';
import { meets } from '../interval.js';
import { joinPassages, passageOf } from '../passages.js';
import { earliest, further, itemAt, latest, type WordPosition } from '../tables/positions.js';
import { locate, squeeze, type Stream, type StreamCell } from '../tables/stream/stream.js';
import type { Script } from '../text/script.js';

/** Cells of tables that are not the form's hold prose when they are as long as this. */
export const shortestProse = 20;
/** Label characters of a cell that may be a heading. */
const shortestLine = 3;
/** A line of a table of contents: leaders and the number of a page. */
const contentsLine = /(?:\.{3,}|·{3,})\d{1,3}$/;

/** Words of the stream that belong to a table. */
export interface WordRange {
  from: WordPosition;
  to: WordPosition;
}

/** `collapsed`: the line is what tables left of a cell that holds more than a table. */
export type Line = { passage: Passage; collapsed: boolean } | { aside: Aside };

/** Pieces of a cell that belong to no table of the form, as they stand in the source. */
function freePieces(
  stream: Stream,
  cell: StreamCell,
  used: readonly WordRange[],
): { text: string; index: number }[] {
  const whole = { from: cell.firstWord, to: cell.lastWord };
  const inside: WordRange[] = [];
  for (const each of used) {
    if (!meets(each, whole)) continue;
    if (each.from <= whole.from && whole.to <= each.to) return [];
    inside.push(each);
  }
  if (inside.length === 0) return [{ text: cell.raw, index: 0 }];
  const pieces: { text: string; index: number }[] = [];
  let from = cell.firstWord;
  const close = (to: WordPosition) => {
    const first = itemAt(stream.words, from);
    const last = itemAt(stream.words, further(to, -1));
    if (to > from && first !== undefined && last !== undefined)
      pieces.push({ text: cell.raw.slice(first.index, last.index + last.raw.length), index: first.index });
  };
  for (const each of inside) {
    close(latest(from, earliest(each.from, cell.lastWord)));
    from = latest(from, each.to);
  }
  close(cell.lastWord);
  return pieces;
}

/** Prose of the document line by line, without the cells of the form's tables. */
export function linesOf(
  document: Document,
  stream: Stream,
  used: readonly WordRange[],
  script: Script,
): Line[] {
  const lines: Line[] = [];
  const sorted = [...used].sort((a, b) => a.from - b.from);
  let index = 0;
  /** Row of the last line. */
  let row = -1;
  for (const block of document.blocks) {
    if (block.kind === 'aside') {
      lines.push({ aside: block });
      continue;
    }
    const count = block.kind === 'paragraph' ? 1 : block.rows.reduce((sum, each) => sum + each.length, 0);
    for (let i = 0; i < count; i += 1, index += 1) {
      const cell = itemAt(stream.cells, index);
      if (cell === undefined) continue;
      for (const piece of freePieces(stream, cell, sorted)) {
        const last = lines.at(-1);
        const gapped = cell.gaps && cell.row === row && last !== undefined && 'passage' in last;
        for (const { text, at } of splitLines(piece.text, locate(cell.at, cell.raw, piece.index))) {
          const passage = passageOf(text, at, script, block.kind === 'paragraph' ? block.heading : undefined);
          if (contentsLine.test(passage.text)) continue;
          if (gapped) lines[lines.length - 1] = { ...last, passage: joinPassages(last.passage, passage) };
          else if (
            cell.paragraph ||
            text.length >= shortestProse ||
            squeeze(passage.text).length >= shortestLine
          ) {
            lines.push({ passage, collapsed: piece.text.length < cell.raw.length });
            row = cell.row;
          }
        }
      }
    }
  }
  return lines;
}

function splitLines(text: string, at: At): { text: string; at: At }[] {
  return text.split('\n').flatMap((line, i) =>
    line.trim() === ''
      ? []
      : [
          {
            text: line.trim(),
            at: i === 0 || at.line === undefined ? at : { ...at, line: at.line + i, column: 1 },
          },
        ],
  );
}
