import { leavesOf, type FormBlock, type Label } from '../../../../model/index.js';
import { squeeze } from '../../stream/stream.js';
import { allLabels, printedWordings } from './wordings.js';

/** Share of the rows whose labels show, for one that does not to be missing. */
const enough = 0.7;
/** Share of the pieces that only this label has, for a row of another edition to be there. */
const enoughPieces = 0.5;
/** Pairs of a label that one broken line does not take away. */
const fewestPairs = 2;

const textsOf = ({ label, variants = [] }: Label): string[] => [label, ...variants].map(squeeze);

const pairsIn = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

interface Row {
  label: string;
  /** Its wordings, where they have an ordinal. */
  numbered: string[];
  /** Pairs of characters of its wordings that no other text of the tables has; labels that lines break still show some of them. */
  pairs: string[];
}

type Edition = readonly FormBlock[];

function rowsOf(blocks: Edition, editions: readonly Edition[]): Row[] {
  const all = editions.flatMap((each) =>
    each.flatMap(({ rows, columns }) => [...allLabels(rows ?? []), ...allLabels(columns)]),
  );
  const notes = editions.flatMap((each) =>
    each.flatMap(({ corner = [], note = '' }) => [...corner, note].map(squeeze)),
  );
  return blocks.flatMap(({ rows }) =>
    leavesOf(rows ?? []).map(({ label }) => {
      const others = [...notes, ...all.filter((each) => each.label !== label.label).flatMap(textsOf)];
      const ownPairs = (text: string) =>
        pairsIn(text).filter((pair) => !others.some((each) => each.includes(pair)));
      const isTold = ownPairs(squeeze(label.label)).length >= fewestPairs;
      return {
        label: label.label,
        numbered: label.ordinal === undefined ? [] : printedWordings(label),
        pairs: isTold ? [...new Set(textsOf(label).flatMap(ownPairs))] : [],
      };
    }),
  );
}

/** The rows of a form and those that only other editions have, in whatever order these are. */
interface Rows {
  editions: readonly Edition[];
  own: Row[];
  foreign: Row[];
}

const made = new WeakMap<Edition, Rows>();

function rowsBeside(blocks: Edition, editions: readonly Edition[]): Rows {
  const found = made.get(blocks);
  if (found?.editions.length === editions.length && editions.every((each) => found.editions.includes(each)))
    return found;
  const own = rowsOf(blocks, editions);
  const known = new Set(blocks.flatMap(({ rows }) => allLabels(rows ?? []).map(({ label }) => label)));
  const foreign = editions.flatMap((each) => rowsOf(each, editions)).filter(({ label }) => !known.has(label));
  const rows = { editions, own, foreign };
  made.set(blocks, rows);
  return rows;
}

/**
 * The texts between the figures lack a row of the form although they show nearly all others, or show one that only another edition has: rows were
 * lost, and there are as many left as this edition has.
 */
export function lacksRows(blocks: Edition, editions: readonly Edition[], texts: readonly string[]): boolean {
  const text = texts.join(' ');
  const shownOf = (pairs: readonly string[]) => pairs.filter((pair) => text.includes(pair)).length;
  const { own, foreign } = rowsBeside(blocks, editions);
  const told = own.filter(({ pairs }) => pairs.length > 0);
  const shown = told.filter(({ pairs }) => shownOf(pairs) > 0);
  if (shown.length < told.length && shown.length >= told.length * enough) return true;
  return foreign.some(
    (row) =>
      (row.pairs.length > 0 && shownOf(row.pairs) >= row.pairs.length * enoughPieces) ||
      texts.some((each) => row.numbered.some((wording) => each.endsWith(wording))),
  );
}
