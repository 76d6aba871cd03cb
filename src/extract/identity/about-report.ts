import type { Vocabulary } from '../vocabulary.js';

/** How many lines at the head of a document may hold its title, and how long one is. */
const head = 12;
const longest = 80;

/**
 * Whether the title says that the document explains a report (一图读懂 2023 年政府信息公开工作年度报告) and is not one: a line with a word of that kind and the
 * name of the report, or a first line that is nothing but such a word. Links of a page that only say 文字解读 are no titles.
 */
export function explainsReport(
  titles: readonly (string | null)[],
  lines: readonly string[],
  { title, about }: Vocabulary,
): boolean {
  const bare = (text: string) => text.replace(/[\s【】[\]（）()《》“”"|｜:：]/g, '');
  const explains = (text: string) => about.some((word) => text.includes(word));
  const names = (text: string) =>
    title.subject.some((word) => text.includes(word)) && title.kind.some((word) => text.includes(word));
  const first = lines
    .map(bare)
    .filter((line) => line !== '')
    .slice(0, head);
  const whole = [...titles.flatMap((text) => (text === null ? [] : [bare(text)])), ...first].filter(
    (line) => line.length <= longest,
  );
  const [opening = ''] = first;
  return whole.some((line) => explains(line) && names(line)) || (opening.length <= 6 && explains(opening));
}
