import type { Change } from '../repairs/localise.js';
import type { Constraint, System } from '../repairs/system.js';

/**
 * Takes the smallest repairs apart. Within one repair, changes belong together that share an equation of which it is known whether it holds;
 * failures belong together that some repair puts right by changes that belong together. For each such part every way to put it right; any choice
 * from each makes a repair.
 */
export function independent(sets: readonly Change[][], system: System): Change[][][] {
  const parts = sets.map((changes) =>
    split(changes, system).map((part) => ({ part, failed: failedBy(part, system) })),
  );
  const failures = merged(parts.flat().map(({ failed }) => failed));
  return failures.map((block) => {
    const choices = new Map<string, Change[]>();
    for (const repair of parts) {
      const changes = repair.flatMap(({ part, failed }) =>
        failed.some((each) => block.has(each)) ? part : [],
      );
      changes.sort((one, other) => one.variable - other.variable);
      choices.set(changes.map(({ variable }) => variable).join(' '), changes);
    }
    return [...choices.values()];
  });
}

/** The equations that failed and that the changes bear on. */
export function failedBy(changes: readonly Change[], { constraints }: System): Constraint[] {
  const changed = new Set(changes.map(({ variable }) => variable));
  return constraints.filter(
    ({ state, terms }) => state === 'fails' && terms.some(({ variable }) => changed.has(variable)),
  );
}

function split(changes: readonly Change[], { constraints }: System): Change[][] {
  let groups = changes.map((change) => [change]);
  for (const { terms, state } of constraints) {
    if (state === 'open') continue;
    const joined = groups.filter((group) =>
      group.some(({ variable }) => terms.some((term) => term.variable === variable)),
    );
    if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
  }
  return groups;
}

/** Lists that have an element in common, directly or through others, become one. */
function merged<T>(lists: readonly T[][]): Set<T>[] {
  let sets: Set<T>[] = [];
  for (const list of lists) {
    const touching = sets.filter((set) => list.some((each) => set.has(each)));
    const [only] = touching;
    if (touching.length === 1 && only !== undefined) for (const each of list) only.add(each);
    else if (list.length > 0) {
      const joined = new Set([...touching.flatMap((set) => [...set]), ...list]);
      sets = [...sets.filter((set) => !touching.includes(set)), joined];
    }
  }
  return sets;
}
