import {
  isSure,
  leftOutReasons,
  type AuditReading,
  type CellAddress,
  type KnownFinding,
  type LeftOutReason,
} from '../model/index.js';

/** A figure of a report, or why it has none. `disputed`: an error of the report names one of its cells. */
export type Figure = { value: number; disputed: boolean } | { reason: LeftOutReason };

/** Whether an address is what a pattern stands for, in which `*` is one word. */
export function matches(pattern: string, address: CellAddress): boolean {
  const [words, own] = [pattern.split('.'), address.split('.')];
  return words.length === own.length && words.every((word, index) => word === '*' || word === own[index]);
}

const known = new WeakMap<readonly string[], WeakMap<readonly CellAddress[], Map<CellAddress, 1 | -1>>>();

/** Which of the cells terms stand for, with their sign; found once for the same lists. */
export function cellsOf(
  terms: readonly string[],
  cells: readonly CellAddress[],
): ReadonlyMap<CellAddress, 1 | -1> {
  const own = known.get(terms) ?? new WeakMap<readonly CellAddress[], Map<CellAddress, 1 | -1>>();
  known.set(terms, own);
  const found = own.get(cells) ?? expanded(terms, cells);
  own.set(cells, found);
  return found;
}

function expanded(terms: readonly string[], cells: readonly CellAddress[]): Map<CellAddress, 1 | -1> {
  return new Map(
    terms.flatMap((term) => {
      const sign = term.startsWith('-') ? -1 : 1;
      const pattern = term.replace(/^-/, '');
      return cells.filter((cell) => matches(pattern, cell)).map((cell) => [cell, sign] as const);
    }),
  );
}

/** A report as indicators look at it. */
export interface Reading {
  audit: AuditReading;
  /** Its cells; one list for all reports that have the same. */
  addresses: readonly CellAddress[];
  /** Cells that are probably misread. */
  suspects: ReadonlySet<CellAddress>;
  /** Cells that an error of the report names. */
  disputed: ReadonlySet<CellAddress>;
}

/** Gives reports with the same cells one list of them. */
export function reader(): (audit: AuditReading) => Reading {
  const lists = new Map<string, readonly CellAddress[]>();
  return (audit) => {
    const own = Object.keys(audit.cells ?? {});
    const key = own.join(' ');
    const addresses = lists.get(key) ?? own;
    lists.set(key, addresses);
    return readingOf(audit, addresses);
  };
}

function readingOf(audit: AuditReading, addresses: readonly CellAddress[]): Reading {
  const named = (wanted: (finding: KnownFinding) => boolean) =>
    new Set(audit.findings.filter((each) => !each.dismissed && wanted(each)).flatMap(({ cells }) => cells));
  return {
    audit,
    addresses,
    suspects: named(({ suspect }) => suspect === 'extraction'),
    disputed: named(({ suspect, severity }) => suspect === 'report' && severity === 'error'),
  };
}

/** Of several reasons the one that counts. */
const gravest = (reasons: readonly LeftOutReason[]): LeftOutReason | undefined =>
  leftOutReasons.find((each) => reasons.includes(each));

/** The sum of terms in a report; it has none where a cell is blank, was not read, or is probably misread. */
export function figureOf(
  terms: readonly string[],
  { audit, addresses, suspects, disputed }: Reading,
): Figure {
  const cells = audit.cells ?? {};
  const summed = cellsOf(terms, addresses);
  const reasons: LeftOutReason[] = summed.size === 0 ? ['notOnForm'] : [];
  let value = 0;
  for (const [address, sign] of summed) {
    const cell = cells[address];
    if (cell?.state === 'blank' || cell?.state === 'placeholder') reasons.push('blank');
    else if (cell?.value == null || cell.state !== 'number') reasons.push('unread');
    else if (suspects.has(address) || !isSure(cell)) reasons.push('suspect');
    else value += sign * cell.value;
  }
  const reason = gravest(reasons);
  if (reason !== undefined) return { reason };
  return { value: tidy(value), disputed: [...summed.keys()].some((cell) => disputed.has(cell)) };
}

/** Without what binary fractions add: amounts have two decimals at most. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
