import type { PageLine } from './layout.js';
import type { Page } from '../page.js';

export interface PlacedLine extends PageLine {
  page: Page;
}

/** How the running text of a document is set. */
export interface Setting {
  /** Its size. */
  body: number;
  /** Where it begins on each page, and where its full lines end. */
  edges: ReadonlyMap<Page, { left: number; right: number }>;
}

/** So many lines that end at one place end at the edge of the text. */
const fewestFull = 3;
/** A line or two may stick out. */
const mostLonger = 1;
/** The edge is not nearer to the left side of the page than this share of its width: there a list ends. */
const narrowest = 0.5;

/**
 * Finds the size that most letters have, and the edges: full lines end where several lines do, on the page or else on any of the same
 * width; with fewer lines, as far from the right side of the page as they begin from the left.
 */
export function settingOf(lines: readonly PlacedLine[]): Setting {
  const body = bodySize(lines);
  const pages = new Map<Page, PlacedLine[]>();
  const widths = new Map<number, PlacedLine[]>();
  for (const line of lines) {
    add(pages, line.page, line);
    add(widths, Math.round(line.page.width), line);
  }
  const common = new Map([...widths].map(([width, own]) => [width, commonEnd(own, body)]));
  const edges = new Map<Page, { left: number; right: number }>();
  for (const [page, own] of pages) {
    const left = commonStart(own, body) ?? own.reduce((least, line) => Math.min(least, line.left), Infinity);
    const right = commonEnd(own, body) ?? common.get(Math.round(page.width)) ?? page.width - left;
    edges.set(page, { left, right });
  }
  return { body, edges };
}

function add<K>(groups: Map<K, PlacedLine[]>, key: K, line: PlacedLine): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [line]);
  else group.push(line);
}

function bodySize(lines: readonly PlacedLine[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  return [...letters].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 0;
}

/** The rightmost place at which several lines of running text end. */
function commonEnd(lines: readonly PlacedLine[], body: number): number | null {
  const ends = lines
    .filter((line) => Math.abs(line.size - body) < 0.1 * body && line.right > narrowest * line.page.width)
    .map((line) => line.right);
  return outermost(ends, body);
}

/** The leftmost place at which several lines begin. */
function commonStart(lines: readonly PlacedLine[], body: number): number | null {
  const start = outermost(
    lines.map((line) => -line.left),
    body,
  );
  return start === null ? null : -start;
}

/** The largest value that several others come near; hardly any may be larger. */
function outermost(values: readonly number[], near: number): number | null {
  const sorted = [...values].sort((one, other) => other - one);
  const found = sorted.findIndex(
    (value, index) => value - (sorted[index + fewestFull - 1] ?? -Infinity) <= near,
  );
  return found > mostLonger ? null : (sorted[found] ?? null);
}
