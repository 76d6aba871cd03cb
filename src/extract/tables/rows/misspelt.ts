import type { KeyPosition } from '../positions.js';

/** Shorter labels differ in too few characters from other words. */
const shortestMisspelt = 6;
/** Places looked at, so that a hostile text costs no more than a long report. */
const mostFound = 60;

/** Where the text stands with one other character (行政事业型收费), so that one half of it is as it should be. */
export function misspelt(key: string, text: string): KeyPosition[] {
  if (text.length < shortestMisspelt) return [];
  const middle = Math.floor(text.length / 2);
  const found = new Set<KeyPosition>();
  for (const [half, offset] of [
    [text.slice(0, middle), 0],
    [text.slice(middle), middle],
  ] as const)
    for (let at = key.indexOf(half); at !== -1 && found.size < mostFound; at = key.indexOf(half, at + 1)) {
      const start = at - offset;
      if (start < 0 || start + text.length > key.length) continue;
      let others = 0;
      for (let i = 0; i < text.length && others <= 1; i += 1)
        if (key.charAt(start + i) !== text.charAt(i)) others += 1;
      if (others === 1) found.add(start as KeyPosition);
    }
  return [...found].sort((a, b) => a - b);
}
