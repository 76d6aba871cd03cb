import type * as z from 'zod';
import type { FormEdition, GradingPolicy } from '../../model/index.js';
import { checkLayouts, checkRule } from './check-rule.js';
import { viewOf, type FormView } from '../form/form-view.js';
import { YamlError, type Problem } from '../../yaml/problem.js';
import { rule as ruleSchema, ruleFile, type LegalDocument, type ParameterValue, type Rule } from '../rule.js';
import type { RuleSet } from '../rule-set.js';
import { parseSource, type ParsedSource, type YamlSource } from '../../yaml/source.js';
import { suggest } from '../../yaml/suggest.js';
import { keysOf } from '../../yaml/read.js';
import { problemsOf } from '../../yaml/zod-problems.js';

/** A rule and where its id stands, as a problem that may be told; `null` for a rule of a set that was loaded before. */
interface Origin {
  rule: Rule;
  place: Problem | null;
}

/**
 * Reads rule files, the default first, then overlays that add, change, or switch off rules. With a `base`, the files lie on top of a set
 * that was loaded before.
 * Throws one `YamlError` that holds every mistake of every file.
 */
export function loadRules(
  sources: readonly YamlSource[],
  forms: readonly FormEdition[],
  base: RuleSet | null = null,
): RuleSet {
  const problems: Problem[] = [];
  const files = sources.map((source) => open(source, problems));
  const parameters: Record<string, ParameterValue> = { ...base?.parameters };
  for (const file of files) problems.push(...setParameters(file, parameters));
  const views = forms.map((form) => viewOf(form));
  let rules = new Map((base?.rules ?? []).map((rule): [string, Origin] => [rule.id, { rule, place: null }]));
  let grading: GradingPolicy | null = base?.grading ?? null;
  const documents = new Map<string, LegalDocument>();
  for (const each of [...(base?.documents ?? []), ...files.flatMap(({ head }) => head.documents ?? [])])
    documents.set(each.name, each);
  for (const file of files) {
    if (file.head.extends === 'none') rules = new Map();
    const { deductions } = grading ?? {};
    if (file.head.grading !== undefined)
      grading = { ...file.head.grading, ...(deductions === undefined ? {} : { deductions }) };
    for (const origin of rulesOf(file, views, parameters, problems)) {
      const first = rules.get(origin.rule.id);
      if (first === undefined) rules.set(origin.rule.id, origin);
      else problems.push(...duplicate(origin, first));
    }
    problems.push(...disable(file, rules), ...change(file, rules, views), ...unknownDeductions(file, rules));
    if (grading !== null && file.head.deductions !== undefined)
      grading = { ...grading, deductions: { ...grading.deductions, ...file.head.deductions } };
    problems.push(...checkEdition(file, forms));
  }
  problems.push(...checkIncludes(files));
  if (grading === null && problems.length === 0) {
    problems.push(...files.slice(0, 1).map(({ source }) => source.problem('no-grading', [])));
  }
  if (problems.length > 0 || grading === null) throw new YamlError(problems);
  return {
    rules: [...rules.values()].map((origin) => origin.rule),
    forms,
    parameters,
    edition: files.findLast(({ head }) => head.edition !== undefined)?.head.edition ?? base?.edition ?? null,
    documents: [...documents.values()],
    reports: [...(base?.reports ?? []), ...files.flatMap(({ head }) => head.reports ?? [])],
    unguarded: [...(base?.unguarded ?? []), ...files.flatMap(({ head }) => head.unguarded ?? [])],
    grading,
    sources: [...(base?.sources ?? []), ...sources.map((source) => source.name)],
    overlays: {
      files: base === null ? [] : [...base.overlays.files, ...sources.map((source) => source.name)],
      alone: base?.overlays.alone === true || (base !== null && files.some(isAlone)),
    },
  };
}

const isAlone = ({ head }: OpenFile): boolean => head.extends === 'none';

/** A parameter that is set anew keeps its kind, because the rules that use it were checked with that kind. */
function setParameters({ source, head }: OpenFile, parameters: Record<string, ParameterValue>): Problem[] {
  return Object.entries(head.parameters ?? {}).flatMap(([key, value]) => {
    const expected = kindOf(parameters[key] ?? value);
    if (kindOf(value) === expected) parameters[key] = value;
    return kindOf(value) === expected
      ? []
      : [source.problem('wrong-type', ['parameters', key], { key, expected })];
  });
}

function kindOf(value: ParameterValue): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

