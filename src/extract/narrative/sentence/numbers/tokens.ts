import type { Lexicon } from '../../lexicon/lexicon.js';
import { ownNameAt, type OwnNames } from '../../lexicon/own-names.js';
import type { Senses } from '../../lexicon/senses.js';
import { longestAt } from '../../lexicon/words/trie.js';
import { numberAt } from './number-at.js';
import { numeralStarts } from './numerals.js';
import type { Token } from './token.js';

/** What a character is that no word begins with. */
const sorts = new Map<number, 'mark' | 'quote' | 'numeral'>();
const sorted = {
  mark: ',;:()。!?、|',
  quote: '.“”"\'‘’「」『』《》〈〉<>【】[]〔〕{}…·—-–~/*#_+=&@^\\`',
  numeral: numeralStarts,
};
for (const sort of ['mark', 'quote', 'numeral'] as const)
  for (const char of sorted[sort]) sorts.set(char.charCodeAt(0), sort);

const longestTitle = 160;

const longestName = 24;

/** `《…》` with titles inside titles; a bracket that does not close soon is a mark like any other. */
function titleEnd(text: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + longestTitle); at += 1) {
    if (text[at] === '《') depth += 1;
    if (text[at] === '》') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

/** “云浦发布”微信公众号: the quoted name of a channel or a column. */
function quotedName(text: string, start: number, lexicon: Lexicon): number | null {
  const close = text.slice(start + 1, start + longestName).search(/[“”,。;:!?]/);
  const end = start + close + 2;
  if (close < 1 || text[end - 1] !== '”') return null;
  const after = longestAt(lexicon.words, text, end)?.value;
  return after !== undefined && (after.channel !== null || after.roles.has('facility')) ? end : null;
}

/** Where a title or a name in quotation marks ends that begins at `start`. */
function quotedEnd(text: string, start: number, lexicon: Lexicon): number | null {
  if (text[start] === '《') return titleEnd(text, start);
  return text[start] === '“' ? quotedName(text, start, lexicon) : null;
}

/** 收到《政府信息公开申请表》16 份: a form is called by what it is one of. */
const isNoun = ({ topic, strength, opaque }: Senses): boolean =>
  topic !== null && strength === 'strong' && !opaque;

const longer = <Match extends { end: number }>(one: Match | null, other: Match | null): Match | null =>
  one === null || (other !== null && other.end > one.end) ? other : one;

/** What stands between the cells of a row is a pause like any other. */
const markAt = (text: string, at: number): string => (text[at] === '|' ? ',' : text.charAt(at));

/** Splits folded text (see `runningText`) into tokens that cover it without gaps; `names` are words of this report alone. Linear. */
export function tokenise(text: string, lexicon: Lexicon, names: OwnNames = new Map()): Token[] {
  const tokens: Token[] = [];
  let rest = 0;
  const push = (token: Token) => {
    if (rest < token.start)
      tokens.push({ kind: 'rest', start: rest, end: token.start, text: text.slice(rest, token.start) });
    tokens.push(token);
    rest = token.end;
  };
  let at = 0;
  while (at < text.length) {
    const sort = sorts.get(text.charCodeAt(at));
    const word = longer(ownNameAt(names, text, at), longestAt(lexicon.words, text, at));
    const number = sort === 'numeral' ? numberAt(text, at, lexicon) : null;
    const title = sort === 'quote' ? quotedEnd(text, at, lexicon) : null;
    const form = title === null ? null : longestAt(lexicon.words, text, at + 1);
    if (title !== null && form?.end === title - 1 && isNoun(form.value))
      push({ kind: 'word', start: at, end: title, senses: form.value });
    else if (title !== null) push({ kind: 'title', start: at, end: title });
    else if (number !== null && (word === null || number.end > word.end || word.value.roles.has('negation')))
      push(number);
    else if (word !== null) push({ kind: 'word', start: at, end: word.end, senses: word.value });
    else if (text.startsWith('——', at)) push({ kind: 'mark', start: at, end: at + 2, char: ',' });
    else if (sort === 'mark') push({ kind: 'mark', start: at, end: at + 1, char: markAt(text, at) });
    else if (sort === 'quote') push({ kind: 'noise', start: at, end: at + 1 });
    at = rest > at ? rest : at + 1;
  }
  if (rest < text.length)
    tokens.push({ kind: 'rest', start: rest, end: text.length, text: text.slice(rest) });
  return tokens;
}
