import * as z from 'zod';
import { YamlError } from './problem.js';
import { parseSource, type ParsedSource, type YamlSource } from './source.js';
import { problemsOf } from './zod-problems.js';

/**
 * Reads a file that has to follow a schema.
 * @throws YamlError with every mistake and its place
 */
export function readYaml<Schema extends z.ZodType>(
  text: YamlSource,
  schema: Schema,
): { data: z.infer<Schema>; source: ParsedSource } {
  const { source, problems } = parseSource(text);
  if (problems.length > 0) throw new YamlError(problems);
  const { data } = source;
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new YamlError([source.problem('not-a-mapping', [])]);
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new YamlError(problemsOf(parsed.error, data, [], source, keysOf(schema)));
  return { data: parsed.data, source };
}

const known = new WeakMap<z.ZodType, readonly string[]>();

/** Every key that files of the schema can hold, for suggestions. */
export function keysOf(schema: z.ZodType): readonly string[] {
  const keys = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null)
      Object.keys(node.properties).forEach((key) => keys.add(key));
    Object.values(node).forEach(collect);
  };
  const list = known.get(schema);
  if (list !== undefined) return list;
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  known.set(schema, [...keys]);
  return [...keys];
}
