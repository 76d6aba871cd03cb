import type { CellAddress, Claim, ClaimPart, RepairStep, Report } from '../../model/index.js';

/** A number of the prose that cells of the tables should add up to. */
interface Statement {
  claim: string;
  cells: CellAddress[];
  /** Cells that the sentence says are counted in as well. */
  included: CellAddress[];
  value: number;
  atLeast: boolean;
  quote: string;
}

/** What the prose says to a repair. */
export interface Witness {
  /** Ids of the claims, and their quotes, that hold after the repair and did not before. */
  claims: string[];
  quotes: string[];
  /** Quotes that held before the repair and do not any more. */
  contradicted: string[];
  /** How many statements come to hold, less those that cease to. */
  weight: number;
}

/** Asks the prose of the report about the steps of a repair. */
export function witnessesOf(report: Report): (steps: readonly RepairStep[]) => Witness {
  const statements = report.claims.filter(isAboutThisReport).flatMap((claim) => statementsOf(claim, report));
  return (steps) => {
    const change = new Map(steps.map(({ cell, from, to }) => [cell, to - (from ?? 0)]));
    const claims = new Set<string>();
    const quotes = new Set<string>();
    const contradicted = new Set<string>();
    let weight = 0;
    for (const statement of statements) {
      const before = holds(statement, report, new Map());
      const after = holds(statement, report, change);
      if (before === null || after === null || before === after) continue;
      weight += after ? 1 : -1;
      if (after) {
        claims.add(statement.claim);
        quotes.add(statement.quote);
      } else contradicted.add(statement.quote);
    }
    return { claims: [...claims], quotes: [...quotes], contradicted: [...contradicted], weight };
  };
}

function isAboutThisReport({ scope, year }: Claim): boolean {
  return scope !== 'region' && year === null;
}

function statementsOf(claim: Claim, report: Report): Statement[] {
  const { kind, includes, parts } = claim;
  if (kind === 'percent') return [];
  const included = includes.flatMap((each) => cellsOf(each, report) ?? []);
  return [
    statementOf(claim, claim, included, report),
    ...parts.map((part) => statementOf(part, claim, [], report)),
  ].filter((each) => each !== null);
}

function statementOf(
  { measure, value, qualifier }: Pick<Claim | ClaimPart, 'measure' | 'value' | 'qualifier'>,
  { id, quote }: Claim,
  included: CellAddress[],
  report: Report,
): Statement | null {
  const cells = measure === null ? null : cellsOf(measure, report);
  if (cells === null || value === null || qualifier === 'approximate') return null;
  return { claim: id, cells, included, value, atLeast: qualifier === 'atLeast', quote };
}

/** The cells that a measure adds up; `null` when the tables do not hold it. */
function cellsOf(measure: string, report: Report): CellAddress[] | null {
  const cells: CellAddress[] = [];
  for (const part of measure.split('+')) {
    const found = part in report.cells ? [part] : groupCells(part, report);
    if (found.length === 0) return null;
    cells.push(...found);
  }
  return cells;
}

/** `t3.denied.total`: the cells `t3.denied.….total`. */
function groupCells(measure: string, report: Report): CellAddress[] {
  const dot = measure.lastIndexOf('.');
  const [start, end] = [measure.slice(0, dot + 1), measure.slice(dot)];
  return Object.keys(report.cells).filter(
    (cell) => cell.startsWith(start) && cell.endsWith(end) && cell.length > measure.length,
  );
}

/** Any admissible reading will do: with or without what is said to be included. */
function holds(
  { cells, included, value, atLeast }: Statement,
  report: Report,
  change: ReadonlyMap<CellAddress, number>,
): boolean | null {
  const sumOf = (list: readonly CellAddress[]): number | null => {
    let sum = 0;
    for (const cell of list) {
      const read = report.cells[cell]?.value ?? null;
      if (read === null) return null;
      sum += read + (change.get(cell) ?? 0);
    }
    return sum;
  };
  const sums = [sumOf(cells), ...(included.length > 0 ? [sumOf([...cells, ...included])] : [])];
  if (sums.includes(null)) return null;
  return sums.some((sum) => sum !== null && (atLeast ? sum >= value : sum === value));
}
