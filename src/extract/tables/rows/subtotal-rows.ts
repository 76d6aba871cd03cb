import type { BlockMarks, Mark } from '../marks.js';
import type { Occurrence } from './occurrences.js';
import { cellOfWord, keyStart, wordAt } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { itemAt, further, type WordPosition } from '../positions.js';

/** On which side of its group a row of subtotals stands. */
type Side = 'before' | 'after';

interface Found {
  word: WordPosition;
  /** Behind its last word: 小 计 may be two. */
  end: WordPosition;
  /** The group that the label itself names. */
  named: Mark | null;
  possible: Partial<Record<Side, Mark>>;
  /** It may add up more than one group: behind the last of them, and not among the labels of its items. */
  open: boolean;
}

const groupsOf = ({ rows }: BlockMarks): Mark[] =>
  rows.filter(({ role, path }) => role === 'rowGroup' && path !== '');

/** What stands before the word for a subtotal in its label: nothing, or the name of a group, whose mark it gives. */
function nameIn(key: string, { subtotals }: BlockMarks, groups: readonly Mark[]): Mark | null | undefined {
  const word = subtotals.find((each) => key.endsWith(each));
  if (word === undefined) return undefined;
  const rest = key.slice(0, -word.length);
  if (rest === '') return null;
  return groups.find(({ texts, ordinal }) =>
    texts.some((text) => rest === text || (ordinal !== '' && rest === ordinal + text)),
  );
}

/** A word, together with the next one of its cell when both are single characters set apart (小 计). */
function labelAt(stream: Stream, at: WordPosition): { key: string; end: WordPosition } {
  const word = itemAt(stream.words, at);
  const next = itemAt(stream.words, further(at));
  const isApart = word?.key.length === 1 && next?.key.length === 1 && next.cell === word.cell;
  return isApart
    ? { key: word.key + next.key, end: further(at, 2) }
    : { key: word?.key ?? '', end: further(at) };
}

/** A word that goes on in its cell is no label of a subtotal: 小计 （不含重复申请）. */
function endsLabel(stream: Stream, at: WordPosition): boolean {
  const next = itemAt(stream.words, further(at));
  return next === undefined || next.value || next.key === '' || next.cell !== itemAt(stream.words, at)?.cell;
}

/** The word stands in the column of the labels of items. */
function isBelow(stream: Stream, word: WordPosition, { cell: above }: Occurrence): boolean {
  const own = itemAt(stream.cells, cellOfWord(stream, word));
  return own !== undefined && own.rowLength > 1 && own.column === itemAt(stream.cells, above)?.column;
}

/** The label of a group stands in the row of its first item, and the word above that item, not above the group: it belongs to no row of the group. */
function opensGroup(
  stream: Stream,
  word: WordPosition,
  next: Occurrence,
  own: readonly Occurrence[],
): boolean {
  const item = own[own.indexOf(next) + 1];
  if (next.mark.role !== 'rowGroup' || item === undefined) return false;
  const cells = [cellOfWord(stream, word), next.cell, item.cell].map((each) => itemAt(stream.cells, each));
  const [above, group, first] = cells;
  if (above === undefined || group === undefined || first === undefined) return false;
  const isRow = group.rowLength > 1 && above.rowLength > 1;
  const isFirst = group.block === first.block && group.row === first.row && above.row !== group.row;
  return isRow && isFirst && above.column === first.column;
}

function foundIn(stream: Stream, marks: BlockMarks, own: readonly Occurrence[]): Found[] {
  const groups = groupsOf(marks);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ends = new Map(
    groups.map((group) => {
      const items = marks.rows.filter(
        ({ role, path }) => role === 'row' && path.startsWith(`${group.path}.`),
      );
      return [group, { first: items[0], last: items.at(-1) }];
    }),
  );
  const found: Found[] = [];
  for (let at = further(wordAt(stream, first.start)); at < last.word; at = further(at)) {
    const label = labelAt(stream, at);
    const named = nameIn(label.key, marks, groups);
    if (named === undefined || !endsLabel(stream, further(label.end, -1))) continue;
    const [start, end] = [keyStart(stream, at), keyStart(stream, label.end)];
    if (own.some((each) => each.mark.role === 'row' && each.start < end && start < each.end)) continue;
    const previous = own.findLast((each) => each.end <= start);
    const next = own.find((each) => each.start >= end);
    const after = groups.find((group) => ends.get(group)?.last === previous?.mark);
    const follows = groups.find((group) => group === next?.mark || ends.get(group)?.first === next?.mark);
    const before = next !== undefined && opensGroup(stream, at, next, own) ? undefined : follows;
    found.push({
      word: at,
      end: label.end,
      named,
      possible: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
      open: before === undefined && previous !== undefined && !isBelow(stream, at, previous),
    });
  }
  return found;
}

/**
 * Rows of subtotals that the document has and the form has not, each with the group of rows that it adds up: its label names the group, or it
 * stands at one end of it, and all in the table at the same end. What may add up something else is left out.
 */
export function subtotalRows(stream: Stream, marks: BlockMarks, own: readonly Occurrence[]): Occurrence[] {
  if (!marks.subtotals.some((each) => stream.key.includes(each))) return [];
  const all = foundIn(stream, marks, own);
  const sides = new Set(
    all.flatMap(({ possible: { before, after } }): Side[] =>
      before === undefined ? (after === undefined ? [] : ['after']) : after === undefined ? ['before'] : [],
    ),
  );
  const [side, other] = sides;
  const groupOf = ({ named, possible: { before, after }, open }: Found): Mark | undefined => {
    if (named !== null) return [before, after].includes(named) ? named : undefined;
    if (open && all.length === 1) return undefined;
    if (before === undefined || after === undefined) return before ?? after;
    return other !== undefined || side === undefined ? undefined : side === 'before' ? before : after;
  };
  const grouped = all.map((each) => ({ each, group: groupOf(each) }));
  return grouped.flatMap(({ each: { word, end }, group }) => {
    if (group === undefined || grouped.some((twin) => twin.group === group && twin.each.word !== word))
      return [];
    return [
      {
        mark: group,
        start: keyStart(stream, word),
        end: keyStart(stream, end),
        fit: 1,
        weight: 1,
        whole: true,
        word,
        cell: cellOfWord(stream, word),
      },
    ];
  });
}
