import type { Audit, CellAddress, Finding, Side } from '../../model/index.js';
import type { CellName } from '../labels.js';

/** A cell that takes part, by as much of its name as tells it from the others. */
export interface Term {
  cell: CellAddress;
  name: string;
  value: number | null;
}

export interface ComparisonSide {
  /** Without the cells that add 0 to a sum. */
  terms: Term[];
  /** How many cells were left out because they are 0. */
  zeros: number;
  /** The terms add up to the value; otherwise they are only what it was made of. */
  adds: boolean;
  /** It is what the prose says. */
  stated: boolean;
  /** It is what the report of the year before says. */
  earlier: boolean;
  /** It is what the registers give. */
  registered?: true;
  value: number | string | null;
}

/** Both sides of a failed comparison, ready to be written out. */
export interface Comparison {
  /** The part of the name that all cells share: 表三 （一）予以公开; empty when they share nothing. */
  shared: string;
  left: ComparisonSide;
  right: ComparisonSide;
  /** `→`: a change since the year before; `≠`: both values are known and not the same. */
  sign: '→' | '≠' | '|';
}

/** Names of cells without what all of them share, unless they are wanted in full. */
function shortNames(
  cells: readonly CellAddress[],
  names: ReadonlyMap<CellAddress, CellName>,
  inFull: boolean,
): { shared: string; nameOf: (cell: CellAddress) => string } {
  const known = cells.flatMap((cell) => names.get(cell) ?? []);
  const [first] = known;
  const same = (part: 'table' | 'row' | 'column') =>
    known.length === cells.length && known.every((each) => each[part] === first?.[part]);
  const [table, row, column] = [same('table'), same('row'), same('column')];
  const name = (cell: CellAddress, parts: (each: CellName) => string) => {
    const each = names.get(cell);
    return each === undefined ? cell : parts(each);
  };
  const whole = ({ row: words, joint, column: word }: CellName) => `${words}${joint}${word}`;
  if (first === undefined || !table || inFull)
    return { shared: '', nameOf: (cell) => name(cell, (each) => `${each.table} ${whole(each)}`) };
  if (cells.length > 1 && row && !column)
    return { shared: `${first.table} ${first.row}`, nameOf: (cell) => name(cell, (each) => each.column) };
  if (cells.length > 1 && column && !row)
    return { shared: `${first.table} ${first.column}`, nameOf: (cell) => name(cell, (each) => each.row) };
  return { shared: first.table, nameOf: (cell) => name(cell, whole) };
}

const close = (one: number, other: number) => Math.abs(one - other) < 1e-6;

function sideOf(
  { value, cells, rows }: Side,
  { claims, category }: Finding,
  audit: Audit,
  nameOf: (cell: CellAddress) => string,
): ComparisonSide {
  const stated = cells.length === 0 && claims.length > 0;
  const earlier =
    cells.length === 0 && claims.length === 0 && category === 'continuity' && rows === undefined;
  const terms = cells.map((cell) => ({ cell, name: nameOf(cell), value: audit.cells[cell]?.value ?? null }));
  const sum = terms.reduce<number | null>(
    (total, each) => (total === null || each.value === null ? null : total + each.value),
    0,
  );
  const adds = typeof value === 'number' && sum !== null && close(sum, value);
  const telling = terms.filter((each) => each.value !== 0);
  const shown = adds && telling.length > 0 ? telling : adds ? terms.slice(0, 1) : terms;
  return {
    terms: shown,
    zeros: terms.length - shown.length,
    adds,
    stated,
    earlier,
    value,
    ...(rows === undefined ? {} : { registered: true }),
  };
}

/** Whether a side only counts its cells, or weighs them otherwise, against a limit: the message says all there is to say. */
const isCounted = (one: ComparisonSide, other: Side): boolean =>
  !one.adds && one.terms.length > 0 && other.cells.length === 0;

/** The comparison that a finding rests on; `null` when it compares no cells, or counts them against a limit that no prose states. */
export function comparisonOf(
  finding: Finding,
  audit: Audit,
  names: ReadonlyMap<CellAddress, CellName>,
): Comparison | null {
  const { left, right, claims } = finding;
  if (left === null || right === null) return null;
  const cells = [...left.cells, ...right.cells];
  if (cells.length === 0) return null;
  const { shared, nameOf } = shortNames(cells, names, cells.length === 1 && claims.length > 0);
  const differs =
    left.value !== null &&
    right.value !== null &&
    (typeof left.value === 'number' && typeof right.value === 'number'
      ? !close(left.value, right.value)
      : left.value !== right.value);
  const sides = { left: sideOf(left, finding, audit, nameOf), right: sideOf(right, finding, audit, nameOf) };
  const claimed = audit.claims.filter(({ id }) => claims.includes(id));
  const isStated = ({ value }: Side): boolean =>
    claimed.length > 0 && (value !== 0 || claimed.some((claim) => (claim.value ?? 0) === 0));
  if (isCounted(sides.left, right) && !isStated(right)) return null;
  if (isCounted(sides.right, left) && !isStated(left)) return null;
  return { shared, ...sides, sign: sides.left.earlier ? '→' : differs ? '≠' : '|' };
}
