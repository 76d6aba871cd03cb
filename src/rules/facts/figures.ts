import type { CellAddress, Figures } from '../../model/index.js';
import type { LinearSum } from '../evaluate/linear-sum.js';
import { round } from '../value.js';

/** A sum of figures of another report. */
export interface FigureSum {
  value: number;
  sure: boolean;
  /** Its cells that their report contradicts. */
  contradicted: CellAddress[];
}

/** The sum in the figures of another report, with those that its other cells prove; `null` when one of its cells has no number there. */
export function addFigures(sum: LinearSum, { numbers, unsure, contradicted }: Figures): FigureSum | null {
  let value = 0;
  const cells = new Set<CellAddress>();
  for (const { cell, coefficient } of sum.terms) {
    const own = contradicted[cell] ?? numbers[cell];
    if (own === undefined) return null;
    value += coefficient * own;
    cells.add(cell);
  }
  return {
    value: round(value),
    sure: !unsure.some((cell) => cells.has(cell)),
    contradicted: Object.keys(contradicted).filter((cell) => cells.has(cell)),
  };
}
