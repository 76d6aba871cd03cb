const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Value of a number written in Chinese numerals (三十一, 一百零二, 两万三千, 〇); `null` for anything else. A unit alone is no number: 万 is what
 * is left of 万元, not nothing. Only 十 may begin one.
 */
export function chineseNumber(text: string): number | null {
  if (text === '' || text.length > 16) return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  for (const character of text) {
    const unit = units[character];
    if (character in digits) {
      if (digit !== null && digit !== 0) return null;
      digit = digits[character] ?? null;
    } else if (unit !== undefined) {
      const isFirst = unit === 10 && digit === null && section === 0 && total === 0;
      if (unit >= lastUnit || (!isFirst && (digit ?? 0) === 0)) return null;
      section += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    } else if (character === '万' || character === '亿') {
      if (total + section + (digit ?? 0) === 0) return null;
      total = (total + section + (digit ?? 0)) * (character === '万' ? 1e4 : 1e8);
      section = 0;
      lastUnit = Infinity;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}
