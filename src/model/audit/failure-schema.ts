import * as z from 'zod';
import { failureKinds } from '../errors.js';

const failure = z.object({
  name: z.string().describe('The input, as audits name their source'),
  kind: z
    .enum(failureKinds)
    .describe(
      'unreadable: it could not be read; notReport: it was read and is no annual report, which does not count as a failure of the run; limit: it goes beyond a bound of size, nesting or time; crash: the program failed at it',
    ),
  code: z.string().describe('The reason, for programs'),
  reason: z.string(),
  remedy: z.string(),
  place: z.string().nullable().describe('Where in the file, when known'),
  details: z.array(z.string()).describe('Every mistake, where there may be several'),
});

/** A line of the output `ndjson` for an input without an audit; the output `json` has the same in its list `failures`. */
export const failureLine = z.object({ failure });
