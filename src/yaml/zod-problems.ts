import type * as z from 'zod';
import type { ParsedSource, Path } from './source.js';
import type { Problem } from './problem.js';
import { suggest } from './suggest.js';

type Issue = z.core.$ZodIssue;

/** Turns what zod finds into problems with places and suggestions. `keys`: every key that the schema knows. */
export function problemsOf(
  error: z.ZodError,
  value: unknown,
  path: Path,
  source: ParsedSource,
  keys: Iterable<string>,
): Problem[] {
  const known = [...keys];
  return error.issues.flatMap((issue) => ofIssue(issue, value, path, source, known));
}

function ofIssue(issue: Issue, value: unknown, base: Path, source: ParsedSource, keys: string[]): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const key = String(path.at(-1) ?? '');
  const own = at(value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((each) =>
        source.problemAtKey('unknown-key', [...path, each], { key: each }, suggest(each, keys)),
      );
    case 'invalid_type': {
      if (own !== undefined) return [source.problem('wrong-type', path, { key, expected: issue.expected })];
      const parent = path.slice(0, -1);
      const isLanguage = key === 'zh-CN' || key === 'en';
      return isLanguage
        ? [source.problem('missing-translation', parent, { key: String(parent.at(-1) ?? ''), lang: key })]
        : [source.problem('missing-key', parent, { key })];
    }
    case 'invalid_value': {
      if (own === undefined) return [source.problem('missing-key', path.slice(0, -1), { key })];
      const allowed = issue.values.map(String);
      const values = { key, value: shown(own), allowed: allowed.join(', ') };
      const code = key === 'category' ? 'unknown-category' : 'invalid-value';
      return [source.problem(code, path, values, suggest(shown(own), allowed))];
    }
    case 'invalid_union': {
      const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
      if (closest === undefined || own === undefined) {
        return [
          source.problem(own === undefined ? 'missing-key' : 'wrong-type', path, { key, expected: 'union' }),
        ];
      }
      return closest.flatMap((inner) => ofIssue(inner, own, path, source, keys));
    }
    case 'custom':
      if (issue.message === 'invalid-pattern' || issue.message === 'unsafe-pattern') {
        return [source.problem(issue.message, path, { value: shown(own) })];
      }
      return [source.problem('invalid-format', path, { key, detail: issue.message })];
    default:
      return [source.problem('invalid-format', path, { key, detail: issue.message })];
  }
}

/** A wrong value in a message. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** How deep into the value an alternative of a union went before it failed. */
function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}
