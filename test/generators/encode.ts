export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes of each character that the two-byte area of a Chinese encoding has, by decoding the whole area. */
function twoByteTable(label: 'gb18030' | 'big5'): Map<string, [number, number]> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  return table;
}

const tables = new Map<string, Map<string, [number, number]>>();

function twoByte(text: string, label: 'gb18030' | 'big5'): Uint8Array {
  const table = tables.get(label) ?? twoByteTable(label);
  tables.set(label, table);
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return [code];
    const pair = table.get(character);
    if (pair === undefined) throw new Error(`${label} has no two-byte code for ${character}`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gb18030':
    case 'big5':
      return twoByte(text, encoding);
  }
}
