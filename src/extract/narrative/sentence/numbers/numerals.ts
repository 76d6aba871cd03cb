/** A numeral as written, before its unit is known. */
export interface Numeral {
  end: number;
  value: number;
  /** The value without a 万 or 亿 at its end, and that word: 12.5万 is 12.5 and 万. */
  plain: number;
  large: '万' | '亿' | null;
  /** Decimals printed, 0 for an integer. */
  decimals: number;
  /** 余, 多 or 几 stands inside or after it: 1650余, 9.2余万, 百余. */
  more: boolean;
  /** Written with Chinese numerals only. */
  chinese: boolean;
}

const digitOf = new Map<string, number>(
  [...'〇零一二三四五六七八九'].map((char, index): [string, number] => [char, Math.max(0, index - 1)]),
);
digitOf.set('两', 2);
const smallUnits = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const largeUnits = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);
/** No Chinese numeral of a report is longer; bounds the work at each character. */
const longest = 24;
const more = new Set(['余', '多', '几']);

export const isDigit = (char: string | undefined): boolean =>
  char !== undefined && char >= '0' && char <= '9';

/** `1234`, `1,234`, `12.5`, `1.2万`, `9.2余万`, `1650余`; `null` when no digit stands at `start`. */
function arabic(text: string, start: number): Numeral | null {
  let end = start;
  while (isDigit(text[end])) end += 1;
  if (end === start) return null;
  let digits = text.slice(start, end);
  if (digits.length <= 3 && digits[0] !== '0') {
    while (
      text[end] === ',' &&
      [1, 2, 3].every((ahead) => isDigit(text[end + ahead])) &&
      !isDigit(text[end + 4])
    ) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  let decimals = 0;
  if (text[end] === '.' && isDigit(text[end + 1])) {
    const point = end;
    end += 1;
    while (isDigit(text[end])) end += 1;
    decimals = end - point - 1;
    digits += text.slice(point, end);
  }
  let value = Number(digits);
  let plain = value;
  let large: Numeral['large'] = null;
  let vague = false;
  const skipMore = () => {
    if (!more.has(text[end] ?? '')) return;
    vague = true;
    end += 1;
  };
  skipMore();
  const magnitude = smallUnits.get(text[end] ?? '') ?? largeUnits.get(text[end] ?? '');
  if (magnitude !== undefined) {
    const word = text[end];
    if (word === '万' || word === '亿') large = word;
    else plain *= magnitude;
    value = Math.round(value * magnitude * 1e6) / 1e6;
    end += 1;
    skipMore();
  }
  return { end, value, plain, large, decimals, more: vague, chinese: false };
}

/** `三十一`, `一百零五`, `两`, `十二万`, `百余`, `二〇二一`; `null` when no Chinese numeral stands at `start`. */
function chinese(text: string, start: number): Numeral | null {
  let end = start;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let positional = '';
  let units = 0;
  for (; end < text.length && end < start + longest; end += 1) {
    const char = text[end] ?? '';
    const plain = digitOf.get(char);
    const small = smallUnits.get(char);
    const large = largeUnits.get(char);
    if (plain !== undefined) {
      digit = plain;
      positional += String(plain);
    } else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
      units += 1;
    } else if (large !== undefined) {
      const below = section + (digit ?? 0);
      total = (total + (below === 0 && total === 0 ? 1 : below)) * large;
      section = 0;
      digit = null;
      units += 1;
    } else break;
  }
  if (end === start) return null;
  let value = total + section + (digit ?? 0);
  if (units === 0 && positional.length > 1) value = positional.length === 4 ? Number(positional) : Number.NaN;
  let vague = false;
  if (more.has(text[end] ?? '')) {
    vague = true;
    end += 1;
    const magnitude = largeUnits.get(text[end] ?? '');
    if (magnitude !== undefined) {
      value *= magnitude;
      end += 1;
    }
  }
  return Number.isSafeInteger(value)
    ? { end, value, plain: value, large: null, decimals: 0, more: vague, chinese: true }
    : null;
}

/** What a numeral can begin with. */
export const numeralStarts = '0123456789〇零一二三四五六七八九十百千万亿两';

/** The numeral that begins at `start` of text without spaces, or `null`. Linear in its own length. */
export function numeralAt(text: string, start: number): Numeral | null {
  return arabic(text, start) ?? chinese(text, start);
}
