import { agency } from './agency.js';
import { cell } from './cell.js';
import { count } from './count.js';
import type { Fact } from './fact.js';
import { layout } from './layout.js';
import { sum } from './sum.js';
import { year } from './year.js';

/** Every fact that a rule can name. */
export const facts: ReadonlyMap<string, Fact> = new Map(
  [agency, cell, count, layout, sum, year].map((fact) => [fact.name, fact]),
);
