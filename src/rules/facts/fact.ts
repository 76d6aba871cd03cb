import type * as z from 'zod';
import type { Schemas } from '../schemas.js';
import type { Localised } from '../../model/index.js';
import type { Context } from '../evaluate/context.js';
import type { FormView } from '../form/form-view.js';
import type { FactValue } from '../value.js';

export type ResultType = 'number' | 'text' | 'boolean';

/** Computes the fact for one report. */
export type FactReading = (context: Context) => FactValue;

/** A fact as rules name it. The schema, the documentation and the completion of editors derive from it. */
export interface Fact<P = unknown> {
  name: string;
  summary: Localised;
  params: Schemas<z.ZodType<P>>;
  result: ResultType;
  /** Selectors of cells that the params name, for the check of addresses. */
  selectors: (params: P) => string[];
  /** Prepares the reading for a form; `null` when the form lacks what the params name. */
  prepare: (params: P, view: FormView) => FactReading | null;
}

/**
 * Keeps the type of params inside while the registry holds facts of all kinds. Whoever calls has checked the params against the schema,
 * because it would cost too much on each report.
 */
export function defineFact<P>(fact: Fact<P>): Fact {
  return {
    ...fact,
    selectors: (params) => fact.selectors(params as P),
    prepare: (params, view) => fact.prepare(params as P, view),
  };
}
