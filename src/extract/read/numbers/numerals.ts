const digits = '零一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';

/** `n` from 1 to 9999 in words: 十二, 一百零三; `tens` writes 10–19 without a leading 一. */
function chinese(n: number, numerals: string, units: readonly string[], tens: boolean): string {
  let text = '';
  let zero = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    if (zero) text += numerals.charAt(0);
    zero = false;
    const bare = tens && digit === 1 && power === 1 && text === '';
    text += (bare ? '' : numerals.charAt(digit)) + (units[power] ?? '');
  }
  return text;
}

function roman(n: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = n;
  let text = '';
  for (const [value, mark] of steps) {
    text += mark.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** a … z, aa, bb … as word processors count. */
function letter(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}

/** The nth of a run of characters, or `null` beyond its end. */
function nth(first: string, count: number, n: number): string | null {
  return n <= count ? String.fromCodePoint((first.codePointAt(0) ?? 0) + n - 1) : null;
}

const counting = (n: number) => chinese(n, digits, ['', '十', '百', '千'], true);
const legal = (n: number) => chinese(n, legalDigits, ['', '拾', '佰', '仟'], false);
const circled = (n: number) => nth('①', 20, n);
const cycle = (signs: string) => (n: number) => (n <= signs.length ? signs.charAt(n - 1) : null);

/** Names of ST_NumberFormat (ECMA-376 Part 1, 17.18.59). */
const formats: Record<string, (n: number) => string | null> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) =>
    String(n).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: (n) =>
    String(n).replaceAll(/\d/g, (digit) => (digit === '0' ? '〇' : digits.charAt(Number(digit)))),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerLetter: letter,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (n) => nth('⑴', 20, n),
  decimalEnclosedFullstop: (n) => nth('⒈', 20, n),
  ideographEnclosedCircle: (n) => nth('㊀', 10, n),
  none: () => '',
};

/** The number of a list item in a number format; decimal where the format is unknown or cannot write it. */
export function formatNumber(n: number, format: string): string {
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (known === undefined || !(n >= 1 && n <= 3999)) return format === 'none' ? '' : String(n);
  return known(n) ?? String(n);
}
