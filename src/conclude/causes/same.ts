import { sentenceOf, type Claim, type Outcome, type Report } from '../../model/index.js';

/**
 * Failures that tell of the same thing, each with the first that does: they compare the same cells with the same statements, or hold a
 * number of one sentence of the prose against the tables, have a cause in common by their rule, or the graver names all that the other does. `failed` come in the order of their gravity, without those that a repair explains.
 */
export function leadersOf(failed: readonly Outcome[], report: Report): Map<Outcome, Outcome> {
  const isSame = sameness(report);
  const leaders: Outcome[] = [];
  const leaderOf = new Map<Outcome, Outcome>();
  for (const outcome of failed) {
    const leader = leaders.find((each) => isSame(each, outcome));
    if (leader === undefined) leaders.push(outcome);
    else leaderOf.set(outcome, leader);
  }
  return leaderOf;
}

function sameness(report: Report): (one: Outcome, other: Outcome) => boolean {
  const claimOf = new Map(report.claims.map((claim) => [claim.id, claim]));
  const statedIn = (outcome: Outcome): Claim[] => outcome.claims.flatMap((id) => claimOf.get(id) ?? []);
  return (one, other) => {
    if (one.cause !== undefined && one.cause === other.cause) return true;
    if (tells(one, other)) return true;
    if (one.left === null || one.right === null || other.left === null || other.right === null) return false;
    if (sameCells(one, other)) return true;
    if (one.category !== 'narrative' || other.category !== 'narrative') return false;
    return statedIn(one).some((claim) => statedIn(other).some((each) => sameNumber(claim, each, report)));
  };
}

/** A graver failure rests on all that a statement is held against, as a blank table that the prose contradicts does. */
function tells(one: Outcome, other: Outcome): boolean {
  if (one.severity === other.severity || one.suspect !== other.suspect) return false;
  if (other.cells.length === 0 || other.claims.length === 0) return false;
  return (
    other.cells.every((each) => one.cells.includes(each)) &&
    other.claims.every((each) => one.claims.includes(each))
  );
}

/** A single cell may be wrong in several ways; several cells are compared for one reason. */
function sameCells(one: Outcome, other: Outcome): boolean {
  if (one.cells.length + one.claims.length < 2) return false;
  return isSameSet(one.cells, other.cells) && isSameSet(one.claims, other.claims);
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

/** One statement, or two of one sentence of which the other states no number of its own: 收到17件，均已答复. */
function sameNumber(one: Claim, other: Claim, report: Report): boolean {
  if (one.id === other.id) return true;
  if (one.value === null || one.value !== other.value || one.section !== other.section) return false;
  if (hasNumber(one) && hasNumber(other)) return false;
  const section = report.sections.find(({ id }) => id === one.section);
  const sentence = sentenceOf(one, section);
  return sentence !== null && sentence === sentenceOf(other, section);
}

function hasNumber({ quote, value }: Claim): boolean {
  return (
    quote.normalize('NFKC').replaceAll(/[,\s]/g, '').includes(String(value)) ||
    /[〇零一二两三四五六七八九十百千万]+[件条项宗份]/.test(quote)
  );
}
