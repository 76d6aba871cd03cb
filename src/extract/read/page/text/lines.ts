import { middleY, turnBox, union, type Box, type Glyph, type Turn } from '../page.js';

/** A run of text on one line without a wide gap. */
export interface Run extends Box {
  text: string;
  size: number;
  /** The glyphs in reading order. */
  glyphs: Glyph[];
}

/** Gap, in em, at which a space is read between two characters that carry none. */
const spaceGap = 0.3;
/** Overlap, in em, under which the same character drawn again is the same character made bold. */
const boldShift = 0.2;

const isSpace = (text: string): boolean => text === ' ' || text.trim() === '';

/** Glyphs grouped into lines from top to bottom, each sorted from left to right; all run to the right. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = glyphs.map((glyph, order) => ({ glyph, middle: middleY(glyph), order }));
  sorted.sort((one, other) => one.middle - other.middle || one.order - other.order);
  const lines: { middle: number; size: number; glyphs: typeof sorted }[] = [];
  for (const each of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && each.middle - line.middle <= 0.4 * Math.max(line.size, each.glyph.size)) {
      line.glyphs.push(each);
      if (each.glyph.size > line.size) {
        line.size = each.glyph.size;
        line.middle = each.middle;
      }
    } else lines.push({ middle: each.middle, size: each.glyph.size, glyphs: [each] });
  }
  return lines.map((line) =>
    line.glyphs
      .sort((one, other) => one.glyph.left - other.glyph.left || one.order - other.order)
      .map((each) => each.glyph),
  );
}

/** Cuts a line where the gap is wider than `gap` em, and drops doubled glyphs and the spaces at the ends of runs. */
export function runsOf(line: readonly Glyph[], gap = Infinity): Run[] {
  const runs: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const glyph of line) {
    if (isSpace(glyph.text)) {
      if (gap === Infinity || (last !== null && glyph.left - last.right < gap * glyph.size))
        runs.at(-1)?.push(glyph);
      continue;
    }
    const run = runs.at(-1);
    if (last === null || run === undefined || glyph.left - last.right > gap * Math.max(glyph.size, last.size))
      runs.push([glyph]);
    else if (last.text === glyph.text && Math.abs(glyph.left - last.left) < boldShift * glyph.size) continue;
    else run.push(glyph);
    last = glyph;
  }
  return runs.map(runOf);
}

function runOf(glyphs: Glyph[]): Run {
  while (glyphs.length > 0 && isSpace(glyphs.at(-1)?.text ?? '')) glyphs.pop();
  const run: Run = { ...union(glyphs), text: '', size: 0, glyphs };
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    const size = Math.max(glyph.size, last?.size ?? 0);
    if (
      last !== null &&
      glyph.left - last.right > spaceGap * size &&
      !isSpace(glyph.text) &&
      !isSpace(last.text)
    )
      run.text += ' ';
    run.text += glyph.text;
    run.size = Math.max(run.size, glyph.size);
    last = glyph;
  }
  return run;
}

const joinsTight = (before: string, after: string): boolean =>
  !(/[\p{Nd}A-Za-z.,]$/u.test(before) && /^[\p{Nd}A-Za-z.,]/u.test(after));

/** The lines of a small area such as a cell in reading order. */
export function linesIn(glyphs: readonly Glyph[]): Run[] {
  const upright = linesOf(glyphs.filter((glyph) => glyph.turn === 0)).flatMap((line) => runsOf(line));
  return [...upright, ...turnedLines(glyphs)];
}

/** Text of the lines of a cell: joined as Chinese is, but those that could run two numbers together kept apart. */
export function joinLines(lines: readonly Run[]): string {
  let text = '';
  for (const line of lines) text += (text === '' || joinsTight(text, line.text) ? '' : '\n') + line.text;
  return text;
}

/** The lines that do not run to the right, in reading order of each direction. */
export function turnedLines(glyphs: readonly Glyph[]): Run[] {
  return ([1, 2, 3] as const).flatMap((turn) => {
    const running = glyphs.filter((glyph) => glyph.turn === turn);
    const back = ((4 - turn) % 4) as Turn;
    const original = new Map<Glyph, Glyph>();
    for (const glyph of running) original.set({ ...glyph, ...turnBox(glyph, back, 0, 0) }, glyph);
    return linesOf([...original.keys()])
      .flatMap((line) => runsOf(line))
      .map((run) => {
        const places = run.glyphs.map((glyph) => original.get(glyph) ?? glyph);
        return { ...run, ...union(places), glyphs: places };
      });
  });
}
