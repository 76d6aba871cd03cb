import { barePageNumber, dressedPageNumber } from '../numbers/page-number.js';
import { withoutJoinedNumbers } from './joined-numbers.js';
import type { TextLine } from './lines.js';
import { partedTitles, runningTitles } from './running-titles.js';

/** Lines at the top and at the bottom of a page that may be a running head or a page number. */
const mostAtEdge = 2;
/** A running head stands on so large a share of the pages. */
const share = 1 / 3;
/** Figures of a table may stand on so few pages by chance. */
const fewestCounted = 3;

const bareDigits = /^\d{1,3}$/;

interface Edge {
  line: TextLine;
  text: string;
  side: 'top' | 'bottom';
}

/**
 * The lines of a text without the page numbers and running heads that it took over from the pages it was made of. Numbers without any dress
 * are page numbers only at the edge of a page and when they count on.
 */
export function withoutFurniture(read: readonly TextLine[]): TextLine[] {
  const lines = withoutJoinedNumbers(read);
  const squeezed = (line: TextLine) => line.text.normalize('NFKC').replace(/\s+/g, '');
  const dressed = lines.filter((line) => line.text.length < 60 && isDressed(squeezed(line)));
  const removed = new Set<TextLine>(dressed);
  const pages = lines.at(-1)?.page ?? 1;
  for (const each of runningTitles(lines, squeezed)) removed.add(each);
  if (pages > 1) for (const each of partedTitles(lines, squeezed)) removed.add(each);
  if (pages > 1) for (const each of atEdges(lines, removed, squeezed)) removed.add(each);
  if (pages === 1) for (const each of countedThrough(lines, squeezed)) removed.add(each);
  if (pages >= fewestCounted && dressed.length === 0)
    for (const each of amongBlocks(lines, removed, squeezed)) removed.add(each);
  return removed.size === 0 ? [...lines] : lines.filter((each) => !removed.has(each));
}

/** `-5-` stands for nothing in a table, but `5-` and `-5` may. */
const isDressed = (text: string): boolean => /\d/.test(text) && dressedPageNumber.test(text);

function atEdges(
  lines: readonly TextLine[],
  dressed: ReadonlySet<TextLine>,
  squeezed: (line: TextLine) => string,
): TextLine[] {
  const pages = new Map<number, Edge[]>();
  for (const line of lines) {
    const text = squeezed(line);
    if (text !== '' && !dressed.has(line))
      pages.set(line.page, [...(pages.get(line.page) ?? []), { line, text, side: 'top' }]);
  }
  const edges = [...pages.values()].flatMap((page) => [
    ...page.slice(0, mostAtEdge),
    ...page
      .slice(mostAtEdge)
      .slice(-mostAtEdge)
      .map((each): Edge => ({ ...each, side: 'bottom' })),
  ]);
  const groups = new Map<string, Edge[]>();
  for (const each of edges) {
    const digits = barePageNumber.exec(each.text)?.[1];
    const key =
      digits === undefined
        ? /\p{L}/u.test(each.text)
          ? `${each.side} ${each.text.replace(/\d+/g, '#')}`
          : ''
        : `${each.side} ${String(Number(digits) - each.line.page)}`;
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return (
    [...groups.values()]
      .filter((group) => {
        const met = new Set(group.map(({ line }) => line.page)).size;
        return met >= 2 && met >= pages.size * share;
      })
      // The title may be the running head of the pages behind it.
      .flatMap((group) => group.filter((each) => each.line.page > 1 || /^\d/.test(each.text)))
      .map(({ line }) => line)
  );
}

/**
 * The page numbers of a text that has lost its page breaks: all numbers that stand alone on a line, when they count from 1 on and the last ends the text. One
 * figure of a table on a line of its own leaves all of them.
 */
function countedThrough(lines: readonly TextLine[], squeezed: (line: TextLine) => string): TextLine[] {
  const last = lines.findLast(({ text }) => text.trim() !== '');
  if (last === undefined || !bareDigits.test(last.text.trim())) return [];
  const alone = lines.filter((line) => /^[-\d.,]+$/.test(squeezed(line)));
  const counts = alone.every((line, i) => squeezed(line) === String(i + 1));
  return counts && alone.length > 1 && alone.at(-1) === last ? alone : [];
}

/**
 * Numbers that stand by themselves, between empty lines, and say on all pages which it is: programs that write a page block by block may have more of
 * it behind its number. Where several on a page could be it, none is told.
 */
function amongBlocks(
  lines: readonly TextLine[],
  removed: ReadonlySet<TextLine>,
  squeezed: (line: TextLine) => string,
): TextLine[] {
  const isEmpty = (line: TextLine | undefined, page: number) =>
    line === undefined || line.page !== page || line.text.trim() === '';
  const numbers = new Map<number, TextLine[]>();
  lines.forEach((line, i) => {
    const text = squeezed(line);
    if (text === '') return;
    const own = numbers.get(line.page) ?? [];
    const isAlone = isEmpty(lines[i - 1], line.page) && isEmpty(lines[i + 1], line.page);
    const isNumber = isAlone && barePageNumber.exec(text)?.[1] === String(line.page);
    numbers.set(line.page, isNumber ? [...own, line] : own);
  });
  const pages = [...numbers.values()];
  if (pages.length < fewestCounted || pages.some((each) => each.length === 0)) return [];
  return pages.flatMap((each) => (each.length > 1 || each.some((line) => removed.has(line)) ? [] : each));
}
