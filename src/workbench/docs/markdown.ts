/** Text of a rule as plain Markdown: nothing in it is markup. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|<>*_`[\]]/g, '\\$&');
}

/** Text that stands as it is, in a code span. */
export function code(text: string): string {
  const inner = text.replace(/\s+/g, ' ');
  return inner.includes('`') ? `\`\` ${inner} \`\`` : `\`${inner}\``;
}

/** A code span in a cell of a table, where a bar would end the cell. */
export function codeInTable(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function bullets(items: readonly string[], indent = 0): string {
  return items.map((item) => `${'  '.repeat(indent)}- ${item}`).join('\n');
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** The parts of a page, one empty line between them. */
export function page(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;
}

export function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}
