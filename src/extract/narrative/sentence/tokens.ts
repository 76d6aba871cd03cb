import type { Qualifier } from '../../../model/report/claim.js';
import type { Lexicon, Unit } from '../lexicon/lexicon.js';
import type { Senses } from '../lexicon/senses.js';
import { isDigit, numeralAt, startsNumeral, type Numeral } from './numerals.js';
import { longestAt, trieOf, type Trie } from '../lexicon/trie.js';

interface Span {
  start: number;
  end: number;
}

export interface NumberToken extends Span {
  kind: 'number';
  value: number;
  decimals: number;
  unit: Unit | null;
  /** From 余, 多, 左右, 以上 … that stand with the number; words before it are weighed later. */
  qualifier: Qualifier;
  chinese: boolean;
}

export type Token =
  | NumberToken
  /** A calendar year. */
  | (Span & { kind: 'year'; year: number })
  /** A month, a span of months or of years: the number is not for the year. */
  | (Span & { kind: 'months' })
  /** Dates, document numbers, ordinals, codes: numbers that count nothing. */
  | (Span & { kind: 'noise' })
  /** 《…》 */
  | (Span & { kind: 'title' })
  | (Span & { kind: 'word'; senses: Senses })
  | (Span & { kind: 'mark'; char: string })
  /** Characters that no list knows. */
  | (Span & { kind: 'rest'; text: string });

const marks = new Set(',;:()。!?、');
const quotes = new Set('.“”"\'‘’「」『』《》〈〉<>【】[]〔〕{}…·—-–~/|*#_+=&@^\\`');
const codeChar = /[A-Za-z0-9._:/@\-—–\\]/;
const codeStart = /[A-Za-z]/;
/** What may follow a number that has no unit. */
const endsPhrase = /[,;:()。!?、和及与或]/;
const longestTitle = 160;
const longestName = 24;
const noNames = trieOf<Senses>(new Map());

/** A number in a code, a version, an address, a telephone number, a ratio, a time or a range is no count. */
function codeEnd(text: string, start: number, numeral: Numeral): number | null {
  const before = text[start - 1] ?? '';
  const after = text[numeral.end] ?? '';
  const glued =
    codeStart.test(before) ||
    ('-/.:@_'.includes(before) && before !== '' && /[A-Za-z0-9]/.test(text[start - 2] ?? '')) ||
    codeStart.test(after) ||
    ('-/.:—–~'.includes(after) && after !== '' && isDigit(text[numeral.end + 1]));
  if (!glued) return null;
  let end = numeral.end;
  while (codeChar.test(text[end] ?? '') || text[end] === '~') end += 1;
  return end;
}

/** `1至6月`, `3-5件`: the end of a range that begins with `numeral`. */
function rangeEnd(text: string, numeral: Numeral): Numeral | null {
  if (!'至到-—–~'.includes(text[numeral.end] ?? ' ')) return null;
  return numeralAt(text, numeral.end + 1);
}

function months(text: string, start: number, first: number, last: number, end: number): Token {
  const wholeYear = last === 12 && (first === 1 || '至到-—–~'.includes(text[start - 1] ?? ' '));
  const opensRange = '至到-—–~'.includes(text[end] ?? ' ');
  const date = isDigit(text[end]) || '底末以'.includes(text[end] ?? ' ');
  return { kind: wholeYear || opensRange || date ? 'noise' : 'months', start, end };
}

