import type { Paragraph } from '../../../model/index.js';
import type { Line } from './layout.js';
import { locate, type Page } from './page.js';

export interface PlacedLine extends Line {
  page: Page;
}

/** Larger letters than the body's by this factor mark a heading. */
const headingSize = 1.2;
/** A heading is shorter than this many characters a line. */
const longestHeading = 60;
/** A line that ends nearer to the right edge than this (em) was broken there. */
const full = 2;
/** A line that begins farther from the left edge than this (em) begins a paragraph. */
const indent = 1.2;

/** Lines in reading order as paragraphs; one that seems to go on in the next line is `wrapped`. `body` is the size of the running text. */
export function paragraphsOf(lines: readonly PlacedLine[], body: number): Paragraph[] {
  const edges = edgesOf(lines);
  return lines.map((line, index) => {
    const next = lines[index + 1];
    const { left, right } = edges.get(line.page) ?? line;
    const large = line.size >= headingSize * body;
    const goesOn =
      next !== undefined &&
      Math.abs(next.size - line.size) < 0.1 * line.size &&
      line.right >= right - full * line.size &&
      (large || next.left <= (edges.get(next.page)?.left ?? left) + indent * next.size);
    const paragraph: Paragraph = { kind: 'paragraph', text: line.text, at: locate(line.page, line) };
    if (large && line.text.length <= longestHeading) paragraph.heading = line.size >= 1.4 * body ? 1 : 2;
    if (goesOn) paragraph.wrapped = true;
    return paragraph;
  });
}

/** Where the text of each page begins and ends. */
function edgesOf(lines: readonly PlacedLine[]): Map<Page, { left: number; right: number }> {
  const edges = new Map<Page, { left: number; right: number }>();
  for (const { page, left, right } of lines) {
    const own = edges.get(page);
    if (own === undefined) edges.set(page, { left, right });
    else {
      own.left = Math.min(own.left, left);
      own.right = Math.max(own.right, right);
    }
  }
  return edges;
}
