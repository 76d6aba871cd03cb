import type { TextLine } from './lines.js';

/** No title is longer. */
const longestTitle = 80;
/** A title names the year and what it heads: 某局2023年政府信息公开工作年度报告. */
const title = /20\d{2}年.*报告$/;

/** So often a title stands where pages repeat it; twice it may be that of a second report. */
const fewestTitles = 3;

const bareNumber = /^\d{1,3}$/;

/**
 * Lines that repeat the title on every page: all but the first that say the same, with the numbers of the pages above or below them. A title beside a number
 * that does not count on stays: it keeps the number apart from the figures around it.
 */
export function runningTitles(lines: readonly TextLine[], squeezed: (line: TextLine) => string): TextLine[] {
  const met = new Map<string, number[]>();
  lines.forEach((line, i) => {
    if (line.text.length > longestTitle || !line.text.trimEnd().endsWith('报告')) return;
    const text = squeezed(line);
    if (title.test(text)) met.set(text, [...(met.get(text) ?? []), i]);
  });
  const isNumber = (line: TextLine | undefined): line is TextLine =>
    line !== undefined && bareNumber.test(line.text.trim());
  return [...met.values()].flatMap((each) => {
    if (each.length < fewestTitles) return [];
    const sides = [-1, 1].map((side) => each.map((i) => lines[i + side]).filter(isNumber));
    const countOn = (side: readonly TextLine[]): boolean =>
      side.every((line, i) => i === 0 || Number(line.text) === Number(side[i - 1]?.text) + 1);
    // Figures that stand beside a title here and there may count on by chance.
    const isSparse = ({ length }: readonly TextLine[]) => length > 0 && length < each.length - 1;
    if (sides.some((side) => isSparse(side) || !countOn(side))) return [];
    return [...each.slice(1).flatMap((i) => lines[i] ?? []), ...sides.flat()];
  });
}

/** The end of such a title, whose year a program wrote on a line of its own. */
const partedTitle = /^年.*报告$/;
const year = /^20\d{2}$/;
/** Lines at the top of a page among which the year stands. */
const mostAtTop = 4;

/** Running heads of which the year stands by itself at the top of the page, the same on several pages. */
export function partedTitles(lines: readonly TextLine[], squeezed: (line: TextLine) => string): TextLine[] {
  const heads = new Map<string, TextLine[][]>();
  const pages = new Map<number, TextLine[]>();
  for (const line of lines)
    if (line.text.trim() !== '') pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  for (const page of pages.values()) {
    const number = page.slice(0, mostAtTop).find((line) => year.test(line.text.trim()));
    const rest = page.find((line) => line.text.startsWith('年') && partedTitle.test(squeezed(line)));
    if (number === undefined || rest === undefined) continue;
    const key = `${number.text.trim()} ${squeezed(rest)}`;
    heads.set(key, [...(heads.get(key) ?? []), [number, rest]]);
  }
  return [...heads.values()].flatMap((each) => (each.length < 2 ? [] : each.flat()));
}
