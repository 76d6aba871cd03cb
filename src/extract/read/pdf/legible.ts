import type { Glyph } from '../page/page.js';

/** Stands for a character that its font cannot name. */
const unknown = '\ufffd';

/** Share of control codes among the different characters of a font at which its codes are glyph numbers, not characters. */
const mostControls = 0.2;

const isControl = (text: string): boolean => text < ' ' || (text >= '\x7f' && text < '\xa0');

/**
 * Fonts without a map to Unicode give their own codes as text: digits of one would come out as other digits.
 * Their glyphs, and control codes of any font, become unknown characters.
 */
export function markIllegible(byFont: Iterable<readonly Glyph[]>): void {
  for (const glyphs of byFont) {
    const texts = new Set(glyphs.map((glyph) => glyph.text));
    const controls = [...texts].filter(isControl).length;
    if (controls === 0) continue;
    const all = controls > 1 && controls >= mostControls * texts.size;
    for (const glyph of glyphs) if (all || isControl(glyph.text)) glyph.text = unknown;
  }
}
