import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Problem, ProblemCode } from './problem.js';

export type Path = readonly (string | number)[];

/** A YAML file as text. */
export interface YamlSource {
  name: string;
  text: string;
}

/** A parsed file that knows where everything stands. */
export interface ParsedSource {
  name: string;
  data: unknown;
  problem: (
    code: ProblemCode,
    path: Path,
    values?: Record<string, string>,
    suggestion?: string | null,
  ) => Problem;
  /** As `problem`, pointing at the key itself instead of its value. */
  problemAtKey: (
    code: ProblemCode,
    path: Path,
    values?: Record<string, string>,
    suggestion?: string | null,
  ) => Problem;
}

/** Syntax errors come back as problems; `data` is then whatever could be read. With the schema `failsafe` every scalar is a text. */
export function parseSource(
  { name, text }: YamlSource,
  schema: 'core' | 'failsafe' = 'core',
): { source: ParsedSource; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = document.errors.map((error): Problem => ({
    code: 'yaml',
    file: name,
    ...at(error.pos[0]),
    values: { detail: error.message },
    suggestion: null,
  }));
  const make =
    (key: boolean): ParsedSource['problem'] =>
    (code, path, values = {}, suggestion = null) => ({
      code,
      file: name,
      ...at(offsetOf(document.contents, path, key)),
      values,
      suggestion,
    });
  let data: unknown = null;
  if (problems.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      problems.push(make(false)('yaml', [], { detail }));
    }
  }
  return { source: { name, data, problem: make(false), problemAtKey: make(true) }, problems };
}

/** Where the node of the path begins; for a path that leads nowhere, the deepest node on the way. */
function offsetOf(root: Node | null, path: Path, key: boolean): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  path.forEach((step, index) => {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      const wanted = key && index === path.length - 1 ? pair?.key : (pair?.value ?? pair?.key);
      offset = startOf(wanted) ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else node = undefined;
  });
  return offset;
}

function startOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node
    ? ((node as Node).range?.[0] ?? undefined)
    : undefined;
}
