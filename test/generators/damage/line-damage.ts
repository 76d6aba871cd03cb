import * as fc from 'fast-check';

/** What may befall one line of a text on its way: all behind it lost, itself lost, there twice, or run together with the next. */
export interface LineDamage {
  kind: 'cut' | 'deleted' | 'doubled' | 'merged';
  /** Where, in parts of ten thousand of the lines. */
  at: number;
}

export const lineDamages: fc.Arbitrary<LineDamage> = fc.record({
  kind: fc.constantFrom('cut', 'deleted', 'doubled', 'merged'),
  at: fc.nat(9999),
});

export function withLineDamage(text: string, { kind, at }: LineDamage): string {
  const lines = text.split('\n');
  const line = Math.floor((lines.length * at) / 10_000);
  const own = lines[line] ?? '';
  const [before, behind] = [lines.slice(0, line), lines.slice(line + 1)];
  switch (kind) {
    case 'cut':
      return before.join('\n');
    case 'deleted':
      return [...before, ...behind].join('\n');
    case 'doubled':
      return [...before, own, own, ...behind].join('\n');
    case 'merged':
      return [...before, own + (behind[0] ?? ''), ...behind.slice(1)].join('\n');
  }
}

/** The text without some of the lines on which figures stand; `at` in parts of ten thousand of these lines. */
export function withLinesLost(text: string, at: readonly number[]): string {
  const lines = text.split('\n');
  const rows = [...lines.keys()].filter((line) => /\d/.test(lines[line] ?? ''));
  const lost = new Set(at.map((each) => rows[Math.floor((rows.length * each) / 10_000)]));
  return lines.filter((_, line) => !lost.has(line)).join('\n');
}

const isItem = (line: string | undefined): boolean =>
  line !== undefined && /[1-9][.．、]\p{Script=Han}.*\d/u.test(line);

/** The text with two neighbouring items of its tables in each other's place; `at` as above. */
export function withItemsSwapped(text: string, at: number): string {
  const lines = text.split('\n');
  const items = [...lines.keys()].filter((line) => isItem(lines[line]) && isItem(lines[line + 1]));
  const line = items[Math.floor((items.length * at) / 10_000)];
  if (line === undefined) return text;
  const [one, other] = [lines[line] ?? '', lines[line + 1] ?? ''];
  return [...lines.slice(0, line), other, one, ...lines.slice(line + 2)].join('\n');
}

/** The text with the label of one item of its tables lost down to its number, the blanks left where it stood; `at` as above. */
export function withLabelLost(text: string, at: number): string {
  const labels = [...text.matchAll(/(?<=[1-9][.．、])[\p{Script=Han}、“”（）]+/gu)];
  const label = labels[Math.floor((labels.length * at) / 10_000)];
  if (label === undefined) return text;
  const end = label.index + label[0].length;
  return text.slice(0, label.index) + '　'.repeat(label[0].length) + text.slice(end);
}

/** Lines that hold nothing but a figure. */
export function figureLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/^\s*\d+\s*$/.test(line) ? [index] : []));
}

/** The text with the number of a page on a line of its own before the last figures but so many that stand on lines of their own. */
export function withPageNumber(text: string, back: number, page: number): string {
  const lines = text.split('\n');
  const line = figureLines(text).at(-1 - back) ?? lines.length;
  return [...lines.slice(0, line), String(page), ...lines.slice(line)].join('\n');
}
