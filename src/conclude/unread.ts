import type { Outcome, Report } from '../model/index.js';

/** How much of the tables the program could not read, as shares of 1. */
export interface Unread {
  /** Nothing of any table was read, and something that may hold one was seen. */
  everything: boolean;
  /** Cells that cannot be read, of those that the document has. */
  cells: number;
  /** Cells that cannot be read and tables that may be hidden in a picture, of the cells or of the tables of the form, whichever is more. */
  whole: number;
  any: boolean;
  /** Kinds of sums of the table that is worst off of which most are met only because they placed its cells, of all its kinds. */
  selfProven: number;
}

export function unreadOf({ cells, layout }: Report, outcomes: readonly Outcome[]): Unread {
  const all = Object.entries(cells);
  const present = all.filter(([, { state }]) => state !== 'absent');
  const unreadable = present.filter(([, { state }]) => state === 'unreadable').length;
  const tables = [...new Set(layout.blocks.map(({ table }) => table))];
  // A rule about one table that a misreading may explain says that the document may have it all the same.
  const suspected = outcomes.flatMap(({ verdict, suspect, bindings }) =>
    verdict === 'fail' && suspect === 'extraction' ? (bindings['table'] ?? []) : [],
  );
  const hidden = tables.filter(
    (table) =>
      suspected.includes(table) && layout.blocks.every((each) => each.table !== table || !each.found),
  );
  const hiddenCells = all.filter(([address]) => hidden.includes(address.slice(0, address.indexOf('.'))));
  return {
    everything: present.length === unreadable && unreadable + hidden.length > 0,
    cells: share(unreadable, present.length),
    whole: Math.max(share(unreadable + hiddenCells.length, all.length), share(hidden.length, tables.length)),
    any: unreadable + hidden.length > 0,
    selfProven: Math.max(0, ...tables.map((table) => selfProvenShare(table, outcomes))),
  };
}

function selfProvenShare(table: string, outcomes: readonly Outcome[]): number {
  const kinds = new Map<string, { own: number; all: number }>();
  for (const { rule, equation, verdict, reason } of outcomes) {
    const [first] = equation?.terms ?? [];
    const own = reason === 'read-by-this-sum';
    if (first === undefined || !first.cell.startsWith(`${table}.`) || (verdict === 'notAssessable' && !own))
      continue;
    const kind = kinds.get(rule) ?? { own: 0, all: 0 };
    kind.own += Number(own);
    kind.all += 1;
    kinds.set(rule, kind);
  }
  const unchecked = [...kinds.values()].filter(({ own, all }) => own * 2 > all);
  return share(unchecked.length, kinds.size);
}

function share(some: number, all: number): number {
  return all === 0 ? 0 : some / all;
}
