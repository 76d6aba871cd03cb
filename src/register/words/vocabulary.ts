import * as z from 'zod';
import { registerKinds, type RegisterKind } from '../../model/index.js';

const words = z.array(z.string().min(1));
const meanings = z.record(z.string(), words);

const registerSchema = z.strictObject({
  title: words,
  least: z.int().positive(),
  needs: words,
  fields: z.record(
    z.string(),
    z.strictObject({ heads: z.array(z.array(z.string().min(1)).min(1)).min(1), not: words }),
  ),
});

/** What values mean: the columns, rows and groups of the statutory tables, and what else their words say. */
export const valueLists = [
  'kind',
  'outcome',
  'result',
  'path',
  'documentState',
  'documentType',
  'act',
] as const;
export type ValueList = (typeof valueLists)[number];

/** Words of addresses by the names under which the program knows them. */
const roles = <Name extends string>(...names: Name[]) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, z.string().min(1)])) as Record<Name, z.ZodString>,
  );

/** The cells that each register fills: a template, and the roles of words that take the places in it. */
const cellsSchema = z.strictObject({
  applications: z.strictObject({
    cell: z.string(),
    outcome: roles('received', 'carriedIn', 'handled', 'carriedOut', 'partial', 'rest'),
    kind: roles('all'),
  }),
  disputes: z.strictObject({
    cell: z.string(),
    path: roles('review', 'direct', 'afterReview'),
    result: roles('pending', 'all'),
  }),
  documents: z.strictObject({
    cell: z.string(),
    documentType: roles('regulations', 'normative'),
    figure: roles('made', 'repealed', 'inForce'),
  }),
  enforcement: z.strictObject({ cell: z.string(), act: roles('licence') }),
});

/** Heads and values of registers; `vocabulary/register.yaml`. */
export const registerVocabularySchema = z.strictObject({
  noise: words,
  day: words,
  blank: words,
  marks: words,
  yes: words,
  no: words,
  totals: words,
  filler: words,
  registers: z.strictObject(
    Object.fromEntries(registerKinds.map((kind) => [kind, registerSchema])) as Record<
      RegisterKind,
      typeof registerSchema
    >,
  ),
  cells: cellsSchema,
  /** Meanings that a word of `group:…` may stand for, besides those whose names begin with that of the group. */
  groups: z.record(z.string(), words),
  values: z.strictObject(
    Object.fromEntries(valueLists.map((list) => [list, meanings])) as Record<ValueList, typeof meanings>,
  ),
});
export type RegisterVocabulary = z.infer<typeof registerVocabularySchema>;
