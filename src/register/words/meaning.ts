import { bare, plain } from './plain.js';
import type { RegisterVocabulary, ValueList } from './vocabulary.js';

/** What a text says by the vocabulary. */
export type Meaning =
  | { is: 'blank' }
  /** The meaning of its words; several when they do not agree. */
  | { is: 'known'; meanings: string[] }
  /** It has something that is no word of the vocabulary. */
  | { is: 'unknown' };

/** Longest text that is taken apart. */
const longest = 120;

const citations =
  /《[^《》]{1,40}》|(?:国务院)?(?:令)?第?[〇零一二三四五六七八九十百\d]{1,5}(?:条|款|项|号令)(?:第)?|\(?\d{1,2}(?:[-.]\d{1,2})*\)?[.、)]|[①-⑳]|\([一二三四五六七八九十]{1,2}\)|^[一二三四五六七八九十]{1,2}、|^[A-Ha-h\d]{1,2}(?=\p{Script=Han})/gu;

export interface Words {
  isBlank: (text: string) => boolean;
  /** The meaning of a text by a list. */
  meaningOf: (list: ValueList, text: string) => Meaning;
}

/** The words of the vocabulary ready for use; answers are kept, because registers repeat themselves. */
export function wordsOf({ blank, filler, values }: RegisterVocabulary): Words {
  const blanks = new Set(blank.map(plain));
  const isBlank = (text: string) => {
    const short = plain(text);
    return short === '' || blanks.has(short);
  };
  const fillers = filler.map((word): [string, null] => [bare(word), null]);
  const lexicons = new Map<ValueList, Lexicon>();
  const lexiconOf = (list: ValueList): Lexicon => {
    const known = lexicons.get(list);
    if (known !== undefined) return known;
    const all = Object.entries(values[list]).flatMap(([meaning, words]) =>
      words.map((word): [string, string] => [word, meaning]),
    );
    // A slash tells alternatives from a class and its member, which is lost where punctuation does not count.
    const own = all.filter(([word]) => !word.includes('/'));
    const lexicon: Lexicon = {
      whole: new Map(all.map(([word, meaning]) => [plain(word), meaning])),
      classes: all.filter(([word]) => word.includes('/')).map(([word, meaning]) => [plain(word), meaning]),
      byFirst: byFirst([
        ...fillers,
        ...own.map(([word, meaning]): [string, string] => [bare(word), meaning]),
      ]),
    };
    lexicons.set(list, lexicon);
    return lexicon;
  };
  const answers = new Map<string, Meaning>();
  return {
    isBlank,
    meaningOf: (list, text) => {
      const key = `${list} ${text}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer: Meaning = isBlank(text) ? { is: 'blank' } : read(text, lexiconOf(list));
      if (answers.size < 20_000) answers.set(key, answer);
      return answer;
    },
  };
}

interface Lexicon {
  /** Words as they are written. */
  whole: ReadonlyMap<string, string>;
  /** Those of them with a slash, which may stand before what belongs to the class: 法人/其他组织-商业企业. */
  classes: readonly (readonly [string, string])[];
  byFirst: ByFirst;
}

/** Words without punctuation by their first character, the longest first; `null`: it says nothing. */
type ByFirst = Map<string, [string, string | null][]>;

function byFirst(words: readonly [string, string | null][]): ByFirst {
  const lexicon: ByFirst = new Map();
  for (const each of words) {
    const first = each[0].charAt(0);
    lexicon.set(first, [...(lexicon.get(first) ?? []), each]);
  }
  for (const list of lexicon.values()) list.sort((a, b) => b[0].length - a[0].length);
  return lexicon;
}

function read(text: string, all: Lexicon): Meaning {
  const { whole: written, classes, byFirst: lexicon } = all;
  const short = plain(text);
  const exact = written.get(short);
  if (exact !== undefined) return { is: 'known', meanings: [exact] };
  const above = classes.find(([word]) => short.startsWith(word) && bare(short.charAt(word.length)) === '');
  if (above !== undefined) {
    const member = read(short.slice(above[0].length), all);
    return member.is === 'known' ? { is: 'known', meanings: [above[1], ...member.meanings] } : member;
  }
  const whole = bare(text);
  const own = lexicon.get(whole.charAt(0))?.find(([word, meaning]) => word === whole && meaning !== null);
  if (own?.[1] != null) return { is: 'known', meanings: [own[1]] };
  const rest = bare(plain(text).replaceAll(citations, ' '));
  if (rest.length > longest) return { is: 'unknown' };
  const meanings = taken(rest, lexicon);
  if (meanings === null || meanings.size === 0) return { is: 'unknown' };
  return { is: 'known', meanings: [...meanings] };
}

/** The meanings of the words of which a text consists, as few words as possible, of these as few that say nothing; `null` when it has anything else. */
function taken(text: string, lexicon: ByFirst): Set<string> | null {
  interface Best {
    cost: number;
    length: number;
    meaning: string | null;
  }
  const best: (Best | null)[] = Array.from({ length: text.length + 1 }, () => null);
  best[text.length] = { cost: 0, length: 0, meaning: null };
  for (let at = text.length - 1; at >= 0; at -= 1) {
    for (const [word, meaning] of lexicon.get(text.charAt(at)) ?? []) {
      const after = best[at + word.length];
      if (after == null || !text.startsWith(word, at)) continue;
      const cost = after.cost + (meaning === null ? 1.5 : 1);
      if (cost < (best[at]?.cost ?? Infinity)) best[at] = { cost, length: word.length, meaning };
    }
  }
  if (best[0] == null) return null;
  const meanings = new Set<string>();
  for (let at = 0; at < text.length;) {
    const step = best[at];
    if (step == null) return null;
    if (step.meaning !== null) meanings.add(step.meaning);
    at += step.length;
  }
  return meanings;
}
