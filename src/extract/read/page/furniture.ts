import type { FilledGrid } from './ruled/fill.js';
import { columnGap, type Layout, type PageLine } from './text/layout.js';
import { linesOf, runsOf, type Run } from './text/lines.js';
import type { Glyph, Page } from './page.js';
import { barePageNumber, dressedPageNumber } from '../numbers/page-number.js';

/** Share of the page height at its top and bottom where running heads and page numbers stand. */
export const margin = 0.12;
/** Running heads stand at the same height on every page (points). */
const drift = 6;
/** Lines with more columns belong to a table. */
const mostParts = 3;

type Side = 'top' | 'bottom';

interface Candidate {
  page: number;
  side: Side;
  /** Distance from that side of the page. */
  distance: number;
  text: string;
  run: Run;
}

/** Removes running heads and page numbers, also from the cells of tables that reach into the margin. */
export function withoutFurniture(layouts: readonly Layout[]): Layout[] {
  const outside = layouts.flatMap(({ page, lines }) =>
    lines.flatMap((line) => candidateOf(page, line, line.parts.length)),
  );
  const inside = layouts.flatMap(({ page, tables }) =>
    tables.flatMap((table) => cellCandidates(page, table)),
  );
  const removed = new Set<Run>([
    ...repeated(outside, layouts.length),
    ...pageNumbers(outside, inside, layouts.length),
  ]);
  if (removed.size === 0) return [...layouts];
  const drop = new Set<Glyph>([...removed].flatMap((run) => run.glyphs));
  return layouts.map((layout) => ({
    ...layout,
    lines: layout.lines.filter((line: PageLine) => !removed.has(line)),
    tables: layout.tables.map((table) => ({
      ...table,
      glyphs: table.glyphs.map((cell) =>
        cell.some((glyph) => drop.has(glyph)) ? cell.filter((glyph) => !drop.has(glyph)) : cell,
      ),
    })),
  }));
}

function candidateOf(page: Page, run: Run, parts: number): Candidate[] {
  const text = run.text.normalize('NFKC').replace(/\s+/g, '');
  if (parts > mostParts || text === '') return [];
  if (run.bottom < page.height * margin)
    return [{ page: page.number, side: 'top', distance: run.top, text, run }];
  const distance = page.height - run.bottom;
  return run.top > page.height * (1 - margin)
    ? [{ page: page.number, side: 'bottom', distance, text, run }]
    : [];
}

function cellCandidates(page: Page, { glyphs }: FilledGrid): Candidate[] {
  const near = (glyph: Glyph): boolean =>
    glyph.bottom < page.height * margin || glyph.top > page.height * (1 - margin);
  return glyphs
    .filter((cell) => cell.some(near))
    .flatMap((cell) =>
      linesOf(cell.filter((glyph) => glyph.turn === 0)).flatMap((line) => runsOf(line, columnGap)),
    )
    .flatMap((run) => candidateOf(page, run, 1));
}

/** Lines with words that stand at the same place on at least a third of the pages, or on several in a row; the numbers in them may differ. */
function repeated(candidates: readonly Candidate[], pages: number): Run[] {
  const groups = groupBy(candidates, (each) => `${each.side} ${each.text.replace(/\d+/g, '#')}`);
  return groups
    .filter(([first]) => /\p{L}/u.test(first.text))
    .flatMap((group) => {
      const distances = group.map((each) => each.distance).sort((one, other) => one - other);
      const usual = distances[Math.floor(distances.length / 2)] ?? 0;
      const same = group.filter((each) => Math.abs(each.distance - usual) <= drift);
      const pagesMet = new Set(same.map((each) => each.page)).size;
      const isOfAll = pagesMet >= 2 && pagesMet * 3 >= pages;
      return (isOfAll ? same : inRow(same)).map((each) => each.run);
    });
}

/** Those that stand on at least three pages in a row, or on every other one: running heads of one report among several. */
function inRow(candidates: readonly Candidate[]): Candidate[] {
  const rows: Candidate[][] = [];
  for (const each of [...candidates].sort((one, other) => one.page - other.page)) {
    const last = rows.at(-1);
    if (last !== undefined && each.page - (last.at(-1)?.page ?? 0) <= 2) last.push(each);
    else rows.push([each]);
  }
  return rows.filter((row) => new Set(row.map(({ page }) => page)).size >= 3).flat();
}

/** Page numbers: dressed ones wherever they stand in a margin, bare ones and those in cells only when they count on from page to page. */
function pageNumbers(outside: readonly Candidate[], inside: readonly Candidate[], pages: number): Run[] {
  const numbered = (
    candidates: readonly Candidate[],
    pattern: RegExp,
  ): { offset: number; each: Candidate }[] =>
    candidates.flatMap((each) => {
      const found = pattern.exec(each.text);
      const digits = found?.slice(1).find((group) => group !== undefined);
      return digits === undefined ? [] : [{ offset: Number(digits) - each.page, each }];
    });
  const dressedOutside = numbered(outside, dressedPageNumber);
  const counting = groupBy(
    [...dressedOutside, ...numbered(inside, dressedPageNumber), ...numbered(outside, barePageNumber)],
    ({ offset, each }) => `${String(offset)} ${each.side}`,
  ).filter(
    (group) =>
      new Set(group.map(({ each }) => each.page)).size >= 2 || (pages === 1 && group[0]?.offset === 0),
  );
  return [...dressedOutside, ...counting.flat()].map(({ each }) => each.run);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
