import type { Vocabulary } from '../vocabulary.js';

/** How many lines at the head of a document may hold its title, and how long one is. */
const head = 12;
const longest = 80;

/**
 * Whether the title says that the document explains a report (一图读懂 2023 年政府信息公开工作年度报告) and is not one: a line with a word of that kind and the
 * name of the report, or a first line that is nothing but such a word. Links of a page that only say 文字解读 are no titles. So does the line
 * of a title that is that of a document of another kind (关于做好…年度报告编制的通知).
 */
export function explainsReport(
  titles: readonly (string | null)[],
  lines: readonly string[],
  { title, about, others }: Vocabulary,
): boolean {
  const bare = (text: string) => text.replace(/[\s【】[\]（）()《》“”"|｜:：]/g, '');
  const explains = (text: string) => about.some((word) => text.includes(word));
  const names = (text: string) =>
    title.subject.some((word) => text.includes(word)) && title.kind.some((word) => text.includes(word));
  const isOther = (line: string) => others.some((word) => line.endsWith(word));
  const first = lines
    .map(bare)
    .filter((line) => line !== '')
    .slice(0, head);
  const named = titles.flatMap((text) => (text === null ? [] : [bare(text)]));
  const whole = [...named, ...first].filter((line) => line.length <= longest);
  const [opening = ''] = first;
  return (
    whole.some((line) => explains(line) && names(line)) ||
    whole.some((line) => isOther(line) && named.some((text) => names(text) && line.includes(text))) ||
    (opening.length <= 6 && explains(opening))
  );
}
