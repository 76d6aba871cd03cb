/** One line of a plain text, without its end. */
export interface Line {
  text: string;
  /** From 1. */
  number: number;
}

export function splitLines(text: string): Line[] {
  return text
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    .map((each, index) => ({ text: each, number: index + 1 }));
}
