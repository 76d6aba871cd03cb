import type { Document } from '../../model/index.js';
import { withOwnTerms } from './converted.js';

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
