import type { RuleSet } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { Case } from './atoms.js';
import type { Constraint } from './feasible.js';
import type { Notice } from './notice.js';
import { possible } from './possible.js';
import { readingsOf, type RuleReading } from './readings.js';

/**
 * What follows from the conditions alone: rules that can never be violated, or always are; that others imply; that contradict each other.
 * All are looked at over complete reports whose counts are not below zero, as T2-INT and T3-INT ask; what cannot be decided is not told.
 */
export function logicNotices(ruleSet: RuleSet, own: readonly Rule[]): Notice[] {
  const all = ruleSet.forms.map((form) => readingsOf(ruleSet, form));
  const one = new Map<string, Notice>();
  const add = (notice: Notice): void => {
    const key = JSON.stringify([notice.code, notice.rule, notice.values]);
    if (!one.has(key)) one.set(key, notice);
  };
  for (const rule of own) {
    const readingsOfRule = all.map((readings) => readings.filter((reading) => reading.rule === rule));
    const every = readingsOfRule.flat();
    if (every.length === 0) continue;
    if (every.every(neverFires)) add({ code: 'neverFires', rule: rule.id, values: {} });
    if (every.every(alwaysFires)) add({ code: 'alwaysFires', rule: rule.id, values: {} });
    const implied = impliedBy(readingsOfRule, all);
    const meant = rule.implies ?? [];
    for (const { by, same } of implied ?? []) {
      if (by.every((id) => meant.includes(id))) continue;
      add({ code: same ? 'same' : 'implied', rule: rule.id, values: { by: by.join('、') } });
    }
    if (implied !== null && meant.length > 0 && implied.length === 0) {
      add({ code: 'impliesNothing', rule: rule.id, values: { by: meant.join('、') } });
    }
  }
  for (const readings of all) contradictions(readings, own).forEach(add);
  return [...one.values()];
}

const free = (): boolean => true;

function neverFires({ violated, bounds }: RuleReading): boolean {
  return violated !== null && possible(violated, bounds, free) === false;
}

function alwaysFires({ holds, bounds }: RuleReading): boolean {
  return holds !== null && possible(holds, bounds, free) === false;
}

interface Implication {
  by: string[];
  same: boolean;
}

/**
 * Rules that are violated whenever this one is, on every edition it applies to: another rule alone, or the equations of several.
 * `null`: that cannot be looked at.
 */
function impliedBy(
  own: readonly (readonly RuleReading[])[],
  all: readonly (readonly RuleReading[])[],
): Implication[] | null {
  const applied = own.flatMap((readings, index) =>
    readings.length === 0 ? [] : [{ readings, others: all[index] ?? [] }],
  );
  if (applied.some(({ readings }) => readings.some(({ violated, open }) => open || violated === null)))
    return null;
  const perEdition = applied.map(({ readings, others }) => {
    const [first] = readings;
    const foreign = others.filter(
      ({ rule, open }) =>
        !open && first !== undefined && rule !== first.rule && appliesWherever(rule, first.rule),
    );
    const names = new Set(
      foreign.filter((each) => readings.some((reading) => meets(reading, each))).map(({ rule }) => rule.id),
    );
    const single = [...names].filter((id) => {
      const against = foreign.filter(({ rule }) => rule.id === id);
      return readings.every((reading) => implies(reading, against));
    });
    if (single.length > 0) return single.map((id) => [id]);
    const equations = foreign.filter(({ equation }) => equation !== null);
    if (!readings.every((reading) => implies(reading, equations))) return [];
    return [fewest(readings, equations)];
  });
  const [first = [], ...rest] = perEdition;
  const everywhere = first.filter((by) =>
    rest.every((list) => list.some((other) => other.join() === by.join())),
  );
  return everywhere.map((by) => ({ by, same: by.length === 1 && converse(by[0] ?? '', applied) }));
}

function meets(one: RuleReading, other: RuleReading): boolean {
  return [...one.quantities].some((quantity) => other.quantities.has(quantity));
}

