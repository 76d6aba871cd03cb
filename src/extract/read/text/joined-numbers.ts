import type { TextLine } from './lines.js';

/** The lines without the numbers of pages that were joined to other lines, and without their counts. */
export const withoutJoinedNumbers = (lines: readonly TextLine[]): TextLine[] =>
  withoutCounts(withoutNamedPages(withoutStrokes(lines)));

/** A page number in its dress among other words. */
const amongWords = /(?<=^|\s)([-—–―])\s?(\d{1,3})\s?\1(?=\s|$)/gu;
/** A stroke by itself, as stands for nothing in a cell. */
const lone = /(?<=^|\s)[-—–―](?=\s|$)/gu;

/**
 * The lines without page numbers that were joined to other lines. Strokes beside a figure may be cells, so that they are page numbers only when all
 * strokes of the text dress one and the numbers count on.
 */
function withoutStrokes(lines: readonly TextLine[]): TextLine[] {
  const numbers: number[] = [];
  let isJoined = false;
  for (const { text } of lines) {
    if (!/[-—–―]/.test(text)) continue;
    for (const { 2: number, 0: all } of text.matchAll(amongWords)) {
      numbers.push(Number(number));
      if (all.length < text.trim().length) isJoined = true;
    }
    if (lone.test(text.replaceAll(amongWords, ''))) return [...lines];
    lone.lastIndex = 0;
  }
  if (!isJoined || !countOn(numbers) || numbers[0] === numbers.at(-1)) return [...lines];
  return lines.map((line) => ({
    ...line,
    text: line.text.replaceAll(amongWords, (each) => ' '.repeat(each.length)),
  }));
}

/** A page number in words among others: 第 3 页 共 8 页. */
const namedPage = /第\s?(\d{1,3})\s?[页⻚](?:\s?共\s?\d{1,3}\s?[页⻚])?/gu;

/** The lines without page numbers in words that were joined to others, where these count on through the text. */
function withoutNamedPages(lines: readonly TextLine[]): TextLine[] {
  const numbers = lines.flatMap(({ text }) =>
    text.includes('第') ? [...text.matchAll(namedPage)].map(({ 1: number }) => Number(number)) : [],
  );
  const [first = 0] = numbers;
  if (first === numbers.at(-1) || !countOn(numbers)) return [...lines];
  return lines.map((line) => {
    const text = line.text.includes('第')
      ? line.text.replaceAll(namedPage, (each) => ' '.repeat(each.length))
      : line.text;
    return text === line.text || text.trim() === '' ? line : { ...line, text };
  });
}

/** Each is that of the same page as the one before, or of the next. */
const countOn = (numbers: readonly number[]): boolean =>
  numbers.every((each, i) => i === 0 || [0, 1].includes(each - (numbers[i - 1] ?? 0)));

/** `2 / 5` at the end of a line, or at its beginning. */
const countAtEnd =
  /(?<=^|\s)(\d{1,3})\s{0,3}\/\s{0,3}(\d{1,3})\s*$|^\s*(\d{1,3})\s{0,3}\/\s{0,3}(\d{1,3})(?=\s)/u;
/** Figures of a table may count fewer pages by chance. */
const fewestCounted = 3;

/**
 * The lines without counts of pages. A stroke between figures may be a cell: the counts are told by all of them being there, in their order and once. Where
 * they stand on lines of their own the last page may end with something else; where some were joined to other lines none may be missing.
 */
function withoutCounts(lines: readonly TextLine[]): TextLine[] {
  const counts = lines.flatMap((line) => {
    const match = line.text.includes('/') ? countAtEnd.exec(line.text) : null;
    if (match === null) return [];
    const [all, a, b, c, d] = match;
    return [{ line, number: Number(a ?? c), of: Number(b ?? d), alone: all.trim() === line.text.trim() }];
  });
  const alone = counts.filter((each) => each.alone);
  const pages = alone[0]?.of ?? 0;
  if (alone.some(({ of }) => of !== pages)) return [...lines];
  const isCount = (each: typeof counts) => each.every(({ number }, i) => number === i + 1);
  const all = counts.filter(({ of }) => of === pages);
  const told =
    pages >= fewestCounted && all.length === pages && isCount(all)
      ? all
      : alone.length > 1 && alone.length >= pages - 1 && isCount(alone)
        ? alone
        : [];
  const byLine = new Map(told.map((each) => [each.line, each.alone]));
  return lines.flatMap((line) => {
    const isAlone = byLine.get(line);
    if (isAlone === undefined) return [line];
    const blank = (count: string) => ' '.repeat(count.length);
    return isAlone ? [] : [{ ...line, text: line.text.replace(countAtEnd, blank) }];
  });
}
