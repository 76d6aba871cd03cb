import * as z from 'zod';
import { localised } from '../model/form.js';

/** The checks that the field asks for, by the ids under which it discusses them, and what the rules make of each. */
export const catalogueSchema = z.strictObject({
  entries: z.array(
    z
      .strictObject({
        id: z.string(),
        /** Rules that make the check. */
        rules: z.array(z.string()).min(1).optional(),
        /** What other part of the program makes it, or which part of it. */
        elsewhere: localised.optional(),
        /** Why it is not made. */
        missing: localised.optional(),
      })
      .refine(
        ({ rules, elsewhere, missing }) => (rules ?? elsewhere ?? missing) !== undefined,
        'an entry names rules, another part of the program, or the reason why the check is missing',
      ),
  ),
});
export type Catalogue = z.infer<typeof catalogueSchema>;
