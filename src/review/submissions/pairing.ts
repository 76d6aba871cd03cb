import { grouped } from '../grouped.js';

/** What is known of a report by which it is found again: of an input that could not be read, its name alone. */
export interface Identity {
  name: string;
  /** The name within the folder that its submission shares. */
  place: string;
  agency: string | null;
  year: number | null;
}

/** A name without what differs between two readings of it. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

const baseName = (name: string) => name.slice(name.lastIndexOf('/') + 1);

const reportOf = ({ agency, year }: Identity) =>
  agency === null ? null : JSON.stringify([plain(agency), year]);

const isEnding = (one: string, other: string) => one.endsWith(other) || other.endsWith(one);

/** What a report says of itself. */
type About = Pick<Identity, 'agency' | 'year'>;

/** Whether two inputs may be the same report: nothing that both say differs. A name may have the place before it, or not. */
export function mayBeOne(one: About, other: About): boolean {
  const sameYear = one.year === null || other.year === null || one.year === other.year;
  const known = one.agency !== null && other.agency !== null;
  return sameYear && (!known || isEnding(plain(one.agency ?? ''), plain(other.agency ?? '')));
}

/** Ways to know a report again, the surest first; `null`: not in this way. */
const ways: ((identity: Identity) => string | null)[] = [
  (each) => (reportOf(each) === null ? null : JSON.stringify([reportOf(each), each.place])),
  reportOf,
  ({ name }) => name,
  ({ place }) => place,
];

/**
 * For each of the later reports the earlier one of the same agency and year, otherwise the one of the same source, otherwise of a file of the same name where no other has
 * it and no folder says otherwise; each earlier one once.
 */
export function pairs<One extends Identity, Other extends Identity>(
  earlier: readonly One[],
  later: readonly Other[],
): Map<Other, One> {
  const found = new Map<Other, One>();
  const taken = new Set<One>();
  const pair = (own: Other, before: One) => {
    found.set(own, before);
    taken.add(before);
  };
  for (const keyOf of ways) {
    const left = grouped(earlier, (each) => (taken.has(each) ? null : keyOf(each)));
    for (const own of later) {
      if (found.has(own)) continue;
      const before = left.get(keyOf(own) ?? '')?.find((each) => !taken.has(each) && mayBeOne(each, own));
      if (before !== undefined) pair(own, before);
    }
  }
  // Folders are full of files called by the same few names: only one that is alone with its name is known by it, and by no other folder.
  const left = grouped(earlier, (each) => baseName(each.name));
  const own = grouped(later, (each) => baseName(each.name));
  for (const [name, [only, ...others]] of own) {
    const [before, ...more] = left.get(name) ?? [];
    if (only === undefined || before === undefined || others.length + more.length > 0) continue;
    if (found.has(only) || taken.has(before)) continue;
    if (mayBeOne(before, only) && isEnding(`/${before.place}`, `/${only.place}`)) pair(only, before);
  }
  return found;
}
