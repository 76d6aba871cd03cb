import type * as z from 'zod';
import type { Schemas } from '../schemas.js';
import type { Lang, Localised } from '../../model/index.js';
import type { Context } from '../evaluate/context.js';
import type { FormView } from '../form/form-view.js';
import type { ProblemCode } from '../../yaml/problem.js';
import type { Quote } from '../value.js';

/** One thing a variable stands for. In conditions the variable is its `id`, in messages its label. */
export interface Bound {
  id: string;
  label: (lang: Lang) => string;
  /** `{variable.property}` in conditions and messages. */
  properties: Readonly<Record<string, string | number | null | Localised | readonly string[]>>;
  claims: readonly string[];
  quotes: readonly Quote[];
}

/** What a variable of `each` can run over. */
export interface Domain<P = unknown> {
  name: string;
  summary: Localised;
  params: Schemas<z.ZodType<P>>;
  /** Names of the properties that its members have. */
  properties: (params: P) => readonly string[];
  selectors: (params: P) => string[];
  /** Where the param is a name that an edition must know: the names, and what is wrong otherwise. */
  names?: { of: (view: FormView) => readonly string[]; unknown: ProblemCode };
  /** `null`: the members are those of the form. Else they depend on what the report says, and this is the id of a possible one. */
  sample: string | null;
  members: (params: P, view: FormView, context: Context | null) => Bound[];
}

/** As `defineFact`: whoever calls has checked the params. */
export function defineDomain<P>(domain: Domain<P>): Domain {
  return {
    ...domain,
    properties: (params) => domain.properties(params as P),
    selectors: (params) => domain.selectors(params as P),
    members: (params, view, context) => domain.members(params as P, view, context),
  };
}

export function bound(id: string, label: (lang: Lang) => string, more: Partial<Bound> = {}): Bound {
  return {
    id,
    label,
    properties: more.properties ?? {},
    claims: more.claims ?? [],
    quotes: more.quotes ?? [],
  };
}
