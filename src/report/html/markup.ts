import { escaped } from '../escaped.js';

/** A piece of HTML. Only {@link html} and {@link trusted} make one, so that every other text is escaped on its way into a page. */
export interface Markup {
  readonly markup: string;
}

type Piece = string | number | Markup | readonly Piece[];

function written(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(written).join('');
}

/** Line breaks with the indentation of the source code. */
const indent = /\n\s*/g;

/** A template of HTML whose values are escaped unless they are markup themselves. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return {
    markup: strings.map((part, index) => part.replace(indent, '\n') + written(values[index] ?? '')).join(''),
  };
}

/** HTML that this program wrote itself, such as a style sheet. Never for text of a report. */
export function trusted(text: string): Markup {
  return { markup: text };
}

export const nothing = trusted('');

/** The pieces with a separator between them. */
export function joined(pieces: readonly Piece[], separator: string): Markup {
  return html`${pieces.map((piece, index) => (index === 0 ? piece : [trusted(separator), piece]))}`;
}

/** A value as JSON for a data block of a page; it cannot end the block. */
export function dataBlock(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return html`<script type="application/json" id="${id}">
    ${trusted(json)}
  </script>`;
}
