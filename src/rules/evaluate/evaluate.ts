import {
  alone,
  type Agency,
  type Basis,
  type Lang,
  type MissingReason,
  type Outcome,
  type Report,
  type Surroundings,
} from '../../model/index.js';
import { partsOf } from '../../form/parts.js';
import { basesFor } from '../basis.js';
import { compile, nothingAsked, type Instance, type Parameters } from '../load/compile.js';
import { contextOf, type Context } from './context.js';
import { domainOf } from '../domains/index.js';
import type { Bound } from '../domains/domain.js';
import { batchOf, run, type Batch } from './engine/engine.js';
import { viewForReport, type FormView } from '../form/form-view.js';
import { assume } from './assume.js';
import { outcomeAssuming, outcomeOf, together, undecided } from './outcome.js';
import type { Scene } from '../message/render.js';
import { placedByItself } from './proof/self-proof.js';
import { orderOf } from './order.js';
import type { Applies, Rule } from '../rule.js';
import type { RuleSet } from '../rule-set.js';

/** What the rule set comes to for reports of one form and year, whatever the agency. */
interface Plan {
  view: FormView;
  bases: ReadonlyMap<Rule, Basis>;
  /** Rules over the form: one batch for all reports of the plan. */
  batch: Batch;
  /** Instances of which the report does not tell whether they apply, whatever the agency. */
  open: readonly { instance: Instance; reason: MissingReason }[];
  /** Rules that expand over what the report says. */
  overReport: readonly { rule: Rule; reason: MissingReason | null }[];
}

const plans = new WeakMap<RuleSet, Map<string, Plan>>();
/** Plans of a rule set that are kept; one takes about a megabyte. */
const MOST_PLANS = 32;

/**
 * Judges every rule that applies to the report. Sorted by category, rule and place in the form, whatever the order of the rules.
 */
export async function evaluate(
  report: Report,
  ruleSet: RuleSet,
  { lang, surroundings = alone }: { lang: Lang; surroundings?: Surroundings | undefined },
): Promise<Outcome[]> {
  const plan = planFor(report, surroundings, ruleSet);
  const context = contextOf(report, plan.view, surroundings);
  const { view, bases } = plan;
  const { parameters, forms } = ruleSet;
  const parts = partsOf(view.edition, forms);
  const scene: Scene = { report, view, parameters, lang, context, parts, bases };
  const applies = applicabilityTo(report.agency);
  const dynamic = instancesOver(plan, context, ruleSet.parameters, applies);
  const more = batchOf(dynamic.decided, plan.batch.leaves.length);
  const instances = [...plan.batch.instances, ...more.instances];
  const judgements = await run([plan.batch, more], context);
  const assumed = await assume(instances, judgements, context, ruleSet.parameters);
  const results = new Map<Rule, { instance: Instance; outcome: Outcome }[]>();
  const add = (instance: Instance, outcome: Outcome): void => {
    const list = results.get(instance.rule);
    if (list === undefined) results.set(instance.rule, [{ instance, outcome }]);
    else list.push({ instance, outcome });
  };
  instances.forEach((instance, index) => {
    const judgement = judgements[index];
    const reason = applies(instance.rule);
    if (judgement === undefined || reason === 'no') return;
    const assumption = assumed.get(index);
    if (reason !== null) add(instance, undecided(instance, reason, scene));
    else {
      const outcome =
        assumption === undefined
          ? outcomeOf(instance, judgement, scene)
          : outcomeAssuming(instance, assumption, scene);
      add(instance, withoutSelfProof(outcome, report, ruleSet.forms));
    }
  });
  for (const { instance, reason } of [...plan.open, ...dynamic.open]) {
    if (applies(instance.rule) !== 'no') add(instance, undecided(instance, reason, scene));
  }
  return orderOf(ruleSet).flatMap((rule) => gathered(rule, results.get(rule) ?? [], scene));
}

/** A relation that holds because it placed one of its cells has not assessed anything. */
function withoutSelfProof(outcome: Outcome, report: Report, forms: RuleSet['forms']): Outcome {
  if (outcome.equation === null || outcome.verdict !== 'pass') return outcome;
  const placed = placedByItself(outcome.equation, report, forms);
  if (placed.length === 0) return outcome;
  return { ...outcome, verdict: 'notAssessable', reason: 'read-by-this-sum', cells: placed, assuming: [] };
}

function gathered(
  rule: Rule,
  results: readonly { instance: Instance; outcome: Outcome }[],
  scene: Scene,
): Outcome[] {
  const outcomes = results.map((each) => each.outcome);
  if (rule.together !== true) return outcomes;
  const one = together(
    outcomes,
    results.map((each) => each.instance),
    scene,
  );
  return one === null ? [] : [one];
}

