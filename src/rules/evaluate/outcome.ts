import type { CellAddress, MissingReason, Outcome, Side } from '../../model/index.js';
import type { Instance } from '../load/compile.js';
import type { Comparison, Judgement } from './engine/kleene.js';
import type { Assumption } from './assume.js';
import { blanksAsNone } from './context.js';
import { sayFilling } from './filling.js';
import { basisOf, renderMessage, type Scene } from '../message/render.js';
import { nothingShown, pairOf, shownOf } from './shown/shown.js';
import { unique, type Known, type Quote } from '../value.js';

/** Whether a misreading may have made the comparison hold: what is more even without the cells that are not sure is so for sure. */
function isUnsure({ operator, left, right }: Comparison): boolean {
  if (!right.sure) return true;
  return !left.sure && !(operator === 'greaterThan' && (left.surely ?? -Infinity) > Number(right.value));
}

const noEvidence: Judgement = { truth: null, comparisons: [], unknowns: [] };

/** `addition`: what the message of a failure says at its end. */
export function outcomeOf(instance: Instance, judgement: Judgement, scene: Scene, addition = ''): Outcome {
  const { truth, comparisons, unknowns } = judgement;
  const failed = truth === true;
  const [first] = comparisons;
  const { rule, bindings } = instance;
  const claims = claimsOf(instance, judgement);
  const pair = failed ? pairOf(instance, comparisons, scene.context) : undefined;
  const told = pair === undefined ? judgement : { ...judgement, comparisons: [pair, ...comparisons] };
  // What holds needs no evidence; gathering that of tables of some hundred cells takes most of the time of a rule.
  const cells = truth === false ? [] : cellsOf(judgement, scene);
  return {
    rule: rule.id,
    category: rule.category,
    bindings: namesOf(bindings),
    severity: rule.category === 'narrative' && rests(claims, scene) ? 'info' : rule.severity,
    title: rule.title[scene.lang],
    basis: basisOf(rule, scene),
    verdict: truth === null ? 'notAssessable' : failed ? 'fail' : 'pass',
    message: failed ? renderMessage(rule.message[scene.lang], scene, instance, told, addition) : '',
    fix: failed ? renderMessage(rule.fix[scene.lang], scene, instance, told) : null,
    cells,
    claims,
    quotes: failed ? quotesOf(instance, judgement) : [],
    left: first === undefined ? null : sideOf(first.left),
    right: first === undefined ? null : sideOf(first.right),
    shown: shownOf(pair, rule.message[scene.lang]),
    equation: instance.equation,
    reason: truth === null ? (unknowns[0]?.reason ?? 'cell-unreadable') : null,
    assuming: [],
    suspect: failed && comparisons.some(isUnsure) ? 'extraction' : 'report',
    contradicted: failed
      ? unique(
          comparisons.flatMap(({ left, right }) => [
            ...left.contradicted(scene.lang),
            ...right.contradicted(scene.lang),
          ]),
        )
      : [],
    ...(rule.oneCause === 'table' ? { cause: `${rule.id} ${cells[0]?.split('.')[0] ?? ''}` } : {}),
  };
}

/**
 * The outcome of an instance judged with blanks counted as none. It weighs as much as any other, except against another report: there a
 * figure that rests on a blank makes a hint at most.
 */
export function outcomeAssuming(
  instance: Instance,
  { judgement, blanks, filling }: Assumption,
  scene: Scene,
): Outcome {
  const counted = { ...scene, context: blanksAsNone(scene.context) };
  const outcome = outcomeOf(instance, judgement, counted, sayFilling(filling, scene));
  if (outcome.verdict === 'notAssessable') return outcome;
  const given = instance.rule.applies?.given;
  const across = given === 'prior' || given === 'roster' || given === 'register';
  return {
    ...outcome,
    severity: across ? 'info' : outcome.severity,
    assuming: inOrder(blanks, scene),
  };
}

/** Whether the outcome rests on a statement whose meaning was inferred: a hint at most. */
const rests = (claims: readonly string[], { report }: Scene): boolean =>
  report.claims.some(({ id, inferred }) => inferred !== undefined && claims.includes(id));

