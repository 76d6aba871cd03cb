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
  values: z.strictObject(
    Object.fromEntries(valueLists.map((list) => [list, meanings])) as Record<ValueList, typeof meanings>,
  ),
});
export type RegisterVocabulary = z.infer<typeof registerVocabularySchema>;
