/** What a decoder says about bytes. */
export interface Decoded {
  text: string;
  /** WHATWG label, e.g. `utf-8`, `utf-16le`, `gb18030`, `big5`. */
  encoding: string;
  /** No byte order mark, strict check or majority of evidence settled it. */
  guessed: boolean;
}

/** Characters that nearly every report holds, whatever the script; used to weigh legacy decodings against each other. */
const frequent =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严請報開關國務資訊條辦]/gu;

const fatal = (encoding: string) => new TextDecoder(encoding, { fatal: true });
const lenient = (encoding: string) => new TextDecoder(encoding);

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return fatal(encoding).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of characters that are frequent in Chinese reports, minus damage. */
function plausibility(text: string): number {
  const sample = text.slice(0, 20_000);
  const han = sample.match(/[\u3400-\u9fff\uf900-\ufaff\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  if (han === 0) return 0;
  const known = sample.match(frequent)?.length ?? 0;
  const damage = sample.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return (known - 4 * damage) / han;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows zero bytes on one side of ASCII characters (line ends, digits, markup). */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length / 200;
  if (odd > many && odd > 4 * even) return 'utf-16le';
  if (even > many && even > 4 * odd) return 'utf-16be';
  return null;
}

/** Encoding that an HTML or XML document declares in its first bytes. */
function declared(bytes: Uint8Array): string | null {
  const head = lenient('windows-1252').decode(bytes.subarray(0, 2048));
  const label =
    /charset\s{0,4}=\s{0,4}["']?([\w-]{2,20})/i.exec(head)?.[1] ??
    /encoding\s{0,4}=\s{0,4}["']([\w-]{2,20})/i.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** Evidence that a declaration of the encoding is worth, in units of `plausibility`. */
const declarationWeight = 0.1;

/**
 * Decides the encoding by content: byte order mark, UTF-16 pattern, strict UTF-8, then the legacy Chinese encoding whose result reads
 * most like Chinese; a declaration only tips a balance, because pages often declare the wrong one.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return { text: lenient(mark).decode(bytes), encoding: mark, guessed: false };
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return { text: lenient(wide).decode(bytes), encoding: wide, guessed: true };
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false };
  const label = declared(bytes);
  const candidates = ['utf-8', 'gb18030', 'big5']
    .map((encoding) => ({ encoding, text: lenient(encoding).decode(bytes) }))
    .map((each) => ({
      ...each,
      score:
        plausibility(each.text) +
        (label === each.encoding || (label === 'gbk' && each.encoding === 'gb18030') ? declarationWeight : 0),
    }));
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  return { text: best.text, encoding: best.encoding, guessed: true };
}
