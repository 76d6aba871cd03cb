/** NFKC without white space and marks that no eye sees: what words are compared in. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b-\u200f\ufeff\u2060\u00ad]+/g, '');
}

const punctuation = /[、,，;；.。:：/\\|\-—–~〜()（）[\]【】〔〕{}<>《》“”"'‘’「」!！?？·•+=*#&→_]/g;

/** The same without punctuation. */
export function bare(text: string): string {
  return plain(text).replaceAll(punctuation, '');
}
