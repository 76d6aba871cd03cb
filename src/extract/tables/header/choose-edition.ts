import { editionFor } from '../../../form/edition.js';
import type { FormEdition } from '../../../model/index.js';
import { locateHeader } from './locate-header.js';
import { locateRows } from '../rows/locate-rows.js';
import type { LocatedBlock } from '../located-block.js';
import { marksOf } from '../marks.js';
import type { Stream } from '../stream/stream.js';

/**
 * Finds every sub-table, each in the edition whose labels it carries best, in the order of the forms. Where none tells, the edition in force
 * for the year counts, else the newest.
 */
export function locateBlocks(
  stream: Stream,
  forms: readonly FormEdition[],
  year: number | null,
): LocatedBlock[] {
  const byBlock = new Map<string, LocatedBlock[]>();
  for (const form of forms) {
    const marks = marksOf(form);
    const headers = marks.filter((each) => each.rows.length === 0);
    for (const table of form.tables) {
      const blocks = marks.filter((each) => each.table === table);
      const located = [
        ...locateRows(
          stream,
          blocks.filter((each) => each.rows.length > 0),
          headers,
        ),
        ...blocks.filter((each) => each.rows.length === 0).map((each) => locateHeader(stream, each)),
      ];
      for (const each of located) {
        const key = `${table.id}/${each.marks.block.id}`;
        byBlock.set(key, [...(byBlock.get(key) ?? []), each]);
      }
    }
  }
  const chosen = [...byBlock.values()].map((rivals) => {
    const best = rivals.reduce((a, b) => ((evidence(b) - evidence(a) || b.score - a.score) > 0 ? b : a));
    const ties = rivals
      .filter((each) => each !== best && evidence(each) === evidence(best) && each.score === best.score)
      .map((each) => each.marks.edition);
    return { ...best, ties, rivals };
  });
  return settleTies(chosen, forms, year, stream.deduplicated);
}

const shownColumns = ({ header }: LocatedBlock) => header.columns.filter((each) => each.found).length;

/** How well a block shows that it is there: with its header, with a few labels of it, with none; or not at all. */
const evidence = (block: LocatedBlock): number =>
  !block.found ? 0 : block.partial ? 2 : isHeadless(block) ? 1 : 3;

/** The header is lost: the rows alone do not tell the editions of a small sub-table apart. */
const isHeadless = ({ header, marks }: LocatedBlock) => header.fit === 0 && marks.rows.length < 5;

/**
 * A sub-table that two editions share, or whose labels are lost, is read as the edition of the rest of the document; sub-tables that were not
 * found are those of that edition.
 */
function settleTies(
  chosen: readonly (LocatedBlock & { rivals: LocatedBlock[] })[],
  forms: readonly FormEdition[],
  year: number | null,
  deduplicated: boolean,
): LocatedBlock[] {
  const votes = new Map<FormEdition, number>();
  for (const each of chosen) {
    if (!each.found || each.ties.length > 0 || isHeadless(each)) continue;
    votes.set(each.marks.edition, (votes.get(each.marks.edition) ?? 0) + Math.max(1, each.score));
  }
  const newest = (a: FormEdition, b: FormEdition) => b.years.from - a.years.from;
  const likely = year === null ? undefined : editionFor(forms, null, year);
  const inForce = (a: FormEdition, b: FormEdition) => Number(b === likely) - Number(a === likely);
  const [favourite] = [...forms].sort(
    (a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0) || inForce(a, b) || newest(a, b),
  );
  return chosen.flatMap(({ rivals, ...each }) => {
    const winner = rivals.find((rival) => rival.marks.edition === favourite);
    if (winner === undefined) return each.found ? [each] : [];
    if (each.marks.edition === favourite) return [each];
    // Labels that the other edition lacks tell the editions apart, also where lines were dropped.
    const told = shownColumns(each) > shownColumns(winner);
    const tied =
      each.ties.includes(winner.marks.edition) ||
      ((isHeadless(each) || (deduplicated && !told)) && winner.found);
    return tied || !each.found ? [{ ...winner, found: each.found, ties: [each.marks.edition] }] : [each];
  });
}

/** Whether sub-tables were found of which none tells the edition. */
export function isUndecided(located: readonly LocatedBlock[]): boolean {
  const found = located.filter((each) => each.found);
  return found.length > 0 && found.every((each) => each.ties.length > 0 || isHeadless(each));
}