/** Whether no report violates the reading while all of `others` hold. */
function implies({ violated, bounds }: RuleReading, others: readonly RuleReading[]): boolean {
  const near = others.filter(({ holds }) => holds !== null);
  const convex = near.filter(({ holds }) => holds?.length === 1);
  const branched = near.filter(({ holds }) => (holds?.length ?? 0) > 1).slice(0, 2);
  let contexts: Case[] = [{ constraints: [], choices: [] }];
  for (const { holds } of [...convex, ...branched]) {
    contexts = contexts.flatMap((context) =>
      (holds ?? []).map((each) => ({
        constraints: [...context.constraints, ...each.constraints],
        choices: [...context.choices, ...each.choices],
      })),
    );
  }
  const cases = (violated ?? []).flatMap((each) =>
    contexts.map((context) => ({
      constraints: [...each.constraints, ...context.constraints],
      choices: [...each.choices, ...context.choices],
    })),
  );
  if ((violated ?? []).length === 0) return false;
  const own = possible(violated ?? [], bounds);
  return own === true && possible(cases, [...bounds, ...others.flatMap((each) => each.bounds)]) === false;
}

/** Drops rule after rule as long as the rest still implies the readings. */
function fewest(readings: readonly RuleReading[], equations: readonly RuleReading[]): string[] {
  let names = [...new Set(equations.map(({ rule }) => rule.id))];
  for (const name of names) {
    const left = names.filter((each) => each !== name);
    const rest = equations.filter(({ rule }) => left.includes(rule.id));
    if (readings.every((reading) => implies(reading, rest))) names = left;
  }
  return names;
}

/** Whether the other rule is violated only when this one is, so that both say the same. */
function converse(
  id: string,
  applied: readonly { readings: readonly RuleReading[]; others: readonly RuleReading[] }[],
): boolean {
  return applied.every(({ readings, others }) =>
    others
      .filter(({ rule }) => rule.id === id)
      .every(
        (other) =>
          readings.every(({ rule }) => appliesWherever(rule, other.rule)) && implies(other, readings),
      ),
  );
}

/** Whether the one applies to every report that the other applies to. */
function appliesWherever({ applies: one = {} }: Rule, { applies: other = {} }: Rule): boolean {
  const covers = (wide?: readonly string[], narrow?: readonly string[]): boolean =>
    wide === undefined || (narrow?.every((each) => wide.includes(each)) ?? false);
  const [from, to] = [one.years?.from ?? -Infinity, one.years?.to ?? Infinity];
  return (
    covers(one.layouts, other.layouts) &&
    covers(one.levels, other.levels) &&
    covers(one.kinds, other.kinds) &&
    from <= (other.years?.from ?? -Infinity) &&
    to >= (other.years?.to ?? Infinity) &&
    (one.given === undefined || one.given === other.given)
  );
}

/** Those that speak of a quantity that the reading speaks of, or of one that another of them speaks of. The rest cannot bear on it. */
function connectedWith(reading: RuleReading, all: readonly RuleReading[]): RuleReading[] {
  const quantities = new Set(reading.quantities);
  const isNear = (each: RuleReading) => [...each.quantities].some((quantity) => quantities.has(quantity));
  let found: RuleReading[] = [];
  for (;;) {
    const near = all.filter(isNear);
    if (near.length === found.length) return found;
    found = near;
    for (const each of near) for (const quantity of each.quantities) quantities.add(quantity);
  }
}

/** Rules that no report can satisfy together with the others. */
function contradictions(readings: readonly RuleReading[], own: readonly Rule[]): Notice[] {
  const convex = readings.filter(({ holds, open }) => !open && holds?.length === 1);
  const constraintsOf = (list: readonly RuleReading[]): Constraint[] =>
    list.flatMap(({ holds, bounds }) => [...(holds?.[0]?.constraints ?? []), ...bounds]);
  return readings.flatMap((reading) => {
    const { holds, bounds, rule, open } = reading;
    if (open || !own.includes(rule)) return [];
    if (holds === null || holds.every(({ constraints }) => constraints.length === 0)) return [];
    if (possible(holds, bounds) !== true) return [];
    let others = connectedWith(
      reading,
      convex.filter((each) => each.rule !== rule),
    );
    const clash = (list: readonly RuleReading[]): boolean =>
      possible(holds, [...bounds, ...constraintsOf(list)]) === false;
    if (!clash(others)) return [];
    for (const each of others) {
      const left = others.filter((other) => other !== each);
      if (clash(left)) others = left;
    }
    const names = [...new Set(others.map((other) => other.rule.id))].filter((id) => id !== rule.id);
    const told = names.some((id) => id < rule.id && own.some((each) => each.id === id));
    if (names.length === 0 || told) return [];
    return [{ code: 'contradiction' as const, rule: rule.id, values: { with: names.join('、') } }];
  });
}
