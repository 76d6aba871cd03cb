import type { Outcome, Repair, Report } from '../../model/index.js';
import type { Say } from '../messages.js';
import type { Witness } from './prose.js';
import { resolves } from './resolves.js';
import type { Proposal, RootCause } from '../causes/root-causes.js';

/** How many alternatives to one repair are listed. */
const LISTED = 10;

/** Whether the rule would not have failed with the proposed numbers. */
export function explains({ steps, failed, witness }: Proposal, outcome: Outcome, report: Report): boolean {
  if (failed.some(({ outcomes }) => outcomes.includes(outcome))) return true;
  return agrees(witness, outcome) || resolves(steps, outcome, report);
}

/** Whether a claim that was compared with the tables now agrees with them, in whichever of its readings. */
function agrees({ claims: agreeing }: Witness, { category, cells, claims }: Outcome): boolean {
  return category === 'narrative' && cells.length > 0 && claims.some((id) => agreeing.includes(id));
}

/** The repairs of the root causes in their order, each followed by its alternatives; `idOf` has the findings in their order. */
export function repairsOf(
  causes: readonly RootCause[],
  causeOf: ReadonlyMap<Outcome, RootCause>,
  idOf: ReadonlyMap<Outcome, string>,
  report: Report,
  say: Say,
): { repairs: Repair[]; idOfCause: Map<RootCause, string> } {
  const repairs: Repair[] = [];
  const idOfCause = new Map<RootCause, string>();
  for (const cause of causes) {
    const preferred = `r${repairs.length + 1}`;
    idOfCause.set(cause, preferred);
    for (const proposal of [cause.preferred, ...cause.alternatives.slice(0, LISTED)]) {
      const isPreferred = proposal === cause.preferred;
      repairs.push({
        id: `r${repairs.length + 1}`,
        cells: proposal.steps,
        explains: [...idOf]
          .filter(
            ([outcome]) =>
              (isPreferred && causeOf.get(outcome) === cause) || explains(proposal, outcome, report),
          )
          .map(([, id]) => id),
        why: [...reasonsFor(proposal, say), ...(isPreferred ? reasonsAbout(cause, say) : [])].join(
          say('join'),
        ),
        unique: isPreferred && cause.unique,
        alternativeTo: isPreferred ? null : preferred,
      });
    }
  }
  return { repairs, idOfCause };
}

function reasonsFor({ steps, open, failed, witness, slip }: Proposal, say: Say): string[] {
  return [
    say('why.alone', { cells: steps.length + open.length, equations: failed.length }),
    ...witness.quotes.map((quote) => say('why.prose', { quote })),
    ...(slip === null ? [] : [say(`slip.${slip.kind}`, { ...slip })]),
    ...(open.length === 0 ? [] : [say('why.open', { cells: open.length })]),
  ];
}

function reasonsAbout({ alternatives, refuted, complete, misreading }: RootCause, say: Say): string[] {
  const count = alternatives.length;
  const [quote] = refuted.flatMap(({ witness }) => witness.contradicted);
  const listed = Math.min(count, LISTED);
  return [
    ...(misreading === null ? [] : [say(`misreading.${misreading}`)]),
    ...(count === 0 ? [] : [say(count > listed ? 'why.listed' : 'why.alternatives', { count, listed })]),
    ...(quote === undefined ? [] : [say('why.refuted', { count: refuted.length, quote })]),
    ...(complete ? [] : [say('why.more')]),
  ];
}
