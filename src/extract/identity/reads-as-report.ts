import { normalised, type Script } from '../text/normalise.js';
import type { Vocabulary } from '../vocabulary.js';

/** A line that heads what it is about. */
const heads =
  /^[#*\s]*(?:\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[是、.]|\(?\d{1,2}[、.)])\s*(.{0,30})/;
/** Characters between what a report is about and what it is called. */
const apart = 20;

/**
 * Whether the text behind the heading of a part is that of a report that has no title and no table that was found: a sentence calls it by its
 * name, or two lines head what the first part reports on.
 */
export function readsAsReport(
  lines: readonly string[],
  script: Script,
  { title: { subject, kind }, topics }: Vocabulary,
): boolean {
  const named = new RegExp(`(?:${subject.join('|')})[^。;]{0,${String(apart)}}(?:${kind.join('|')})`);
  const texts = lines.map((each) => normalised(each, script));
  if (texts.some((each) => named.test(each))) return true;
  const headed = texts.map((each) => heads.exec(each)?.[1] ?? '');
  return topics.every((topic) => headed.some((each) => each.includes(topic)));
}
