import type { At, Block, Document, Paragraph, Table, TableCell } from '../../model/index.js';
import { normalised } from '../text/normalise.js';
import type { Script } from '../text/script.js';

/** A place between two lines of a document: before this line of the paragraph, or this row of the table. */
export interface Place {
  block: number;
  line: number;
}

/** One line of a paragraph, or one row of a table. */
export interface ReportLine extends Place {
  /** Normalised; '' for a row of several texts. */
  text: string;
  source: string;
  /** Normalised texts of the cells of a row, otherwise `text` alone. */
  texts: string[];
  at: At;
  /** The format marks it as a heading. */
  marked: boolean;
  /** It may continue the line before. */
  wrapped: boolean;
}

const hasWords = /[\p{Script=Han}A-Za-z]/u;

export function linesOf({ blocks }: Document, script: Script): ReportLine[] {
  const read = (text: string) => (hasWords.test(text) ? normalised(text, script) : text.trim());
  return blocks.flatMap((block, index): ReportLine[] => {
    if (block.kind === 'aside') return [];
    if (block.kind === 'paragraph')
      return block.text.split('\n').map((source, line) => {
        const text = read(source);
        return {
          block: index,
          line,
          text,
          source,
          texts: [text],
          at: block.at,
          marked: block.heading !== undefined,
          wrapped: block.wrapped === true,
        };
      });
    return block.rows.map((row, line) => {
      const cells = row.filter((cell) => cell.text.trim() !== '');
      const texts = cells.map((cell) => read(cell.text));
      const [only, ...others] = cells;
      return {
        block: index,
        line,
        text: others.length === 0 ? (texts[0] ?? '') : '',
        source: others.length === 0 ? (only?.text ?? '') : '',
        texts,
        at: row[0]?.at ?? block.at,
        marked: false,
        wrapped: false,
      };
    });
  });
}

/** A longer line may hold a whole report. */
const longLine = 600;

/** The text of a line that may hold a whole report, its cells one after the other; `null` for any other line. */
export function wholeReport({ texts }: ReportLine): string | null {
  const length = texts.reduce((sum, text) => sum + text.length + 1, -1);
  return length < longLine ? null : texts.join(' ');
}

/** The blocks from one place up to another; a paragraph or table that goes over either is cut there. */
export function blocksBetween(blocks: readonly Block[], from: Place, to: Place): Block[] {
  return blocks.slice(from.block, to.block + 1).flatMap((block, i): Block[] => {
    const index = from.block + i;
    const first = index === from.block ? from.line : 0;
    const end = index === to.block ? to.line : Infinity;
    if (end <= first) return [];
    if (block.kind === 'aside' || (first === 0 && end === Infinity)) return [block];
    return block.kind === 'paragraph' ? partOfParagraph(block, first, end) : partOfTable(block, first, end);
  });
}

function partOfParagraph(block: Paragraph, first: number, end: number): Paragraph[] {
  const text = block.text.split('\n').slice(first, end).join('\n');
  return text.trim() === '' ? [] : [{ ...block, text }];
}

function partOfTable(block: Table, first: number, end: number): Table[] {
  const rows = block.rows.slice(first, end);
  const at = rows[0]?.[0]?.at;
  if (at === undefined) return [];
  const within = (cell: TableCell, row: number) =>
    row + cell.rowSpan > rows.length ? { ...cell, rowSpan: rows.length - row } : cell;
  return [{ ...block, at, rows: rows.map((row, i) => row.map((cell) => within(cell, i))) }];
}
