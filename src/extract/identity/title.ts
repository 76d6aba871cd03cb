import type { Passage } from '../../model/index.js';
import { joinPassages, slicePassage } from '../passages.js';
import { anyOf } from '../any-of.js';
import type { Vocabulary } from '../vocabulary.js';
import { kindOf, nameFromTitle } from './agency.js';

/** A title is no longer than this, in characters, and no more than so many lines. */
export const longestTitle = 60;
export const mostTitleLines = 4;

/** A year in a title, and year and agency. */
const yearEvidence = 2;
const fullEvidence = 3;

/** The title: one to four lines that together name subject and kind of the report; `null` among the lines stands for what is no text. */
export function readTitle(
  lines: readonly (Passage | null)[],
  vocabulary: Vocabulary,
): { title: Passage; from: number; to: number } | null {
  const { kind, otherKinds } = vocabulary.title;
  const usual = titleOfKind(kind, lines, vocabulary);
  if (usual !== null) return usual;
  // A report that its title calls a summary (工作总结): only with year and agency, or with the year above all else, for pages have links
  // that are called so.
  const odd = titleOfKind(otherKinds, lines, vocabulary);
  const first = lines.findIndex((line) => line !== null);
  return odd !== null && odd.evidence >= (odd.from === first ? yearEvidence : fullEvidence) ? odd : null;
}

/** A bracket opens that does not close: the line is part of a sentence. */
const isInBrackets = (text: string): boolean =>
  (text.match(/[(《〈“]/g)?.length ?? 0) > (text.match(/[)》〉”]/g)?.length ?? 0);

/** 按照《条例》…: it says by what the report was made. */
const beginsSentence = (text: string, { title }: Vocabulary): boolean =>
  title.notTitles.some((each) => text.startsWith(each));

/** A day, and no year alone, which may be the line of a title. */
const day = /^[\[(]?20\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]/;

/**
 * Lines in which a page says who published it and when; a label that stands alone has its value in the next line, unless that begins a title, for
 * the value may be left out.
 */
function areFields(lines: readonly (Passage | null)[], vocabulary: Vocabulary): boolean[] {
  const { page, title } = vocabulary;
  const label = new RegExp(`^[\\[(【]?(?:${anyOf(page.labels)})(?:[\\s:\\])】]|$)`);
  let bare: string | undefined;
  return lines.map((line) => {
    const text = line?.text ?? '';
    const isField = label.test(text) || day.test(text);
    const isOfTitle = /20\d\d年/.test(text) || title.subject.some((each) => text.includes(each));
    const isAgency = kindOf(text, vocabulary) !== 'unknown';
    const isValue =
      bare !== undefined && text !== '' && !isOfTitle && (!isAgency || page.publishers.includes(bare));
    bare = isField ? page.labels.find((each) => text.replace(/[\s:\])】]+$/, '') === each) : undefined;
    return isField || isValue;
  });
}

/** Where the page stands on its site: 首页>政府信息公开>年报. */
const breadcrumb = /^[^<〈《]*>/;

function titleOfKind(
  kind: readonly string[],
  lines: readonly (Passage | null)[],
  vocabulary: Vocabulary,
): { title: Passage; from: number; to: number; evidence: number } | null {
  const { subject } = vocabulary.title;
  const isTitle = (text: string) =>
    text.length <= longestTitle &&
    !breadcrumb.test(text) &&
    !beginsSentence(text, vocabulary) &&
    subject.some((each) => text.includes(each)) &&
    kind.some((each) => text.includes(each)) &&
    !/[。;!?]/.test(text);
  const fields = areFields(lines, vocabulary);
  const short = lines.map((line, i) =>
    line !== null && fields[i] !== true && line.text.length <= longestTitle && !/[。;!?]/.test(line.text)
      ? line
      : null,
  );
  let best: { title: Passage; from: number; to: number; evidence: number } | null = null;
  /** The title takes up the same lines and one above, which begins the name that the text behind it gives in full. */
  const isBrokenName = ({ title, to }: { title: Passage; to: number }, end: number): boolean => {
    const name = to === end ? nameFromTitle(title.text, vocabulary) : null;
    if (name === null) return false;
    const behind = lines.slice(end + 1).map((line) => line?.text ?? '');
    return behind.join('').includes(name);
  };
  for (const from of short.keys()) {
    const joined: Passage[] = [];
    let text = '';
    for (const next of short.slice(from, from + mostTitleLines)) {
      if (next === null || (joined.length > 0 && beginsSentence(next.text, vocabulary))) break;
      joined.push(next);
      text += next.text;
      if (!isTitle(text)) continue;
      if (isInBrackets(text)) break;
      const named = /20\d{2}年|二[〇○零]/.test(text);
      const evidence = (named ? 2 : 0) + (nameFromTitle(text, vocabulary) === null ? 0 : 1);
      const near = best !== null && best.to >= from - 3 && !isBrokenName(best, from + joined.length - 1);
      if (best === null || evidence > best.evidence || (named && near && evidence === best.evidence)) {
        const title = joined.reduce((one, other) => joinPassages(one, other));
        best = { title, from, to: from + joined.length - 1, evidence };
      }
      break;
    }
  }
  return best;
}

/** The title at the beginning of a paragraph that goes on with the text. */
export function leadingTitle(
  passage: Passage,
  vocabulary: Vocabulary,
): { title: Passage; rest: Passage } | null {
  const { subject, kind } = vocabulary.title;
  const head = passage.text.slice(0, longestTitle);
  const ends = kind.flatMap((each) => {
    const at = head.indexOf(each);
    return at === -1 ? [] : [at + each.length];
  });
  const end = Math.min(...ends);
  if (
    !Number.isFinite(end) ||
    !subject.some((each) => head.slice(0, end).includes(each)) ||
    /[。;,!?]/.test(head.slice(0, end)) ||
    breadcrumb.test(head.slice(0, end)) ||
    beginsSentence(head, vocabulary) ||
    isInBrackets(head.slice(0, end))
  )
    return null;
  const rest = slicePassage(passage, end);
  return rest.text.trim() === '' ? null : { title: slicePassage(passage, 0, end), rest };
}
