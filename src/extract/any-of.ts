const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The source of an expression for any of the words. */
export const anyOf = (all: readonly string[]): string => all.map(escape).join('|');
