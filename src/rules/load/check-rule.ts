import { checkCondition, checkFact, type Checking } from './check-conditions.js';
import { selectCells } from '../form/address.js';
import type { Parameters } from './compile.js';
import { bound, type Bound } from '../domains/domain.js';
import { domainOf, domainNames } from '../domains/index.js';
import type { FormView } from '../form/form-view.js';
import { placeholdersOf } from '../message/placeholders.js';
import type { Problem } from '../../yaml/problem.js';
import { messagePlaceholders } from '../message/render.js';
import { rule as ruleSchema, type DomainSpec, type Rule } from '../rule.js';
import type { ParsedSource, Path } from '../../yaml/source.js';
import { suggest } from '../../yaml/suggest.js';
import { problemsOf } from '../../yaml/zod-problems.js';
import { paramsOf } from './params.js';

const YEARS = ['year', 'nextYear', 'previousYear'];

/** Checks one rule against every form; it comes back only when it is sound. */
export function checkRule(
  value: unknown,
  path: Path,
  source: ParsedSource,
  every: readonly FormView[],
  parameters: Parameters,
  keys: readonly string[],
): { rule: Rule | null; problems: Problem[] } {
  const parsed = ruleSchema.safeParse(value);
  const problems = parsed.success ? [] : problemsOf(parsed.error, value, path, source, keys);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { rule: null, problems };
  const draft = value as Partial<Rule>;
  const at = [...path, 'applies', 'layouts'];
  const layouts = checkLayouts(draft.applies?.layouts, at, source, every, problems);
  const views = every.filter((view) => layouts?.includes(view.edition.id) ?? true);
  const variables = checkDomains(draft.each, [...path, 'each'], source, views, keys);
  problems.push(...variables.problems);
  const checking: Checking = {
    source,
    parameters,
    placeholders: new Set([
      ...YEARS,
      ...Object.keys(parameters).map((name) => `parameter.${name}`),
      ...variables.placeholders,
    ]),
    cases: views.map((view) => ({ view, bindings: variables.combinations(view) })),
    keys,
  };
  if ('conditions' in value) {
    if (typeof draft.conditions === 'object' && draft.conditions !== null && 'fact' in draft.conditions) {
      problems.push(source.problem('mixed-condition', [...path, 'conditions']));
    } else problems.push(...checkCondition(draft.conditions, [...path, 'conditions'], checking));
  }
  for (const side of ['left', 'right'] as const) {
    const shown = draft.shows?.[side];
    if (typeof shown?.fact === 'string')
      problems.push(...checkFact({ ...shown }, [...path, 'shows', side], checking));
  }
  for (const field of ['message', 'fix'] as const) {
    for (const [lang, text] of Object.entries(draft[field] ?? {})) {
      if (typeof text === 'string') problems.push(...checkText(text, [...path, field, lang], checking));
    }
  }
  if (problems.length > 0 || !parsed.success) return { rule: null, problems };
  const rule = parsed.data as Rule;
  return {
    rule: layouts === null ? rule : { ...rule, applies: { ...rule.applies, layouts: [...layouts] } },
    problems,
  };
}

/** The editions that the rule names, `null` when it names none; `from 2021` names that one and all that came after it. */
export function checkLayouts(
  value: unknown,
  path: Path,
  source: ParsedSource,
  every: readonly FormView[],
  problems: Problem[],
): string[] | null {
  const editions = every.map((view) => view.edition);
  const ids = editions.map(({ id }) => id);
  const since = typeof value === 'string' ? /^from (\S+)$/.exec(value)?.[1] : undefined;
  const named = since === undefined ? value : [since];
  if (!Array.isArray(named)) return null;
  named.forEach((layout: unknown, index) => {
    if (typeof layout !== 'string' || ids.includes(layout)) return;
    const where = since === undefined ? [...path, index] : path;
    problems.push(source.problem('unknown-layout', where, { value: layout }, suggest(layout, ids)));
  });
  if (since === undefined) return named.filter((each) => typeof each === 'string');
  const first = editions.find(({ id }) => id === since)?.years.from ?? Infinity;
  return editions.filter(({ years }) => years.from >= first).map(({ id }) => id);
}

interface Variables {
  problems: Problem[];
  placeholders: string[];
  combinations: (view: FormView) => Record<string, Bound>[];
}

function checkDomains(
  each: unknown,
  path: Path,
  source: ParsedSource,
  views: readonly FormView[],
  keys: readonly string[],
): Variables {
  const problems: Problem[] = [];
  const placeholders: string[] = [];
  const variables: { name: string; members: (view: FormView) => Bound[] }[] = [];
  for (const [name, spec] of Object.entries(typeof each === 'object' && each !== null ? each : {})) {
    if (typeof spec !== 'string' && (typeof spec !== 'object' || spec === null)) continue;
    const found = domainOf(spec as DomainSpec);
    if (found === null) {
      const value = Object.keys(spec as object)[0] ?? '';
      problems.push(
        source.problem('unknown-domain', [...path, name], { value }, suggest(value, domainNames)),
      );
      continue;
    }
    placeholders.push(name);
    const parsed = paramsOf(found.domain).safeParse(found.params);
    if (!parsed.success) {
      const inner = typeof spec === 'string' || Array.isArray(spec) ? [] : [found.domain.name];
      problems.push(...problemsOf(parsed.error, found.params, [...path, name, ...inner], source, keys));
      continue;
    }
    placeholders.push(...found.domain.properties(found.params).map((property) => `${name}.${property}`));
    const candidates = new Set(views.flatMap((view) => [...view.measures.keys()]));
    const lost = found.domain
      .selectors(found.params)
      .filter((selector) => !views.some((view) => selectCells(view, selector).length > 0));
    for (const value of lost) {
      problems.push(source.problem('unknown-cell', [...path, name], { value }, suggest(value, candidates)));
    }
    const { sample, members, names } = found.domain;
    const known = new Set(names === undefined ? [] : views.flatMap((view) => names.of(view)));
    if (names !== undefined && !known.has(String(found.params))) {
      const value = String(found.params);
      problems.push(
        source.problem(names.unknown, [...path, name, found.domain.name], { value }, suggest(value, known)),
      );
    }
    variables.push({
      name,
      members: (view) =>
        sample === null ? members(found.params, view, null) : [bound(sample, () => sample)],
    });
  }
  const combinations = (view: FormView): Record<string, Bound>[] =>
    variables.reduce<Record<string, Bound>[]>(
      (list, { name, members }) =>
        list.flatMap((bindings) => members(view).map((member) => ({ ...bindings, [name]: member }))),
      [{}],
    );
  return { problems, placeholders, combinations };
}

function checkText(text: string, path: Path, { source, placeholders, cases }: Checking): Problem[] {
  const names = [...placeholders, ...messagePlaceholders];
  const strange = (view: FormView | null, bindings: Readonly<Record<string, Bound>>): string[] => {
    const filled = text.replace(/\.\{(\w+)\}/g, (whole, name: string) => {
      const id = bindings[name]?.id;
      return id === undefined ? whole : `.${id}`;
    });
    return placeholdersOf(filled).filter(
      (name) => !names.includes(name) && view?.measures.has(name) !== true,
    );
  };
  const readings = cases.flatMap(({ view, bindings }) =>
    bindings.slice(0, 1).map((first) => strange(view, first)),
  );
  const [fewest] = [...readings, strange(null, {})].sort((a, b) => a.length - b.length);
  return (fewest ?? []).map((value) =>
    source.problem('unknown-placeholder', path, { value }, suggest(value, names)),
  );
}
