/** One line of a plain text, without its end. */
export interface TextLine {
  text: string;
  /** From 1. */
  number: number;
  /** From 1; a form feed ends a page. */
  page: number;
}

/** Decimals whose number ends the line above. */
const decimals = /^\s*\.\d{1,8}\s*$/;

/** The lines of a text; decimals that a line break cut off stand behind their number again. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (const page of text.split('\f').entries())
    for (const each of page[1].split(/\r\n|[\n\r\v\u0085\u2028\u2029]/))
      lines.push({ text: each, number: lines.length + 1, page: page[0] + 1 });
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (above === undefined || !decimals.test(line.text) || !/\d$/.test(above.text)) return;
    above.text += line.text.trim();
    line.text = '';
  });
  return lines;
}
