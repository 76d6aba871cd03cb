/** WHATWG labels of the Windows code pages that documents use. */
const pages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Code pages of font character sets; 0 and 1 follow the document. */
const charsets: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Encoding of a code page; the western one for those that no document in Chinese uses. */
export function encodingOfPage(page: number): string {
  return pages[page] ?? (page === 874 || (page >= 1250 && page <= 1258) ? `windows-${page}` : 'windows-1252');
}

/** Encoding of a font's character set, `null` when it is that of the document. */
export function encodingOfCharset(charset: number): string | null {
  const page = charsets[charset];
  return page === undefined ? null : encodingOfPage(page);
}

const decoders = new Map<string, TextDecoder>();

/** The decoder of an encoding, made once. */
export function decoderOf(encoding: string): TextDecoder {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder;
}
