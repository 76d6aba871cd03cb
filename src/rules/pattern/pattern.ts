import { part } from '../form/part.js';
import type { Zod } from '../schemas.js';

/** One regular expression, or words of which any counts. */
export const wordsOrPattern = (z: Zod) => ({
  /** Regular expression; named groups can be used in messages. */
  pattern: z
    .string()
    .min(1)
    .refine(isValid, { error: 'invalid-pattern', abort: true })
    .refine(isSafe, 'unsafe-pattern')
    .optional(),
  words: z.array(z.string().min(1)).min(1).optional(),
  /** Parts, `title`, `headings`, `agency` for its name, `front` for what stands before the title, `closing` for the last lines; without it all prose. */
  in: z
    .array(z.union([z.enum(['title', 'headings', 'agency', 'front', 'closing']), part(z)]))
    .min(1)
    .optional(),
});

/** The expression that finds the words or the pattern everywhere. Longer words come first, so that they win. */
export function expressionOf(
  { pattern, words }: { pattern?: string | undefined; words?: readonly string[] | undefined },
  flags: 'g' | '' = 'g',
): RegExp {
  const list = (words ?? [])
    .map((word) => word.normalize('NFKC'))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escape);
  return new RegExp(
    [...(pattern === undefined ? [] : [foldPattern(pattern)]), ...list].join('|') || '(?!)',
    `${flags}u`,
  );
}

/** The prose is searched in its normal form (NFKC), so full-width characters of the pattern mean their plain form. */
function foldPattern(pattern: string): string {
  return Array.from(pattern, (character) => {
    const plain = character.normalize('NFKC');
    return plain === character ? character : escape(plain);
  }).join('');
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function isValid(pattern: string): boolean {
  try {
    new RegExp(pattern, 'gu');
    return true;
  } catch {
    return false;
  }
}

/** Ways to match that one place in the text may have; the time for a text grows with its length times this. */
const MOST_WAYS = 20_000;

/**
 * Whether the expression surely runs in reasonable time: every repetition has a limit, none stands inside another, few in a row, no back
 * references. Documents are hostile; rule files may come from anywhere.
 */
export function isSafe(pattern: string): boolean {
  const groups: Group[] = [newGroup()];
  let index = 0;
  let closed: Group | null = null;
  while (index < pattern.length) {
    const char = pattern[index] ?? '';
    const quantifier = QUANTIFIER.exec(pattern.slice(index, index + 16));
    const top = groups.at(-1);
    if (top === undefined) return false;
    if (char === '\\') {
      if (/[1-9k]/.test(pattern[index + 1] ?? '')) return false;
      index += 2;
    } else if (char === '[') index = endOfClass(pattern, index);
    else if (char === '(') {
      groups.push(newGroup());
      index += OPENING.exec(pattern.slice(index, index + 40))?.[0].length ?? 1;
    } else if (char === ')') {
      const group = groups.pop();
      const outer = groups.at(-1);
      if (group === undefined || outer === undefined) return false;
      outer.repeats ||= group.repeats;
      outer.ways *= waysOf(group);
      index++;
      closed = group;
      continue;
    } else if (quantifier !== null) {
      const choices = choicesOf(quantifier);
      if (choices === null || (choices.most > 1 && closed?.repeats === true)) return false;
      top.ways *= choices.count;
      if (choices.most > 1) top.repeats = true;
      index += quantifier[0].length;
    } else {
      if (char === '|') {
        top.others += top.ways - 1;
        top.ways = 1;
      }
      index++;
    }
    closed = null;
  }
  const [whole] = groups;
  return whole !== undefined && waysOf(whole) <= MOST_WAYS;
}

interface Group {
  repeats: boolean;
  /** Ways of the alternative that is being read, and what those before it have beyond the one that they share with it. */
  ways: number;
  others: number;
}

function newGroup(): Group {
  return { repeats: false, ways: 1, others: 0 };
}

function waysOf({ ways, others }: Group): number {
  return ways + others;
}

/** `(`, `(?:`, `(?=`, `(?<name>` and the like. */
const OPENING = /^\((?:\?(?:[:=!]|<[=!]|<\w{1,30}>))?/;

const QUANTIFIER = /^(?:[*+?]|\{(\d{1,4})(,(\d{0,4}))?\})\??/;

/** `null`: without limit. */
function choicesOf([text, least, comma, most]: RegExpExecArray): { count: number; most: number } | null {
  if (text.startsWith('?')) return { count: 2, most: 1 };
  if (least === undefined) return null;
  if (comma === undefined) return { count: 1, most: Number(least) };
  return most === undefined || most === ''
    ? null
    : { count: Number(most) - Number(least) + 1, most: Number(most) };
}

function endOfClass(pattern: string, start: number): number {
  let index = start + 1;
  if (pattern[index] === '^') index++;
  while (index < pattern.length && pattern[index] !== ']') index += pattern[index] === '\\' ? 2 : 1;
  return index + 1;
}
