import type { Passage } from '../../model/index.js';
import { opensItem } from '../../model/report/item.js';

/** Shorter lines may be headings, signatures or addresses. */
const shortestLine = 20;
/** Share of the longest line that a line fills which breaks where there was no more room. */
const filled = 0.8;
/** All letters there are make an expression that is slow to compile: most lines are told without it. */
const anyWord = /[\p{Script=Han}\p{L}\d]$/u;
const plainWord = /[\u4e00-\u9fffA-Za-z\d]/;
const plainMark = /[!-~\u2018-\u201d\u3001\u3002\u3008-\u3011]/;

/** The line ends in the middle of a sentence, it may be of a word. */
function endsInWords(text: string): boolean {
  const last = text.slice(-1);
  return plainWord.test(last) || (!plainMark.test(last) && anyWord.test(text));
}

/**
 * For each passage whether the one before it goes on in it: plain text is often broken into lines of one length, as where it was taken out
 * of a page, and a word may stand on two of them.
 */
export function continuations(passages: readonly Passage[]): boolean[] {
  const lengths = passages.filter(({ at }) => at.line !== undefined).map(({ text }) => text.length);
  const longest = lengths.reduce((most, each) => Math.max(most, each), 0);
  const breaks = ({ text, at, heading }: Passage): boolean =>
    at.line !== undefined &&
    heading === undefined &&
    text.length > shortestLine &&
    text.length >= filled * longest &&
    endsInWords(text);
  return passages.map((passage, i) => {
    const before = passages[i - 1];
    return (
      before !== undefined &&
      breaks(before) &&
      passage.at.line !== undefined &&
      passage.heading === undefined &&
      !opensItem.test(passage.text.trimStart())
    );
  });
}
