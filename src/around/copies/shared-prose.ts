import type { Copy, RosterEntry } from '../../model/index.js';
import { findCopies } from './copies.js';
import type { Known } from '../known.js';
import { push } from '../push.js';

/** Prose this much alike is worth telling a rule about, in per cent. */
const ALIKE = 85;
const MOST_COPIES = 20;

/** For each source the reports of other agencies for the same year with the same prose, the most alike first. */
export function sharedProse(known: readonly Known[], roster: readonly RosterEntry[]): Map<string, Copy[]> {
  const parents = new Map(roster.map((entry) => [entry.name, entry.parent]));
  /** A government and its office, or a body and the one above it, may publish one text. */
  const related = (one: string, other: string) => parents.get(one) === other || parents.get(other) === one;
  const groups = new Map<string, Known[]>();
  for (const each of known) {
    for (const section of Object.keys(each.digest.prose))
      push(groups, `${each.digest.year ?? ''}/${section}`, each);
  }
  const found = new Map<string, Copy[]>();
  for (const [key, group] of groups) {
    const section = key.slice(key.indexOf('/') + 1);
    const texts = group.flatMap(({ digest, agency }) => {
      const sketch = digest.prose[section];
      return sketch === undefined ? [] : [{ owner: agency, sketch }];
    });
    for (const { one, other, likeness } of findCopies(texts, ALIKE)) {
      const [first, second] = [group[one], group[other]];
      if (first === undefined || second === undefined || related(first.agency, second.agency)) continue;
      for (const [own, their] of [
        [first, second],
        [second, first],
      ] as const) {
        push(found, own.digest.name, {
          name: their.digest.name,
          agency: their.digest.agency.name ?? their.digest.name,
          section,
          likeness,
        });
      }
    }
  }
  for (const [name, list] of found) {
    list.sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1));
    found.set(name, list.slice(0, MOST_COPIES));
  }
  return found;
}
