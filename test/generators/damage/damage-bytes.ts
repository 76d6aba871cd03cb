import * as fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';

/** One way to spoil a file; places are shares of its length. */
interface Spoiling {
  kind: 'flip' | 'cut' | 'repeat' | 'insert' | 'end';
  at: number;
  length: number;
  byte: number;
  token: string;
}

/** What readers may trip over: numbers out of any range, structure opened or closed out of turn. */
const tokens = [
  '99999999999',
  '-1',
  'NaN',
  '1e309',
  '0',
  '<w:tbl>',
  '</w:tc>',
  '<w:tr/>',
  '<w:vMerge/>',
  '<w:gridSpan w:val="4000000000"/>',
  '<w:p>',
  '</w:p>',
  '<w:del>',
  '<table:table-cell table:number-columns-repeated="99999999">',
  '<text:list>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<c r="ZZZ99999999"><v>1</v></c>',
  '&lt;',
  '&x;',
  ']]>',
  '<!--',
  '\\trowd',
  '\\cellx',
  '\\row',
  '\\itap9',
  "\\'",
  '\\u',
  '\\bin99',
  '{',
  '}',
  '\r\n\r\n',
  '--B',
  '=?gbk?B?',
  '\0',
  '\u{feff}',
];

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'cut', 'repeat', 'insert', 'insert', 'end'),
  at: fc.double({ min: 0, max: 0.999999, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  byte: fc.integer({ min: 1, max: 255 }),
  token: fc.constantFrom(...tokens),
});

function spoil(bytes: Uint8Array, { kind, at, length, byte, token }: Spoiling): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const before = bytes.subarray(0, from);
  const piece = bytes.subarray(from, from + length);
  const after = bytes.subarray(from + length);
  switch (kind) {
    case 'flip':
      return joined(
        before,
        piece.map((each, index) => (index === 0 ? each ^ byte : each)),
        after,
      );
    case 'cut':
      return joined(before, after);
    case 'repeat':
      return joined(before, ...new Array<Uint8Array>(byte).fill(piece), after);
    case 'insert':
      return joined(before, new TextEncoder().encode(token), piece, after);
    case 'end':
      return before;
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * The sample with a few things spoiled: in the file itself or, in an archive, also in one of the files that it holds.
 */
export function damaged(sample: Uint8Array): fc.Arbitrary<Uint8Array> {
  const list = fc.array(spoiling, { minLength: 1, maxLength: 6 });
  const whole = list.map((all) => all.reduce(spoil, sample));
  if (sample[0] !== 0x50 || sample[1] !== 0x4b) return whole;
  const files = unzipSync(sample);
  const inside = fc
    .tuple(fc.constantFrom(...Object.keys(files)), list)
    .map(([name, all]) =>
      zipSync({ ...files, [name]: all.reduce(spoil, files[name] ?? new Uint8Array()) }, { level: 1 }),
    );
  return fc.oneof({ weight: 1, arbitrary: whole }, { weight: 4, arbitrary: inside });
}
