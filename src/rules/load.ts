import * as z from 'zod';
import type { FormEdition, GradingPolicy } from '../model/index.js';
import { checkRule } from './check-rule.js';
import { RulesError, type Problem } from './problem.js';
import { rule as ruleSchema, ruleFile, type ParameterValue, type Rule, type RuleFile } from './rule.js';
import type { RuleSet } from './rule-set.js';
import { parseSource, type ParsedSource, type RuleSource } from './source.js';
import { suggest } from './suggest.js';
import { problemsOf } from './zod-problems.js';

/** A file whose rules were checked before, for programs that start from a build. */
export interface CheckedSource {
  name: string;
  file: RuleFile;
}

interface Origin {
  rule: Rule;
  where: string;
}

/**
 * Reads rule files, the default first, then overlays that add, change, or switch off rules.
 * Throws one `RulesError` that holds every mistake of every file.
 */
export function loadRules(
  sources: readonly (RuleSource | CheckedSource)[],
  forms: readonly FormEdition[],
): RuleSet {
  const problems: Problem[] = [];
  const files = sources.map((source) => open(source, problems));
  const parameters: Record<string, ParameterValue> = {};
  for (const { head } of files) Object.assign(parameters, head.parameters);
  let rules = new Map<string, Origin>();
  let grading: GradingPolicy | null = null;
  const keys = knownKeys();
  for (const file of files) {
    if (file.head.extends === 'none') rules = new Map();
    grading = file.head.grading ?? grading;
    for (const origin of rulesOf(file, forms, parameters, keys, problems)) {
      const first = rules.get(origin.rule.id);
      if (first === undefined) rules.set(origin.rule.id, origin);
      else problems.push(file.duplicate(origin, first.where));
    }
    for (const apply of [disable, change]) apply(file, rules, problems);
  }
  const missing = checkIncludes(files);
  problems.push(...missing);
  if (grading === null && problems.length === 0)
    problems.push(...files.slice(0, 1).map((file) => file.noGrading()));
  if (problems.length > 0 || grading === null) throw new RulesError(problems);
  return {
    rules: [...rules.values()].map((origin) => origin.rule),
    forms,
    parameters,
    grading,
    sources: sources.map((source) => source.name),
  };
}

type Head = Omit<z.infer<typeof ruleFile>, 'rules'>;

interface OpenFile {
  name: string;
  head: Head;
  /** Rules still to be checked, or checked before. */
  content: { source: ParsedSource; rules: readonly unknown[] } | { rules: readonly Rule[] };
  duplicate: (origin: Origin, first: string) => Problem;
  noGrading: () => Problem;
}

function open(source: RuleSource | CheckedSource, problems: Problem[]): OpenFile {
  const nowhere = (code: Problem['code'], values: Problem['values']): Problem => ({
    code,
    file: source.name,
    line: 1,
    column: 1,
    values,
    suggestion: null,
  });
  const common = {
    name: source.name,
    duplicate: ({ rule }: Origin, first: string) => nowhere('duplicate-id', { id: rule.id, first }),
    noGrading: () => nowhere('no-grading', {}),
  };
  if ('file' in source) return { ...common, head: source.file, content: { rules: source.file.rules } };
  const parsed = parseSource(source);
  problems.push(...parsed.problems);
  const empty = { source: parsed.source, rules: [] };
  if (parsed.problems.length > 0) return { ...common, head: {}, content: empty };
  const { data } = parsed.source;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    problems.push(parsed.source.problem('not-a-mapping', []));
    return { ...common, head: {}, content: empty };
  }
  const head = ruleFile.safeParse(data);
  if (!head.success) problems.push(...problemsOf(head.error, data, [], parsed.source, knownKeys()));
  const rules: unknown = (data as { rules?: unknown }).rules ?? [];
  return {
    ...common,
    head: head.success ? head.data : salvage(data),
    content: { source: parsed.source, rules: Array.isArray(rules) ? rules : [] },
    duplicate: ({ rule, where }, first) => {
      const index = Array.isArray(rules) ? rules.findLastIndex((each) => idOf(each) === rule.id) : -1;
      return {
        ...parsed.source.problem('duplicate-id', ['rules', index, 'id'], { id: rule.id, first }),
        ...at(where),
      };
    },
  };
}

