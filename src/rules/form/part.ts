import { comparedParts, sectionRoles } from '../../model/index.js';
import type { Context } from '../evaluate/context.js';
import type { Zod } from '../schemas.js';

const ordinal = (z: Zod) => z.string().regex(/^[一二三四五六七八九十]{1,3}$/);

/** How rules call a part of the report: by what it is for, which holds in every edition, or by its ordinal in that of the report. */
export const part = (z: Zod) => z.union([z.enum(['preface', ...sectionRoles]), ordinal(z)]);

/** The same for a part whose prose is compared with that of other reports. */
export const comparedPart = (z: Zod) => z.union([z.enum(comparedParts), ordinal(z)]);

/** Which of the parts that are compared the report calls so; `null`: none of them. */
export function comparedIn(context: Context, name: string): (typeof comparedParts)[number] | null {
  return comparedParts.find((each) => each === name || each === context.section(name)?.section.role) ?? null;
}
