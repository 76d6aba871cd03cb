/** Character references that pages leave behind in text made from them. */
const characters: Record<string, string> = {
  nbsp: '\u00a0',
  ensp: '\u00a0',
  emsp: '\u00a0',
  thinsp: '\u00a0',
  '#160': '\u00a0',
  '#xa0': '\u00a0',
  '#12288': '\u00a0',
  '#x3000': '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lt: '<',
  gt: '>',
  amp: '&',
};

const reference = new RegExp(`&(?:${Object.keys(characters).join('|')});`, 'gi');

/** The text with its character references read, filled up with spaces so that every place stays where it is in the source. */
export function readEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(reference, (found) =>
    (characters[found.slice(1, -1).toLowerCase()] ?? '').padEnd(found.length, '\u00a0'),
  );
}
