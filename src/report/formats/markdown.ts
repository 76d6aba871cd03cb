import { inert } from '../tables/layout.js';
import { relativeAddress } from '../relative-address.js';

/** Text of a document as text of a Markdown page: no markup, no HTML, no link, no column of a table. */
export function plain(text: string): string {
  return inert(text)
    .replace(/[\\`*_[\]<>|~&@$#]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** The same at the beginning of a line, where a sign or a number would begin a list or a heading. */
export function paragraph(text: string): string {
  return plain(text).replace(/^(\d{0,9})([-+=.)])/, '$1\\$2');
}

export function strong(text: string): string {
  return `**${plain(text)}**`;
}

/** A table; of each head whether its column holds numbers. The cells are Markdown. */
export function table(heads: readonly [string, boolean][], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads.map(([head]) => plain(head))),
    line(heads.map(([, number]) => (number ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** A link to a page beside this one, whatever its name has in it. */
export function link(text: string, path: string): string {
  const address = relativeAddress(path).replace(/[()!*']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${plain(text)}](${address})`;
}