/** What can still be used of a file whose head has mistakes. */
function salvage(data: object): Head {
  const parameters = ruleFile.shape.parameters.safeParse((data as { parameters?: unknown }).parameters);
  return parameters.success ? { parameters: parameters.data } : {};
}

function rulesOf(
  file: OpenFile,
  forms: readonly FormEdition[],
  parameters: Readonly<Record<string, ParameterValue>>,
  keys: readonly string[],
  problems: Problem[],
): Origin[] {
  if (!('source' in file.content)) return file.content.rules.map((rule) => ({ rule, where: file.name }));
  const { source, rules } = file.content;
  return rules.flatMap((value, index): Origin[] => {
    const checked = checkRule(value, ['rules', index], source, forms, parameters, keys);
    problems.push(...checked.problems);
    const { line, column } = source.problem('duplicate-id', ['rules', index, 'id']);
    const where = `${file.name}:${line}:${column}`;
    return checked.rule === null ? [] : [{ rule: checked.rule, where }];
  });
}

function at(where: string): { line: number; column: number } {
  const [column = 1, line = 1] = where.split(':').reverse().map(Number);
  return { line, column };
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
}

function disable({ name, head, content }: OpenFile, rules: Map<string, Origin>, problems: Problem[]): void {
  head.disable?.forEach((id, index) => {
    if (!rules.delete(id)) problems.push(unknownRule(id, ['disable', index], name, content, rules));
  });
}

function change({ name, head, content }: OpenFile, rules: Map<string, Origin>, problems: Problem[]): void {
  head.change?.forEach(({ id, ...changes }, index) => {
    const found = rules.get(id);
    if (found === undefined) problems.push(unknownRule(id, ['change', index, 'id'], name, content, rules));
    else {
      const { severity, applies } = changes;
      const rule = {
        ...found.rule,
        ...(severity === undefined ? {} : { severity }),
        ...(applies === undefined ? {} : { applies }),
      };
      rules.set(id, { ...found, rule });
    }
  });
}

function unknownRule(
  id: string,
  path: (string | number)[],
  file: string,
  content: OpenFile['content'],
  rules: ReadonlyMap<string, Origin>,
): Problem {
  const suggestion = suggest(id, rules.keys());
  if ('source' in content) return content.source.problem('unknown-rule', path, { id }, suggestion);
  return { code: 'unknown-rule', file, line: 1, column: 1, values: { id }, suggestion };
}

function checkIncludes(files: readonly OpenFile[]): Problem[] {
  return files.flatMap(({ head, content }) =>
    (head.include ?? []).flatMap((value, index) => {
      if (!('source' in content)) return [];
      const names = files.map((file) => file.name);
      if (names.some((name) => name === value || name.endsWith(`/${value}`))) return [];
      return [
        content.source.problem('missing-include', ['include', index], { value }, suggest(value, names)),
      ];
    }),
  );
}

let cachedKeys: readonly string[] | null = null;

/** Every key that a rule file can hold, for suggestions. */
function knownKeys(): readonly string[] {
  if (cachedKeys !== null) return cachedKeys;
  const keys = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
      for (const key of Object.keys(node.properties)) keys.add(key);
    }
    Object.values(node).forEach(collect);
  };
  collect(z.toJSONSchema(ruleFile, { io: 'input', unrepresentable: 'any' }));
  collect(z.toJSONSchema(ruleSchema, { io: 'input', unrepresentable: 'any' }));
  cachedKeys = [...keys];
  return cachedKeys;
}
