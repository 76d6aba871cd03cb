import type { Rule, Rules } from '../page.js';

/** Lines of one table: merged, on common positions, touching each other. */
export interface Ruling {
  horizontal: Rule[];
  vertical: Rule[];
}

/** Parallel lines nearer than this are one line drawn twice, as double borders and neighbouring cells do (points). */
const snap = 2.5;
/** Pieces of one line may leave such a gap, and lines that nearly meet do meet (points). */
const gap = 3;
/** Shorter lines are strokes of characters or bullets (points). */
const shortest = 4;
/** A page with more pieces of line, or more merged lines, holds a drawing, not a form. */
const mostPieces = 100_000;
const mostLines = 4_000;

/** Merges pieces that lie on one straight line. */
function merge(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort(
    (one, other) => one.at - other.at || one.from - other.from || one.to - other.to,
  );
  const merged: Rule[] = [];
  for (let start = 0; start < sorted.length;) {
    const at = sorted[start]?.at ?? 0;
    let end = start;
    while (end < sorted.length && (sorted[end]?.at ?? Infinity) - at <= snap) end++;
    const level = sorted.slice(start, end).sort((one, other) => one.from - other.from || one.to - other.to);
    const middle = weightedMiddle(level);
    let open: Rule | null = null;
    for (const piece of level) {
      if (open !== null && piece.from <= open.to + gap) open.to = Math.max(open.to, piece.to);
      else merged.push((open = { at: middle, from: piece.from, to: piece.to }));
    }
    start = end;
  }
  return merged.filter((rule) => rule.to - rule.from >= shortest);
}

function weightedMiddle(level: readonly Rule[]): number {
  let length = 0;
  let sum = 0;
  for (const { at, from, to } of level) {
    length += to - from + 0.01;
    sum += at * (to - from + 0.01);
  }
  return sum / length;
}

const touches = (horizontal: Rule, vertical: Rule): boolean =>
  vertical.at >= horizontal.from - gap &&
  vertical.at <= horizontal.to + gap &&
  horizontal.at >= vertical.from - gap &&
  horizontal.at <= vertical.to + gap;

/** The ruling lines of a page, grouped into those that hang together, from top to bottom. */
export function rulingsOf(rules: Rules): Ruling[] {
  if (rules.horizontal.length + rules.vertical.length > mostPieces) return [];
  const horizontal = merge(rules.horizontal);
  const vertical = merge(rules.vertical);
  if (horizontal.length + vertical.length > mostLines) return [];
  const group = new Map<Rule, Ruling>();
  for (const line of horizontal) group.set(line, { horizontal: [line], vertical: [] });
  for (const line of vertical) group.set(line, { horizontal: [], vertical: [line] });
  for (const across of horizontal) {
    for (const down of vertical) {
      if (!touches(across, down)) continue;
      const one = group.get(across);
      const other = group.get(down);
      if (one === undefined || other === undefined || one === other) continue;
      const [large, small] =
        one.horizontal.length + one.vertical.length >= other.horizontal.length + other.vertical.length
          ? [one, other]
          : [other, one];
      large.horizontal.push(...small.horizontal);
      large.vertical.push(...small.vertical);
      for (const line of [...small.horizontal, ...small.vertical]) group.set(line, large);
    }
  }
  const groups = [...new Set(group.values())];
  const rulings = groups.filter((each) => each.horizontal.length > 0 && each.vertical.length > 0);
  // On a page that a merged cell runs through from top to bottom, no line reaches the outer side of that cell.
  for (const { horizontal: across, vertical: alone } of groups) {
    if (across.length > 0) continue;
    const beside = rulings.find((each) =>
      alone.every(
        (line) => Math.abs(line.from - top(each)) <= gap && Math.abs(line.to - bottom(each)) <= gap,
      ),
    );
    beside?.vertical.push(...alone);
  }
  return rulings.map(closeOpenEnds).sort((one, other) => top(one) - top(other) || left(one) - left(other));
}

const top = (ruling: Ruling): number => Math.min(...ruling.vertical.map((line) => line.from));
const bottom = (ruling: Ruling): number => Math.max(...ruling.vertical.map((line) => line.to));
const left = (ruling: Ruling): number => Math.min(...ruling.horizontal.map((line) => line.from));

/** Where a table is left open (at a page break, or without outer borders) the ends of its lines are joined by a line. */
function closeOpenEnds(ruling: Ruling): Ruling {
  return {
    horizontal: [...ruling.horizontal, ...closing(ruling.vertical)],
    vertical: [...ruling.vertical, ...closing(ruling.horizontal)],
  };
}

/** Lines across the common outermost ends of parallel lines. */
function closing(lines: readonly Rule[]): Rule[] {
  const first = Math.min(...lines.map((line) => line.from));
  const last = Math.max(...lines.map((line) => line.to));
  return [
    { at: first, ending: lines.filter((line) => line.from - first <= gap) },
    { at: last, ending: lines.filter((line) => last - line.to <= gap) },
  ].flatMap(({ at, ending }) => {
    const ends = ending.map((line) => line.at);
    return ends.length < 2 ? [] : [{ at, from: Math.min(...ends), to: Math.max(...ends) }];
  });
}
