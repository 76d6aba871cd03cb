import * as YAML from 'yaml';
import { lexiconSchema, type LexiconData } from './lexicon-schema.js';
import { compileLexicon, type Lexicon } from './lexicon.js';

export class LexiconError extends Error {
  override readonly name = 'LexiconError';
  constructor(readonly mistakes: { path: string; line: number; column: number; message: string }[]) {
    super(mistakes.map((each) => `${each.line}:${each.column}: ${each.path}: ${each.message}`).join('\n'));
  }
}

/** Aspects, applicants and placeholders that the file uses but does not define. */
function dangling(data: LexiconData): { path: string[]; message: string }[] {
  const unknown = (list: readonly string[], path: string[]) =>
    list
      .filter((id) => !Object.hasOwn(data.aspects, id))
      .map((id) => ({ path, message: `unknown aspect ${id}` }));
  return [
    ...unknown(data.stages, ['stages']),
    ...unknown([...Object.keys(data.kinds), ...Object.values(data.kinds)], ['kinds']),
    ...unknown([data.listed], ['listed']),
    ...unknown(data.failures, ['failures']),
    ...unknown(Object.values(data.carry), ['carry']),
    ...Object.entries(data.topics).flatMap(([id, each]) => [
      ...unknown(Object.keys(each.aspects), ['topics', id, 'aspects']),
      ...unknown(each.implied ?? [], ['topics', id, 'implied']),
      ...unknown(each.onlyDisclosure ?? [], ['topics', id, 'onlyDisclosure']),
    ]),
  ];
}

/**
 * Reads and validates a lexicon file.
 * @throws LexiconError with every mistake and its line and column.
 */
export function parseLexicon(text: string): Lexicon {
  const counter = new YAML.LineCounter();
  const document = YAML.parseDocument(text, { lineCounter: counter });
  const place = (path: PropertyKey[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (YAML.isNode(node) && node.range) {
        const { line, col } = counter.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  if (document.errors.length > 0) {
    throw new LexiconError(
      document.errors.map((each) => {
        const { line, col } = counter.linePos(each.pos[0]);
        return { path: '', line, column: col, message: each.message };
      }),
    );
  }
  const parsed = lexiconSchema.safeParse(document.toJS());
  const mistakes = parsed.success ? dangling(parsed.data) : parsed.error.issues;
  if (!parsed.success || mistakes.length > 0) {
    throw new LexiconError(
      mistakes.map((each) => ({
        path: each.path.map(String).join('.'),
        ...place(each.path),
        message: each.message,
      })),
    );
  }
  return compileLexicon(parsed.data);
}