/** The number, year or date at `start`; `null` when there is none. */
function numberAt(text: string, start: number, lexicon: Lexicon): Token | null {
  const numeral = numeralAt(text, start);
  if (numeral === null) return null;
  if (!numeral.chinese) {
    const end = codeEnd(text, start, numeral);
    const range = rangeEnd(text, numeral);
    if (range !== null && text[range.end] === '月')
      return months(text, start, numeral.value, range.value, range.end + 1);
    if (range !== null) {
      const unit = longestAt(lexicon.units, text, range.end);
      if (unit !== null) return { kind: 'noise', start, end: unit.end };
    }
    if (end !== null) return { kind: 'noise', start, end };
  }
  const { value } = numeral;
  if (value > Number.MAX_SAFE_INTEGER) return { kind: 'noise', start, end: numeral.end };
  if (text[start - 1] === '第') {
    return { kind: 'noise', start, end: longestAt(lexicon.units, text, numeral.end)?.end ?? numeral.end };
  }
  const next = text[numeral.end] ?? '';
  if (next === '年' && value >= 1949 && value < 2100) {
    return { kind: 'year', start, end: numeral.end + (text[numeral.end + 1] === '度' ? 2 : 1), year: value };
  }
  if (next === '月' && value <= 12) return months(text, start, value, value, numeral.end + 1);
  if (text.startsWith('分之', numeral.end)) {
    const share = numeralAt(text, numeral.end + 2);
    if (share === null || value !== 100) return { kind: 'noise', start, end: share?.end ?? numeral.end };
    const unit: Unit = { name: '%', kind: 'percent', family: 'percent', factor: 1 };
    return {
      kind: 'number',
      start,
      end: share.end,
      value: share.value,
      decimals: share.decimals,
      unit,
      qualifier: 'exact',
      chinese: true,
    };
  }
  if (next === '年' && '来间以'.includes(text[numeral.end + 1] ?? ' '))
    return { kind: 'months', start, end: numeral.end + 2 };
  const unit = longestAt(lexicon.units, text, numeral.end);
  if (unit === null) return unitless(text, start, numeral, lexicon);
  if (unit.value.kind === 'noise') return { kind: 'noise', start, end: unit.end };
  const tail = longestAt(lexicon.tails, text, unit.end);
  const money =
    unit.value.kind === 'money' && numeral.large !== null
      ? longestAt(lexicon.units, text, numeral.end - 1)
      : null;
  return {
    kind: 'number',
    start,
    end: tail?.end ?? unit.end,
    value: money === null ? value : numeral.plain,
    decimals: numeral.decimals,
    unit: money?.value ?? unit.value,
    qualifier: tail?.value ?? (numeral.more ? 'atLeast' : 'exact'),
    chinese: numeral.chinese,
  };
}

/** `1、` and `2.` at the head of an item. */
function enumerates(text: string, start: number, end: number): boolean {
  return (
    '.、)'.includes(text[end] ?? ' ') &&
    !isDigit(text[end + 1]) &&
    (start === 0 || '。;:,(!?'.includes(text[start - 1] ?? ' '))
  );
}

/** Without a unit only short digits count; long ones are codes, and 20xx is a year that lost its 年. */
function unitless(text: string, start: number, numeral: Numeral, lexicon: Lexicon): Token | null {
  // 0 申请、0 复议: the digit stands for 零.
  const denial = longestAt(lexicon.words, '零', 0)?.value;
  const noun =
    numeral.value === 0 && numeral.end === start + 1 ? longestAt(lexicon.words, text, numeral.end) : null;
  if (!numeral.chinese && denial !== undefined && noun !== null && noun.value.topic !== null)
    return { kind: 'word', start, end: numeral.end, senses: denial };
  if (numeral.chinese) {
    const zero =
      text[start] === '零' && numeral.end === start + 1 && '为是:'.includes(text[start - 1] ?? ' ');
    if (!zero) return null;
  } else if (!endsPhrase.test(text[numeral.end] ?? '。')) {
    return { kind: 'noise', start, end: numeral.end };
  } else if (
    numeral.end - start >= 7 ||
    enumerates(text, start, numeral.end) ||
    (numeral.value >= 1990 && numeral.value < 2100 && numeral.decimals === 0)
  ) {
    return { kind: 'noise', start, end: numeral.end };
  }
  const { end, value, decimals, more, chinese } = numeral;
  return {
    kind: 'number',
    start,
    end,
    value,
    decimals,
    unit: null,
    qualifier: more ? 'atLeast' : 'exact',
    chinese,
  };
}

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

const longer = <Match extends { end: number }>(one: Match | null, other: Match | null): Match | null =>
  one === null || (other !== null && other.end > one.end) ? other : one;

/** Splits folded text (see `runningText`) into tokens that cover it without gaps; `names` are words of this report alone. Linear. */
export function tokenise(text: string, lexicon: Lexicon, names: Trie<Senses> = noNames): Token[] {
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
    const char = text[at] ?? '';
    const word = longer(longestAt(names, text, at), longestAt(lexicon.words, text, at));
    const number = startsNumeral(char) ? numberAt(text, at, lexicon) : null;
    const title = char === '《' ? titleEnd(text, at) : char === '“' ? quotedName(text, at, lexicon) : null;
    if (title !== null) push({ kind: 'title', start: at, end: title });
    else if (number !== null && (word === null || number.end > word.end || word.value.roles.has('negation')))
      push(number);
    else if (word !== null) push({ kind: 'word', start: at, end: word.end, senses: word.value });
    else if (marks.has(char)) push({ kind: 'mark', start: at, end: at + 1, char });
    else if (quotes.has(char)) push({ kind: 'noise', start: at, end: at + 1 });
    at = rest > at ? rest : at + 1;
  }
  if (rest < text.length)
    tokens.push({ kind: 'rest', start: rest, end: text.length, text: text.slice(rest) });
  return tokens;
}