function planFor(report: Report, surroundings: Surroundings, ruleSet: RuleSet): Plan {
  const key = keyOf(report, surroundings);
  const own = plans.get(ruleSet) ?? new Map<string, Plan>();
  plans.set(ruleSet, own);
  const found = own.get(key);
  if (found !== undefined) {
    // The plan that is given up is the one that was not used for longest.
    own.delete(key);
    own.set(key, found);
    return found;
  }
  if (own.size >= MOST_PLANS) own.delete(own.keys().next().value ?? '');
  const plan = planOf(
    report,
    surroundings,
    ruleSet,
    viewForReport(ruleSet.forms, report.layout, report.year),
  );
  own.set(key, plan);
  return plan;
}

/** Equal for reports of which the same rules hold in the same way, but for what they say of agencies. */
function keyOf({ layout, year, published }: Report, { earlier, members, register }: Surroundings): string {
  const blocks = layout.blocks.map((each) =>
    each.found ? `${each.table}/${each.block}/${each.edition}` : '',
  );
  const given = [earlier !== null, members !== null, published !== undefined, register !== null];
  return [layout.id, year, ...given, ...blocks].join('|');
}

function planOf(report: Report, surroundings: Surroundings, ruleSet: RuleSet, view: FormView): Plan {
  const decided: Instance[] = [];
  const open: { instance: Instance; reason: MissingReason }[] = [];
  const overReport: { rule: Rule; reason: MissingReason | null }[] = [];
  const bases = basesFor(report, ruleSet);
  const asked = nothingAsked();
  for (const rule of ruleSet.rules) {
    const reason = applicability(rule.applies, report, surroundings);
    if (reason === 'no' || !bases.has(rule)) continue;
    if (isOverReport(rule)) {
      overReport.push({ rule, reason });
      continue;
    }
    for (const bindings of combinations(rule, view, null)) {
      const instance = compile(rule, bindings, view, report.year, ruleSet.parameters, asked);
      if (instance === null) continue;
      if (reason === null) decided.push(instance);
      else open.push({ instance, reason });
      // Where what the rule compares with was not given at all, one instance stands for all of them.
      if (reason !== null && notGiven.includes(reason)) break;
    }
  }
  return { view, bases, batch: batchOf(decided), open, overReport };
}

function instancesOver(
  plan: Plan,
  context: Context,
  parameters: Parameters,
  applies: (rule: Rule) => 'no' | MissingReason | null,
): { decided: Instance[]; open: { instance: Instance; reason: MissingReason }[] } {
  const decided: Instance[] = [];
  const open: { instance: Instance; reason: MissingReason }[] = [];
  const asked = nothingAsked();
  for (const { rule, reason } of plan.overReport) {
    if (applies(rule) === 'no') continue;
    for (const bindings of combinations(rule, plan.view, context)) {
      const instance = compile(rule, bindings, plan.view, context.report.year, parameters, asked);
      if (instance === null) continue;
      if (reason === null) decided.push(instance);
      else open.push({ instance, reason });
    }
  }
  return { decided, open };
}

const notGiven: readonly MissingReason[] = ['no-prior-year', 'no-roster', 'no-date'];

/** `null`: applies; a reason: the report does not tell. */
function applicability(
  applies: Applies | undefined,
  report: Report,
  { earlier, members, register }: Surroundings,
): 'no' | MissingReason | null {
  const { given, years } = applies ?? {};
  let reason: MissingReason | null = null;
  if (years !== undefined) {
    if (report.year === null) reason = 'no-year';
    else if (report.year < (years.from ?? report.year) || report.year > (years.to ?? report.year))
      return 'no';
  }
  if (given === 'register' && register === null) return 'no';
  if (given === 'prior' && earlier === null) reason ??= 'no-prior-year';
  if (given === 'roster' && members === null) reason ??= 'no-roster';
  if (given === 'date' && report.published === undefined) reason ??= 'no-date';
  return reason;
}

/** Whether rules apply to the agency; a reason: its level or kind is not known. */
function applicabilityTo({ level, kind }: Agency): (rule: Rule) => 'no' | MissingReason | null {
  return ({ applies }) => {
    const { levels, kinds } = applies ?? {};
    const unknown =
      (levels !== undefined && level === 'unknown') || (kinds !== undefined && kind === 'unknown');
    if (levels !== undefined && level !== 'unknown' && !levels.includes(level)) return 'no';
    if (kinds !== undefined && kind !== 'unknown' && !kinds.includes(kind)) return 'no';
    return unknown ? 'no-agency-level' : null;
  };
}

export function isOverReport(rule: Rule): boolean {
  return Object.values(rule.each ?? {}).some((spec) => domainOf(spec)?.domain.sample != null);
}

/** Every combination of the members of the rule's variables, the first variable slowest. */
export function combinations(rule: Rule, view: FormView, context: Context | null): Record<string, Bound>[] {
  let list: Record<string, Bound>[] = [{}];
  for (const [name, spec] of Object.entries(rule.each ?? {})) {
    const found = domainOf(spec);
    const members = found === null ? [] : found.domain.members(found.params, view, context);
    list = list.flatMap((bindings) => members.map((member) => ({ ...bindings, [name]: member })));
  }
  return list;
}
