import * as z from 'zod';
import { agencyKinds, agencyLevels, categories, InputError } from '../model/index.js';

/** What is taken from an audit that this program, or an older version of it, has written. */
const earlierAudit = z.object({
  schema: z.literal('gouji.audit/1'),
  source: z.object({ name: z.string(), sha256: z.string() }),
  agency: z.object({ name: z.string().nullable(), level: z.enum(agencyLevels), kind: z.enum(agencyKinds) }),
  year: z.int().nullable(),
  layout: z.object({ id: z.string().nullable() }),
  cells: z.record(
    z.string(),
    z.object({ value: z.number().nullable(), state: z.string(), confidence: z.number() }),
  ),
  claims: z.array(
    z.object({
      kind: z.string(),
      measure: z.string().nullable(),
      qualifier: z.string(),
      value: z.number().nullable(),
      year: z.int().nullable(),
      quote: z.string(),
    }),
  ),
  findings: z.array(
    z.object({
      category: z.enum(categories),
      severity: z.enum(['error', 'warning', 'info']),
      cells: z.array(z.string()),
      rootCause: z.string().nullable(),
    }),
  ),
  repairs: z.array(
    z.object({
      id: z.string(),
      cells: z.array(z.object({ cell: z.string(), to: z.number() })),
      unique: z.boolean(),
    }),
  ),
});
export type EarlierAudit = z.infer<typeof earlierAudit>;

const document = z.union([
  z.object({ audits: z.array(earlierAudit) }).transform(({ audits }) => audits),
  earlierAudit.transform((only) => [only]),
]);

/** `null` for an input that has no audit. */
const oneLine = z.union([
  earlierAudit,
  z.object({ failure: z.object({ name: z.string() }) }).transform(() => null),
]);

const MARK = '"gouji.audit/1"';

/**
 * The audits in the output of an earlier run, one document or one a line; `null`: the bytes are something else.
 * @throws InputError `invalid-json` when they are audits but damaged
 */
export function earlierAudits(bytes: Uint8Array): EarlierAudit[] | null {
  if (bytes[0] !== 0x7b) return null;
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(MARK)) return null;
  try {
    return document.parse(JSON.parse(text));
  } catch {
    return readLines(text);
  }
}

function readLines(text: string): EarlierAudit[] {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => oneLine.parse(JSON.parse(line)))
      .filter((each) => each !== null);
  } catch {
    throw new InputError('invalid-json');
  }
}
