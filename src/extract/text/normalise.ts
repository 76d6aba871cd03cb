import type { Script } from './script.js';

/** Normalised text with the way back to its source. */
export interface Normalised {
  text: string;
  /** For each UTF-16 unit of `text` the index in the source where it begins; one more entry for the end of the source. */
  readonly offsets: readonly number[];
}

const pinyinAfterHan = /(?<=[\u3400-\u9fff])\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\)/gu;

/** Radicals that NFKC leaves alone (CJK Radicals Supplement), or makes traditional (⼾), by the character they stand for. */
const radicals: Record<string, string> = {
  '⼾': '户',
  '⺁': '厂',
  '⺇': '几',
  '⺈': '刀',
  '⺊': '卜',
  '⺌': '小',
  '⺎': '尢',
  '⺓': '幺',
  '⺗': '心',
  '⺙': '攵',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺢': '水',
  '⺣': '火',
  '⺥': '爪',
  '⺧': '牛',
  '⺩': '王',
  '⺪': '疋',
  '⺫': '目',
  '⺬': '示',
  '⺮': '竹',
  '⺰': '糸',
  '⺶': '羊',
  '⺷': '羊',
  '⺸': '羊',
  '⺼': '肉',
  '⺽': '臼',
  '⻁': '虎',
  '⻂': '衣',
  '⻃': '西',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻈': '讠',
  '⻉': '贝',
  '⻋': '车',
  '⻌': '辶',
  '⻍': '辶',
  '⻓': '长',
  '⻔': '门',
  '⻖': '阝',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

const folds = new Map<string, string>(Object.entries(radicals));
for (let i = 1; i <= 20; i += 1) folds.set(String.fromCharCode(0x245f + i), `(${i})`);

function fold(character: string): string {
  let result = folds.get(character);
  if (result === undefined) {
    result = character.normalize('NFKC');
    folds.set(character, result);
  }
  return result;
}

const isSpace = (code: number) =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0x85 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2028 ||
  code === 0x2029;
const isIgnorable = (code: number) =>
  code === 0xfeff ||
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  code === 0x2060 ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code < 0x20 && !isSpace(code));
/** Latin letters, between which a space separates words. */
const isLatin = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isPlain = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code > 0x20 && code < 0x7f) ||
  code === 0x3001 ||
  code === 0x3002 ||
  (code >= 0x3008 && code <= 0x3011) ||
  (code >= 0x2018 && code <= 0x201d) ||
  code === 0x3014 ||
  code === 0x3015;

/** Removes pinyin in brackets after characters. */
function stripPinyin({ text, offsets }: Normalised): Normalised {
  const kept: number[] = [];
  let result = '';
  let from = 0;
  for (const match of text.matchAll(pinyinAfterHan)) {
    result += text.slice(from, match.index);
    for (let i = from; i < match.index; i += 1) kept.push(offsets[i] ?? 0);
    from = match.index + match[0].length;
  }
  if (from === 0) return { text, offsets };
  result += text.slice(from);
  for (let i = from; i <= text.length; i += 1) kept.push(offsets[i] ?? 0);
  return { text: result, offsets: kept };
}

/** Characters that normalising leaves alone, as `isPlain`, or replaces by one each: ASCII of full width. */
const even = /^[\u4e00-\u9fff!-~\u3001\u3002\u3008-\u3011\u2018-\u201d\u3014\u3015\uff01-\uff5e]*$/;
const fullWidth = /[\uff01-\uff5e]/g;
const halfWidth = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** The text of {@link normalise} where every character stays in its place; `null` for any other source. */
function evenly(source: string, { pinyin, simplify }: Script): string | null {
  if (pinyin || !even.test(source)) return null;
  const text = source.replace(fullWidth, halfWidth);
  return simplify === null ? text : simplify(text);
}

/**
 * NFKC with CJK radicals, traditional to simplified, pinyin in brackets and stray spaces removed. A space stays only between two Latin
 * letters or between two digits, where it separates; runs of white space count as one. `offsets` leads back to `source`.
 */
export function normalise(source: string, script: Script): Normalised {
  const { whole } = doneFor(script);
  let done = whole.get(source);
  if (done === undefined) {
    done = normaliseOnce(source, script);
    if (whole.size < mostKept) whole.set(source, done);
  }
  return done;
}

interface Done {
  whole: Map<string, Normalised>;
  texts: Map<string, string>;
}

/** More texts than one report has: those of a file of hundreds of reports are not all kept. */
const mostKept = 4000;

const doneByScript = new WeakMap<Script, Done>();

/** What was normalised already: most texts of a document are asked for by several stages. */
function doneFor(script: Script): Done {
  let done = doneByScript.get(script);
  if (done === undefined) {
    done = { whole: new Map(), texts: new Map() };
    doneByScript.set(script, done);
  }
  return done;
}

function normaliseOnce(source: string, script: Script): Normalised {
  const even = evenly(source, script);
  if (even !== null) {
    const offsets: number[] = [];
    for (let i = 0; i <= source.length; i += 1) offsets.push(i);
    return { text: even, offsets };
  }
  let text = '';
  const offsets: number[] = [];
  let space = -1;
  const separate = (after: number) => {
    if (space < 0 || text === '') return;
    const before = text.charCodeAt(text.length - 1);
    if ((isLatin(before) && isLatin(after)) || (isDigit(before) && isDigit(after))) {
      text += ' ';
      offsets.push(space);
    }
  };
  for (let i = 0; i < source.length;) {
    const code = source.charCodeAt(i);
    if (isPlain(code)) {
      separate(code);
      space = -1;
      const start = i;
      do {
        offsets.push(i);
        i += 1;
      } while (i < source.length && isPlain(source.charCodeAt(i)));
      text += source.slice(start, i);
      continue;
    }
    const character = code >= 0xd800 && code <= 0xdbff ? source.slice(i, i + 2) : source.charAt(i);
    const folded = isSpace(code) ? '' : fold(character);
    if (folded.trim() === '') {
      if (space < 0 && !isIgnorable(code)) space = i;
    } else if (!isIgnorable(code)) {
      separate(folded.charCodeAt(0));
      space = -1;
      for (let k = 0; k < folded.length; k += 1) offsets.push(i);
      text += folded;
    }
    i += character.length;
  }
  offsets.push(source.length);
  const bare = script.pinyin ? stripPinyin({ text, offsets }) : { text, offsets };
  return script.simplify === null ? bare : { text: script.simplify(bare.text), offsets: bare.offsets };
}

/** The text of {@link normalise}, for who needs no way back. */
export function normalised(source: string, script: Script): string {
  const { texts } = doneFor(script);
  let text = texts.get(source);
  if (text === undefined) {
    text = evenly(source.trim(), script) ?? normalise(source, script).text;
    if (texts.size < mostKept) texts.set(source, text);
  }
  return text;
}
