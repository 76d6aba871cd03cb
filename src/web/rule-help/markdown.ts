/** A run of text; `to` is where a link leads. */
export interface Run {
  kind: 'text' | 'code' | 'strong' | 'link';
  text: string;
  to?: string;
}

export type Block =
  | { kind: 'text'; runs: Run[] }
  | { kind: 'list'; items: { depth: number; runs: Run[] }[] }
  | { kind: 'table'; rows: Run[][][] };

const unescaped = (text: string): string => text.replace(/\\([\\|<>*_`[\]])/g, '$1');

/** A code span of one or two marks, strong text, a link, or text up to the next of these. */
const runPattern =
  /`` (.*?) ``|`([^`]*)`|\*\*((?:\\.|[^*\\])*)\*\*|\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)|((?:\\.|[^\\`*[])+|[^])/g;

export function readRuns(text: string): Run[] {
  return [...text.matchAll(runPattern)].map(([, wide, code, strong, link, to, plain]): Run => {
    if (wide !== undefined || code !== undefined) return { kind: 'code', text: wide ?? code ?? '' };
    if (strong !== undefined) return { kind: 'strong', text: unescaped(strong) };
    if (link !== undefined) return { kind: 'link', text: unescaped(link), to: to ?? '' };
    return { kind: 'text', text: unescaped(plain ?? '') };
  });
}

/** The cells of a line of a table; a bar behind a backslash belongs to the text, in code too. */
function readRow(line: string): Run[][] {
  return line
    .slice(1, -1)
    .split(/(?<!(?<!\\)(?:\\\\)*\\)\|/)
    .map((cell) =>
      readRuns(cell.trim().replaceAll(/``.*?``|`[^`]*`/g, (code) => code.replaceAll('\\|', '|'))),
    );
}

function readBlock(text: string): Block {
  const lines = text.split('\n');
  if (text.startsWith('|'))
    return { kind: 'table', rows: lines.filter((_, index) => index !== 1).map(readRow) };
  const items = lines.map((line) => /^( *)- (.*)$/.exec(line));
  if (items.some((each) => each === null)) return { kind: 'text', runs: readRuns(text) };
  return {
    kind: 'list',
    items: items.map((each) => ({ depth: (each?.[1]?.length ?? 0) / 2, runs: readRuns(each?.[2] ?? '') })),
  };
}

/** Reads Markdown as the pages of rules are written in, see workbench/docs/markdown.ts. */
export const readMarkdown = (text: string): Block[] => text.split('\n\n').map(readBlock);
