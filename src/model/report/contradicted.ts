import type { Category, Finding, Repair } from '../audit/audit.js';
import type { Figures } from './surroundings.js';

/** What an audit says is wrong in the tables. */
export interface Doubted {
  findings: readonly Pick<Finding, 'category' | 'severity' | 'cells' | 'rootCause'>[];
  repairs: readonly (Pick<Repair, 'id' | 'unique'> & {
    cells: readonly Pick<Repair['cells'][number], 'cell' | 'to'>[];
  })[];
}

const ofTables: readonly Category[] = ['arithmetic', 'impossible'];

/**
 * The figures that a report itself contradicts: those that a repair would change, and those of an error in the tables unless the only
 * possible repair clears them; with the number that the other cells prove, where only one repair is possible.
 */
export function contradictedIn({ findings, repairs }: Doubted): Figures['contradicted'] {
  const isCertain = new Map(repairs.map(({ id, unique }) => [id, unique]));
  const contradicted: Record<string, number | null> = {};
  for (const { category, severity, cells, rootCause } of findings) {
    if (severity !== 'error' || !ofTables.includes(category) || isCertain.get(rootCause ?? '') === true)
      continue;
    for (const cell of cells) contradicted[cell] = null;
  }
  for (const { cells, unique } of repairs)
    for (const { cell, to } of cells) contradicted[cell] = unique ? to : null;
  return contradicted;
}