type Head = Omit<z.infer<typeof ruleFile>, 'rules'>;

interface OpenFile {
  source: ParsedSource;
  head: Head;
  /** Still to be checked. */
  rules: readonly unknown[];
}

function open(text: YamlSource, problems: Problem[]): OpenFile {
  const { source, problems: mistakes } = parseSource(text);
  problems.push(...mistakes);
  const { data } = source;
  if (mistakes.length > 0) return { source, head: {}, rules: [] };
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    problems.push(source.problem('not-a-mapping', []));
    return { source, head: {}, rules: [] };
  }
  const head = ruleFile.safeParse(data);
  if (!head.success) problems.push(...problemsOf(head.error, data, [], source, knownKeys()));
  const rules: unknown = (data as { rules?: unknown }).rules ?? [];
  return { source, head: head.success ? head.data : salvage(data), rules: Array.isArray(rules) ? rules : [] };
}

/** What can still be used of a file whose head has mistakes. */
function salvage(data: object): Head {
  const parameters = ruleFile.shape.parameters.safeParse((data as { parameters?: unknown }).parameters);
  return parameters.success ? { parameters: parameters.data } : {};
}

function rulesOf(
  { source, rules }: OpenFile,
  views: readonly FormView[],
  parameters: Readonly<Record<string, ParameterValue>>,
  problems: Problem[],
): Origin[] {
  return rules.flatMap((value, index): Origin[] => {
    const checked = checkRule(value, ['rules', index], source, views, parameters, knownKeys());
    problems.push(...checked.problems);
    const place = source.problem('duplicate-id', ['rules', index, 'id']);
    return checked.rule === null ? [] : [{ rule: checked.rule, place }];
  });
}

function duplicate({ rule, place }: Origin, first: Origin): Problem[] {
  const where =
    first.place === null ? 'rules.yaml' : `${first.place.file}:${first.place.line}:${first.place.column}`;
  return place === null ? [] : [{ ...place, values: { id: rule.id, first: where } }];
}

function disable({ source, head }: OpenFile, rules: Map<string, Origin>): Problem[] {
  return (head.disable ?? []).flatMap((id, index) =>
    rules.delete(id)
      ? []
      : [source.problem('unknown-rule', ['disable', index], { id }, suggest(id, rules.keys()))],
  );
}

function unknownDeductions({ source, head }: OpenFile, rules: ReadonlyMap<string, Origin>): Problem[] {
  return Object.keys(head.deductions ?? {}).flatMap((id) =>
    rules.has(id)
      ? []
      : [source.problem('unknown-rule', ['deductions', id], { id }, suggest(id, rules.keys()))],
  );
}

function checkEdition({ source, head: { edition } }: OpenFile, forms: readonly FormEdition[]): Problem[] {
  const ids = forms.map(({ id }) => id);
  if (edition === undefined || ids.includes(edition)) return [];
  return [source.problem('unknown-layout', ['edition'], { value: edition }, suggest(edition, ids))];
}

function change(
  { source, head }: OpenFile,
  rules: Map<string, Origin>,
  views: readonly FormView[],
): Problem[] {
  return (head.change ?? []).flatMap(({ id, severity, basis, applies }, index) => {
    const found = rules.get(id);
    if (found === undefined) {
      return [source.problem('unknown-rule', ['change', index, 'id'], { id }, suggest(id, rules.keys()))];
    }
    const problems: Problem[] = [];
    const at = ['change', index, 'applies', 'layouts'];
    const layouts = checkLayouts(applies?.layouts, at, source, views, problems) ?? undefined;
    const rule = {
      ...found.rule,
      ...(severity === undefined ? {} : { severity }),
      ...(basis === undefined ? {} : { basis }),
      ...(applies === undefined ? {} : { applies: { ...applies, layouts } }),
    };
    rules.set(id, { ...found, rule });
    return problems;
  });
}

function checkIncludes(files: readonly OpenFile[]): Problem[] {
  const names = files.map((file) => file.source.name);
  return files.flatMap(({ head, source }) =>
    (head.include ?? []).flatMap((value, index) =>
      names.some((name) => name === value || name.endsWith(`/${value}`))
        ? []
        : [source.problem('missing-include', ['include', index], { value }, suggest(value, names))],
    ),
  );
}

/** Every key that a rule file can hold, for suggestions. */
const knownKeys = (): readonly string[] => [...keysOf(ruleFile), ...keysOf(ruleSchema)];
