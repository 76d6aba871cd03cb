import { normalised } from '../text/normalise.js';
import type { Script } from '../text/script.js';
import type { Vocabulary } from '../vocabulary.js';

/** A line that heads what it is about. */
const heads =
  /^[#*\s]*(?:\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[是、.]|\(?\d{1,2}[、.)])\s*(.{0,30})/;
/** Characters between what a report is about and what it is called. */
const apart = 20;

/**
 * Whether a text without title and without a table that was found is that of a report: a sentence calls it by its name or names the period of its
 * figures, and lines head what the first part reports on. Behind the heading of a part one of the two is enough.
 */
export function readsAsReport(
  lines: readonly string[],
  hasHeading: boolean,
  script: Script,
  { title: { subject, kind }, topics, period }: Vocabulary,
): boolean {
  const named = new RegExp(`(?:${subject.join('|')})[^。;]{0,${String(apart)}}(?:${kind.join('|')})`);
  const texts = lines.map((each) => normalised(each, script));
  const isNamed = texts.some(
    (each) => named.test(each) || (/信息公开/.test(each) && period.words.some((word) => each.includes(word))),
  );
  const headed = texts.map((each) => heads.exec(each)?.[1] ?? '');
  const isHeaded = topics.every((topic) => headed.some((each) => each.includes(topic)));
  return hasHeading ? isNamed || isHeaded : isNamed && isHeaded;
}
