import { lineOf, type PageLine } from './layout.js';

/** Both sides of a line set in two columns are at least so wide (em); narrower ones are cells. */
const narrowest = 10;
/** Fewer such lines are no columns. */
const fewest = 5;

/** Lines of running text set in two columns, brought into reading order: the left column first. Tables keep their lines. */
export function inColumns(lines: readonly PageLine[]): PageLine[] {
  const paired = lines.flatMap(({ parts: [left, right, ...more] }) =>
    left !== undefined && right !== undefined && more.length === 0 && isWide(left) && isWide(right)
      ? [{ left, right }]
      : [],
  );
  const gutter = {
    from: Math.max(...paired.map(({ left }) => left.right)),
    to: Math.min(...paired.map(({ right }) => right.left)),
  };
  if (paired.length < fewest || gutter.from >= gutter.to) return [...lines];
  const ordered: PageLine[] = [];
  let before: PageLine[] = [];
  let after: PageLine[] = [];
  const flush = (): void => {
    ordered.push(...before, ...after);
    before = [];
    after = [];
  };
  for (const line of lines) {
    if (line.parts.some((part) => part.left < gutter.to && part.right > gutter.from)) {
      flush();
      ordered.push(line);
      continue;
    }
    before.push(...lineOf(line.glyphs.filter((glyph) => glyph.right <= gutter.to)));
    after.push(...lineOf(line.glyphs.filter((glyph) => glyph.right > gutter.to)));
  }
  flush();
  return ordered;
}

const isWide = (part: { left: number; right: number; size: number }): boolean =>
  part.right - part.left >= narrowest * part.size;
