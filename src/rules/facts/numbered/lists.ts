/** A numbered list: where its items begin. */
export interface NumberedList {
  style: string;
  starts: number[];
}

const CHINESE = '一二三四五六七八九十';

/** 一是 · （一） · 1. 1、 · （1） · 第一 · 一、: each style with its pattern. */
const STYLES: readonly [string, RegExp][] = [
  ['一是', /([一二三四五六七八九十])(?:是|要)/gu],
  ['(一)', /\(([一二三四五六七八九十])\)/gu],
  ['1.', /(?<![\d.])(\d)[.、](?!\d)/gu],
  ['(1)', /\((\d)\)/gu],
  ['第一', /第([一二三四五六七八九十])(?=[,、是])/gu],
  ['一、', /(?<![^\n])([一二三四五六七八九十])、/gu],
];

/** The numbered lists of a text in the order in which they begin; each counts from one without a gap and has at least two items, but for the last of a style. */
export function listsIn(text: string): NumberedList[] {
  return STYLES.flatMap(([style, pattern]) => listsOf(style, text, pattern)).sort(
    (a, b) => (a.starts[0] ?? 0) - (b.starts[0] ?? 0),
  );
}

function listsOf(style: string, text: string, pattern: RegExp): NumberedList[] {
  const lists: NumberedList[] = [];
  for (const match of text.matchAll(pattern)) {
    const number = numberOf(match[1] ?? '');
    const open = lists.at(-1);
    if (number === 1) lists.push({ style, starts: [match.index] });
    else if (open?.starts.length === number - 1) open.starts.push(match.index);
  }
  return lists;
}

function numberOf(ordinal: string): number {
  return /\d/.test(ordinal) ? Number(ordinal) : CHINESE.indexOf(ordinal) + 1;
}
