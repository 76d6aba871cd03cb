/** `open`/`close`: braces; `word`: a control word or symbol with its number; `bytes`: text, written out or as `\'xx`. */
export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; number: number | null }
  | { kind: 'bytes'; bytes: string };

const plain = /[^\\{}\r\n\0]+/y;
const word = /[a-zA-Z]{1,32}/y;
const number = /-?\d{1,10}/y;
const hex = /[0-9a-fA-F]{2}/y;

/** Splits RTF, one character per byte, into tokens. Binary data is left out. */
export function* tokens(source: string): Generator<Token, undefined> {
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  while (at < source.length) {
    const text = match(plain);
    if (text !== null) {
      yield { kind: 'bytes', bytes: text };
      continue;
    }
    const character = source.charAt(at);
    at += 1;
    if (character === '{') yield { kind: 'open' };
    else if (character === '}') yield { kind: 'close' };
    else if (character === '\\') {
      const name = match(word);
      if (name !== null) {
        const digits = match(number);
        if (source[at] === ' ') at += 1;
        if (name === 'bin') at += Math.max(0, Number(digits ?? 0));
        else yield { kind: 'word', word: name, number: digits === null ? null : Number(digits) };
        continue;
      }
      const symbol = source.charAt(at);
      at += 1;
      if (symbol === '') return;
      const code = symbol === "'" ? match(hex) : null;
      if (code !== null) yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(code, 16)) };
      else if (symbol === '\\' || symbol === '{' || symbol === '}') yield { kind: 'bytes', bytes: symbol };
      else yield { kind: 'word', word: symbol, number: null };
    }
  }
}
