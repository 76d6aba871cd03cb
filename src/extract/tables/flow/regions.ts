import type { FormEdition } from '../../../model/index.js';
import { chooseHeadings, headingCandidates, mayOpenPart } from '../../sections/headings.js';
import { normalised } from '../../text/normalise.js';
import type { Script } from '../../text/script.js';
import type { PlacedLine } from '../rows/placed-lines.js';

/** The lines of one part of a report below its heading. */
export interface Region {
  /** What the part is for. */
  purpose: string;
  from: number;
  /** Exclusive. */
  to: number;
}

/** A longer line is no heading. */
const longest = 80;

/** The parts of a report by their headings, each of which takes a line or two. */
export function regionsOf(
  lines: readonly (PlacedLine | null)[],
  forms: readonly FormEdition[],
  script: Script,
): Region[] {
  const texts = lines.map((line) => {
    const text = line?.words.map((each) => each.text).join(' ') ?? '';
    return text.length > longest ? '' : normalised(text, script);
  });
  const heights = new Map<number, number>();
  const candidates = texts.flatMap((text, i) => {
    if (text === '') return [];
    const own = partHeadings(text, i, forms);
    if (own.length > 0) return own;
    const next = texts[i + 1] ?? '';
    if (next === '' || !mayOpenPart.test(text)) return [];
    const both = partHeadings(text + next, i, forms);
    if (both.length > 0) heights.set(i, 2);
    return both;
  });
  const headings = chooseHeadings(candidates);
  return headings.map(({ purpose, line }, i) => ({
    purpose,
    from: line + (heights.get(line) ?? 1),
    to: headings[i + 1]?.line ?? lines.length,
  }));
}

/** A heading with its ordinal in brackets stands within a part. */
const partHeadings = (text: string, line: number, forms: readonly FormEdition[]) =>
  headingCandidates(text, line, false, forms).filter(({ ordinal }) => !ordinal.startsWith('('));
