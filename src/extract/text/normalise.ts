import type { Document } from '../../model/index.js';
import { withOwnTerms } from './converted.js';

/** Normalised text with the way back to its source. */
export interface Normalised {
  text: string;
  /** For each UTF-16 unit of `text` the index in the source where it begins; one more entry for the end of the source. */
  readonly offsets: readonly number[];
}

/** How a document writes, decided once for the whole document so that single words are not misjudged. */
export interface Script {
  /** Traditional to simplified, length preserving; `null` for a document in simplified script. */
  simplify: ((text: string) => string) | null;
  /** Pinyin stands in brackets after characters: 報(bào)告. */
  pinyin: boolean;
}

/** Characters in daily use that only traditional script has. */
const traditionalOnly =
  /[國務開關請報條辦訊與為機項個會發資設織權監證據業處經濟規範總構質東龍區縣鄉鎮從學時間問題應當無來這對實現進還過種體點們後動]/g;

const toneMark = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;
const toneMarked = /\([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}\)/gu;
const pinyinAfterHan = /(?<=[\u3400-\u9fff])\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\)/gu;

const scripts = new WeakMap<Document, Promise<Script>>();

/** How a document writes. */
export function scriptOf(document: Document): Promise<Script> {
  let known = scripts.get(document);
  if (known === undefined) {
    known = detectScript(beginningOf(document));
    scripts.set(document, known);
  }
  return known;
}

/** Characters by which the script of a document is told. */
const sampled = 60_000;

function beginningOf({ blocks }: Document): string {
  let text = '';
  for (const block of blocks) {
    if (text.length >= sampled) break;
    if (block.kind === 'paragraph') text += `${block.text}\n`;
    if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row) text += `${cell.text}\n`;
  }
  return text;
}

/** Looks at a text; loads the conversion table only when it is needed. */
export async function detectScript(text: string): Promise<Script> {
  const sample = text.slice(0, sampled);
  const traditional = sample.match(traditionalOnly)?.length ?? 0;
  const marked = toneMark.test(sample)
    ? (sample.replaceAll('（', '(').replaceAll('）', ')').match(toneMarked)?.length ?? 0)
    : 0;
  const han = traditional >= 3 || marked >= 3 ? (sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0) : 0;
  const isTraditional = traditional >= 3 && traditional * 100 >= han;
  return {
    simplify: isTraditional ? await simplifierOnce() : null,
    pinyin: marked >= 3 && marked * 200 >= han,
  };
}

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

let simplifier: Promise<(text: string) => string> | null = null;

const simplifierOnce = () => (simplifier ??= loadSimplify());

async function loadSimplify(): Promise<(text: string) => string> {
  // The declarations of the package do not resolve under Node's module rules.
  const { Converter } = (await import('opencc-js/t2cn')) as unknown as {
    Converter: (options: { from: string; to: string }) => (text: string) => string;
  };
  const convert = Converter({ from: 't', to: 'cn' });
  return (text) => {
    const whole = convert(text);
    if (whole.length === text.length) return withOwnTerms(whole);
    const each = Array.from(text, (character) => {
      const one = convert(character);
      return one.length === character.length ? one : character;
    });
    return withOwnTerms(each.join(''));
  };
}

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
    whole.set(source, done);
  }
  return done;
}

interface Done {
  whole: Map<string, Normalised>;
  texts: Map<string, string>;
}

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
    texts.set(source, text);
  }
  return text;
}
