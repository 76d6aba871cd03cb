import { comparedParts, type Copy, type RosterEntry } from '../../model/index.js';
import { findCopies } from './copies.js';
import type { Known } from '../known.js';
import { push } from '../push.js';
import type { Sketch } from './sketch.js';

/** Prose this much alike is worth telling a rule about, in per cent. */
const ALIKE = 85;
const MOST_COPIES = 20;

/** For each source the reports of other agencies for the same year with the same prose, the most alike first. */
export function sharedProse(known: readonly Known[], roster: readonly RosterEntry[]): Map<string, Copy[]> {
  const parents = new Map(roster.map((entry) => [entry.name, entry.parent]));
  /** A government and its office, or a body and the one above it, may publish one text. */
  const related = (one: string, other: string) => parents.get(one) === other || parents.get(other) === one;
  const found = new Map<string, Copy[]>();
  for (const section of comparedParts) {
    const byYear = new Map<number | null, { known: Known; owner: string; sketch: Sketch }[]>();
    for (const each of known) {
      const sketch = each.digest.prose[section];
      if (sketch !== undefined) push(byYear, each.digest.year, { known: each, owner: each.agency, sketch });
    }
    for (const group of byYear.values()) {
      for (const { one, other, likeness } of findCopies(group, ALIKE)) {
        const [first, second] = [group[one]?.known, group[other]?.known];
        if (first === undefined || second === undefined || related(first.agency, second.agency)) continue;
        for (const [own, their] of [
          [first, second],
          [second, first],
        ] as const) {
          const { name, agency } = their.digest;
          push(found, own.digest.name, { name, agency: agency.name ?? name, section, likeness });
        }
      }
    }
  }
  for (const [name, list] of found) {
    list.sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1));
    found.set(name, list.slice(0, MOST_COPIES));
  }
  return found;
}