function cellsOf({ truth, comparisons, unknowns }: Judgement, scene: Scene): CellAddress[] {
  const cells: CellAddress[] = [];
  if (truth === null) for (const each of unknowns) append(cells, each.cells);
  else {
    for (const { left, right } of comparisons) {
      append(cells, left.cells);
      append(cells, right.cells);
    }
  }
  return inOrder(cells, scene);
}

function claimsOf({ bindings }: Instance, { comparisons, unknowns }: Judgement): string[] {
  const claims: string[] = [];
  for (const name in bindings) append(claims, bindings[name]?.claims ?? []);
  for (const { left, right } of comparisons) {
    append(claims, left.claims);
    append(claims, right.claims);
  }
  for (const each of unknowns) append(claims, each.claims);
  return unique(claims);
}

/** Each place once, however many facts and variables point at it. */
function quotesOf({ bindings }: Instance, { comparisons }: Judgement): Quote[] {
  const all = [
    ...Object.values(bindings).flatMap((bound) => bound.quotes),
    ...comparisons.flatMap(({ left, right }) => [...left.quotes(), ...right.quotes()]),
  ];
  const seen = new Map(all.map((each) => [JSON.stringify(each), each]));
  return [...seen.values()];
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}

/** The outcome of an instance of which it is not known whether it applies. */
export function undecided(instance: Instance, reason: MissingReason, scene: Scene): Outcome {
  return { ...outcomeOf(instance, noEvidence, scene), equation: null, reason };
}

/** One outcome for all instances of a rule that reports its violations together. */
export function together(
  outcomes: readonly Outcome[],
  instances: readonly Instance[],
  scene: Scene,
): Outcome | null {
  const [first] = outcomes;
  const [instance] = instances;
  if (first === undefined || instance === undefined) return null;
  const failed = outcomes.filter((each) => each.verdict === 'fail');
  const open = outcomes.filter((each) => each.verdict === 'notAssessable');
  const members = failed.length > 0 ? failed : open.length > 0 ? open : outcomes;
  const verdict = failed.length > 0 ? 'fail' : open.length > 0 ? 'notAssessable' : 'pass';
  const bindings = Object.fromEntries(
    Object.keys(instance.bindings).map((name) => {
      const labels = instances
        .filter((_, index) => outcomes[index]?.verdict === 'fail')
        .map((each) => each.bindings[name]);
      const label = (lang: 'zh-CN' | 'en'): string =>
        unique(labels.map((each) => each?.label(lang) ?? '')).join(lang === 'en' ? ', ' : '、');
      return [name, { id: name, label, properties: {}, claims: [], quotes: [] }];
    }),
  );
  const { rule } = instance;
  const text = (template: string): string =>
    renderMessage(
      template.replaceAll('{count}', String(failed.length)),
      scene,
      { ...instance, bindings },
      noEvidence,
    );
  return {
    ...first,
    bindings: {},
    verdict,
    message: verdict === 'fail' ? text(rule.message[scene.lang]) : '',
    fix: verdict === 'fail' ? text(rule.fix[scene.lang]) : null,
    cells: inOrder(
      members.flatMap((each) => each.cells),
      scene,
    ),
    claims: unique(members.flatMap((each) => each.claims)),
    quotes: members.flatMap((each) => each.quotes),
    left: members.length === 1 ? (members[0]?.left ?? null) : null,
    right: members.length === 1 ? (members[0]?.right ?? null) : null,
    shown: nothingShown,
    equation: null,
    assuming: inOrder(
      members.flatMap((each) => each.assuming),
      scene,
    ),
    reason: verdict === 'notAssessable' ? (open[0]?.reason ?? null) : null,
    suspect: failed.some((each) => each.suspect === 'extraction') ? 'extraction' : 'report',
    contradicted: unique(failed.flatMap((each) => each.contradicted)),
  };
}

function namesOf(bindings: Instance['bindings']): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [name, bound] of Object.entries(bindings)) names[name] = bound.id;
  return names;
}

function sideOf(value: Known): Side {
  return {
    value: typeof value.value === 'boolean' ? String(value.value) : value.value,
    cells: [...value.cells],
  };
}

/** Each cell once, in the order of the form. */
function inOrder(cells: readonly CellAddress[], { view }: Scene): CellAddress[] {
  const list = unique(cells);
  if (list.length < 2) return list;
  const position = view.positions;
  return list.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
}
