/** A name in braces; not the limits of a repetition (`{0,20}`) or a class (`\p{L}`) in a regular expression. */
const PLACEHOLDER = /(?<!\\p)\{([a-zA-Z][^{}]*)\}/g;

/** What a placeholder stands for; `undefined`: no such name, `null`: the report does not tell. */
export type Lookup = (name: string) => unknown;

/** Names between braces, in order. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** Fills the placeholders of one text; unknown names stay as they are. */
export function fill(text: string, lookup: Lookup): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = lookup(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

/** Thrown by `substitute` when a placeholder stands for something that the report does not tell. */
export class Untold extends Error {
  constructor(readonly placeholder: string) {
    super(placeholder);
  }
}

const filled = new WeakMap<object, boolean>();

/** Whether any text of a structure has placeholders; most have none. */
function hasPlaceholders(template: unknown): boolean {
  if (typeof template === 'string') return template.includes('{');
  if (typeof template !== 'object' || template === null) return false;
  let has = filled.get(template);
  if (has === undefined) {
    has = Object.values(template).some(hasPlaceholders);
    filled.set(template, has);
  }
  return has;
}

/**
 * Fills the placeholders in every text of a structure; what has none stays the same object. A text that is one placeholder becomes the value
 * itself, keeping its type.
 */
export function substitute(template: unknown, lookup: Lookup): unknown {
  if (!hasPlaceholders(template)) return template;
  if (typeof template === 'string') {
    const sole = /^\{([a-zA-Z][^{}]*)\}$/.exec(template)?.[1];
    if (sole !== undefined) {
      const value = lookup(sole);
      if (value === null) throw new Untold(sole);
      return value ?? template;
    }
    return fill(template, (name) => {
      const value = lookup(name);
      if (value === null) throw new Untold(name);
      return value;
    });
  }
  if (Array.isArray(template)) return template.map((each) => substitute(each, lookup));
  if (typeof template === 'object' && template !== null) {
    return Object.fromEntries(
      Object.entries(template).map(([key, value]) => [key, substitute(value, lookup)]),
    );
  }
  return template;
}
