import type { Lexicon, Unit } from '../../lexicon/lexicon.js';
import { longestAt } from '../../lexicon/words/trie.js';
import { isDigit, type Numeral, numeralAt } from './numerals.js';
import type { Token } from './token.js';

const codeChar = /[A-Za-z0-9._:/@\-—–\\]/;

const codeStart = /[A-Za-z]/;

/** What may follow a number that has no unit. */
const endsPhrase = /[,;:()。!?、和及与或]/;

/** A Chinese character or mark, or none: no part of a code. */
const isWide = (char: string): boolean => char === '' || char >= '\u3000';

/** A number in a code, a version, an address, a telephone number, a ratio, a time or a range is no count. */
function codeEnd(text: string, start: number, numeral: Numeral): number | null {
  const before = text[start - 1] ?? '';
  const after = text[numeral.end] ?? '';
  if (isWide(before) && isWide(after)) return null;
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

/** `1-6月8件`: digits behind a month that count something are no day of it. */
function isDay(text: string, at: number, lexicon: Lexicon): boolean {
  if (!isDigit(text[at])) return false;
  const numeral = numeralAt(text, at);
  return numeral === null || longestAt(lexicon.units, text, numeral.end)?.value.kind !== 'count';
}

/** Months from `first` to `last`, between `start` and `end`. */
function monthsAt(
  text: string,
  lexicon: Lexicon,
  { start, end, first, last }: { start: number; end: number; first: number; last: number },
): Token {
  const wholeYear = last === 12 && (first === 1 || '至到-—–~'.includes(text[start - 1] ?? ' '));
  const opensRange = '至到-—–~'.includes(text[end] ?? ' ');
  const date = isDay(text, end, lexicon) || '底末以'.includes(text[end] ?? ' ');
  return { kind: wholeYear || opensRange || date ? 'noise' : 'months', start, end };
}

/** The number, year or date at `start`; `null` when there is none. */
export function numberAt(text: string, start: number, lexicon: Lexicon): Token | null {
  const numeral = numeralAt(text, start);
  if (numeral === null) return null;
  if (!numeral.chinese) {
    const end = codeEnd(text, start, numeral);
    const range = rangeEnd(text, numeral);
    if (range !== null && text[range.end] === '月')
      return monthsAt(text, lexicon, { start, end: range.end + 1, first: numeral.value, last: range.value });
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
  if (next === '月' && value <= 12)
    return monthsAt(text, lexicon, { start, end: numeral.end + 1, first: value, last: value });
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
  if (isAdverb(text, start, numeral, unit)) return { kind: 'noise', start, end: unit.end };
  if (unit.value.kind === 'noise') return { kind: 'noise', start, end: unit.end };
  const after = longestAt(lexicon.tails, text, unit.end);
  // 较上年的 9 份多 5 份: by how many more.
  const tail = after !== null && numeralAt(text, after.end) !== null ? null : after;
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

/** “一次办结率”, 一次告知: once, and no count; nor is a Chinese numeral right behind a quotation mark. */
const isAdverb = (
  text: string,
  start: number,
  { chinese, value }: Numeral,
  unit: { end: number; value: Unit },
): boolean =>
  chinese &&
  ('“‘「『'.includes(text[start - 1] ?? ' ') ||
    (value === 1 && unit.value.family === 'times' && !endsPhrase.test(text[unit.end] ?? '。')));

/** `1、` and `2.` at the head of an item. */
function enumerates(text: string, start: number, end: number): boolean {
  return (
    '.、)'.includes(text[end] ?? ' ') &&
    !isDigit(text[end + 1]) &&
    (start === 0 || '。;:,(!?'.includes(text[start - 1] ?? ' '))
  );
}

/** 答复率100: its sign is lost, and it counts nothing. */
const isRate = /(?:率|比例|占比)(?:为|达|达到|:)?$/;

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
    isRate.test(text.slice(Math.max(0, start - 4), start)) ||
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
