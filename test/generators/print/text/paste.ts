import * as fc from 'fast-check';
import { chooser, choices, type Choices } from '../../form/choices.js';

/** What a text loses between a page that is shown and the window that it is pasted into. */
export interface PasteStyle {
  /** What stands between cells. */
  between: '' | ' ';
  /** One line in so many is joined to the next, one in so many is broken; 0: none. */
  joined: number;
  broken: number;
  /** At the end of each page: its number, `N`, in its dress. */
  furniture: string;
  picks: Choices;
}

export const pasteStyles: fc.Arbitrary<PasteStyle> = fc.record({
  between: fc.constantFrom('', ' '),
  joined: fc.constantFrom(0, 10, 3),
  broken: fc.constantFrom(0, 20),
  furniture: fc.constantFrom('', '- N -', 'N', '第 N 页'),
  picks: choices,
});

const isDigit = (text: string | undefined): boolean => text !== undefined && /[\d.]/.test(text);

/** The pages as somebody pastes them. Digits of one number stay together, and those of two apart. */
export function pasted(pages: readonly string[], style: PasteStyle): string {
  const { between, joined, broken, furniture, picks } = style;
  const choose = chooser(picks);
  const oneIn = (count: number): boolean => count > 0 && choose.upTo(count - 1) === 0;
  let text = '';
  const add = (line: string): void => {
    const meet = between === '' && isDigit(text.at(-1)) && isDigit(line[0]);
    text += text !== '' && oneIn(joined) && !meet ? between + line : `\n${line}`;
  };
  for (const [index, page] of pages.entries()) {
    for (const line of page.split('\n').filter((each) => each.trim() !== '')) {
      const cells = line.trim().replaceAll(/\s+/g, between);
      const at = 2 + choose.upTo(Math.max(0, cells.length - 4));
      if (cells.length > 8 && oneIn(broken) && !(isDigit(cells[at - 1]) && isDigit(cells[at]))) {
        add(cells.slice(0, at));
        text += `\n${cells.slice(at)}`;
      } else add(cells);
    }
    if (furniture !== '') text += `\n${furniture.replace('N', String(index + 1))}`;
  }
  return text.trim();
}
