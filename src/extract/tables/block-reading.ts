import type { BlockReading } from '../../model/index.js';
import type { HeaderColumn } from './header/header-column.js';
import type { LocatedBlock } from './located-block.js';
import { cellAt, sourceOf, wordAt } from './stream/lookup.js';
import type { Stream } from './stream/stream.js';
import { itemAt, further, earliest, type CellPosition } from './positions.js';

/** Key characters of a label that show it although its end is cut off. */
const shortestBeginning = 3;

/**
 * Columns that the table lacks: without a label in the header and without a value in any row. A header without any label is lost and proves
 * nothing, and so does one whose labels are cut off.
 */
function missingColumns(
  stream: Stream,
  { header, start, captions, rows }: LocatedBlock,
  isRead: (path: string) => boolean,
): HeaderColumn[] {
  const own = header.columns.filter(({ mark, found }) => mark !== null && !found && !isRead(mark.path));
  const first = rows[0]?.start ?? header.end;
  const from = earliest(first, captions.at(-1)?.end ?? start);
  const words = stream.words
    .slice(wordAt(stream, from), wordAt(stream, first))
    .map((each) => each.key)
    .filter((key) => key.length >= shortestBeginning);
  if (header.fit === 0 && words.length === 0) return [];
  return own.filter(({ mark }) => !words.some((key) => mark?.official.startsWith(key) === true));
}

/** What the document shows of a sub-table: its edition and its labels. */
export function blockReading(
  stream: Stream,
  located: LocatedBlock,
  isRead: (path: string) => boolean,
  lost: ReadonlySet<string>,
): BlockReading {
  const { marks, header } = located;
  const foundRows = new Set([...located.rows, ...located.unlabelled].map((each) => each.mark));
  const missing = [
    ...missingColumns(stream, located, isRead).map((each) => each.label),
    ...marks.rows
      .filter((each) => each.role === 'row' && !foundRows.has(each) && !lost.has(each.path))
      .map((each) => each.label),
  ];
  const atOf = (cell: CellPosition) => itemAt(stream.cells, cell)?.at ?? null;
  const oddRows = located.rows.flatMap((each) => {
    const { mark, start, end } = each;
    const label =
      mark.ordinal !== '' && stream.key.startsWith(mark.ordinal, start)
        ? further(start, mark.ordinal.length)
        : start;
    const odd = mark.role === 'row' && !mark.official.startsWith(stream.key.slice(label, end));
    return odd ? [{ expected: mark.label, found: sourceOf(stream, label, end), at: atOf(each.cell) }] : [];
  });
  return {
    table: marks.table.id,
    block: marks.block.id,
    edition: located.found ? marks.edition.id : null,
    found: located.found,
    at: located.found ? atOf(cellAt(stream, located.start)) : null,
    oddLabels: located.found
      ? [
          ...header.odd.map((each) => ({ expected: each.expected, found: each.found, at: atOf(each.cell) })),
          ...oddRows,
        ]
      : [],
    // Where lines were dropped, a label that is not there proves nothing.
    missingLabels: located.found && !stream.deduplicated ? missing : [],
    extraLabels: header.columns.filter((each) => each.mark === null).map((each) => each.label),
  };
}
