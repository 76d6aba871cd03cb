import * as z from 'zod';
import type { Schemas } from '../schemas.js';

const made = new WeakMap<Schemas<z.ZodType>, z.ZodType>();

/** The schema of the params of a fact or a domain, made once. */
export function paramsOf({ params }: { params: Schemas<z.ZodType> }): z.ZodType {
  const schema = made.get(params) ?? params(z);
  made.set(params, schema);
  return schema;
}
