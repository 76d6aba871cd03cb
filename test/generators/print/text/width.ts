/** Columns that a character takes in a terminal: two for Chinese and full-width forms, one otherwise. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (total, character) =>
      total + (/[\u1100-\u115f\u2e80-\u303e\u3041-\uffdc\uffe0-\uffe6]/u.test(character) ? 2 : 1),
    0,
  );
}

/** Breaks text into lines that are at most `width` columns wide. */
export function wrap(text: string, width: number): string[] {
  const lines = text.split('\n').flatMap((line) => {
    const wrapped = [''];
    for (const character of line) {
      const last = wrapped[wrapped.length - 1] ?? '';
      if (last !== '' && widthOf(last + character) > width) wrapped.push(character);
      else wrapped[wrapped.length - 1] = last + character;
    }
    return wrapped;
  });
  return lines;
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

export function padCentre(text: string, width: number): string {
  const missing = Math.max(0, width - widthOf(text));
  return ' '.repeat(Math.floor(missing / 2)) + text + ' '.repeat(Math.ceil(missing / 2));
}
