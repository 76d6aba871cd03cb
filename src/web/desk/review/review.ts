import type { Reply, Review, Waiver } from '../../../model/index.js';
import type { Entry } from '../entry.js';
import type { FindingBrief } from '../../../report/desk/brief.js';

/** A notice that has left the desk. */
export interface Issued {
  agency: string;
  year: number | null;
  number: string;
  /** YYYY-MM-DD */
  date: string;
  /** The findings that it spoke of, with their titles. */
  findings: { fingerprint: string; title: string }[];
}

/** Two officers who disagree about a finding. */
export interface Conflict {
  ours: Waiver;
  theirs: Waiver;
}

/** Puts what another officer has decided to what is known: what only one of them decided holds, what both did alike is once. */
export function merged(
  ours: readonly Waiver[],
  theirs: readonly Waiver[],
): { decisions: Waiver[]; conflicts: Conflict[] } {
  const known = new Map(ours.map((each) => [each.fingerprint, each]));
  const conflicts: Conflict[] = [];
  for (const each of theirs) {
    const own = known.get(each.fingerprint);
    if (own === undefined) known.set(each.fingerprint, each);
    else if (own.verdict !== each.verdict) conflicts.push({ ours: own, theirs: each });
  }
  return { decisions: [...known.values()], conflicts };
}

export type ReviewState = 'none' | 'some' | 'all';

/** A report is reviewed when all its findings are. */
export function stateOf({ judged }: Entry, decided: ReadonlyMap<string, Review>): ReviewState {
  const open = judged.findings.filter(({ fingerprint }) => !decided.has(fingerprint)).length;
  if (open === 0) return 'all';
  return open === judged.findings.length ? 'none' : 'some';
}

/** The findings that a notice speaks of. */
export function noticed(
  findings: readonly FindingBrief[],
  decided: ReadonlyMap<string, Review>,
  onlyConfirmed: boolean,
): string[] {
  return findings
    .filter(({ fingerprint }) => {
      const verdict = decided.get(fingerprint)?.verdict;
      return onlyConfirmed ? verdict === 'confirmed' : verdict !== 'dismissed';
    })
    .map(({ fingerprint }) => fingerprint);
}

/** JSON is YAML, and no text of an officer can break out of its quotes. */
const quoted = (text: string) => JSON.stringify(text);

/** The decisions and answers as a file that `gouji audit --waivers` and the page read. */
export function waiverText(decisions: readonly Waiver[], replies: readonly Reply[]): string {
  const list = (name: string, items: readonly object[]) =>
    items.length === 0
      ? `${name}: []\n`
      : `${name}:\n${items.map((each) => entryText(each as Record<string, string | null>)).join('')}`;
  const entryText = (each: Record<string, string | null>) =>
    Object.entries(each)
      .filter(([, value]) => value !== null && value !== '')
      .map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${quoted(value ?? '')}\n`)
      .join('');
  const sorted = <Item extends { fingerprint: string }>(items: readonly Item[]) =>
    [...items].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  return list('waivers', sorted(decisions)) + (replies.length === 0 ? '' : list('replies', sorted(replies)));
}
