import * as z from 'zod';
import {
  agencyKinds,
  agencyLevels,
  auditReadingOf,
  categories,
  reviewVerdicts,
  failureKinds,
  type AuditReading,
} from '../model/index.js';

const finding = z.object({
  id: z.string(),
  fingerprint: z.string(),
  rule: z.string(),
  category: z.enum(categories).nullable().default(null),
  severity: z.enum(['error', 'warning', 'info']),
  title: z.string(),
  message: z.string(),
  cells: z.array(z.string()),
  claims: z.array(z.string()).default([]),
  suspect: z.enum(['report', 'extraction']).default('report'),
  waiver: z.object({ verdict: z.enum(reviewVerdicts) }).optional(),
});

const cell = z.object({
  value: z.number().nullable(),
  raw: z.string(),
  state: z.enum(['number', 'blank', 'placeholder', 'text', 'unreadable', 'absent']),
  confidence: z.number(),
});

const audit = z
  .object({
    schema: z.literal('gouji.audit/1'),
    source: z.object({ name: z.string() }),
    agency: z.object({
      name: z.string().nullable(),
      level: z.enum(agencyLevels).default('unknown'),
      kind: z.enum(agencyKinds).default('unknown'),
    }),
    year: z.number().nullable(),
    layout: z.object({ id: z.string().nullable() }).default({ id: null }),
    cells: z.record(z.string(), cell).nullable().default(null),
    claims: z
      .array(z.object({ id: z.string(), measure: z.string().nullable(), section: z.string() }))
      .nullable()
      .default(null),
    grade: z.enum(['A', 'B', 'C', 'D', 'E', 'U']),
    score: z.number().nullable(),
    gradeReason: z.string().nullable().default(null),
    findings: z.array(finding),
    notAssessable: z.array(z.object({ rule: z.string(), cells: z.array(z.string()) })),
  })
  .transform(auditReadingOf);

const failure = z.object({
  name: z.string(),
  kind: z.enum(failureKinds).default('unreadable'),
  reason: z.string(),
});

/** An input of an earlier run that has no audit. */
export type Unread = z.infer<typeof failure>;

/** What an earlier run found out. */
export interface Run {
  audits: AuditReading[];
  failures: Unread[];
  /** SHA-256 of the rules; `null`: it does not say. */
  rules: string | null;
}

const ofAudit = (only: AuditReading): Run => ({ audits: [only], failures: [], rules: null });

const document = z.union([
  z
    .object({
      rules: z.object({ sha256: z.string() }).optional(),
      audits: z.array(audit),
      failures: z.array(failure).default([]),
    })
    .transform(({ rules, audits, failures }): Run => ({ audits, failures, rules: rules?.sha256 ?? null })),
  audit.transform(ofAudit),
]);

const oneLine = z.union([
  audit.transform(ofAudit),
  z.object({ failure }).transform((only): Run => ({ audits: [], failures: [only.failure], rules: null })),
]);

/** Something that is no audit; `line` where a file of lines goes wrong. */
export class AuditsError extends Error {
  override readonly name = 'AuditsError';
  constructor(readonly line: number | null) {
    super(line === null ? 'no audits' : `no audit in line ${line}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The audits of an output of the program, and the inputs that have none: one JSON document of one or many audits, or one a line.
 * @throws AuditsError
 */
export function readAudits(text: string): Run {
  const whole = document.safeParse(parsed(text));
  if (whole.success) return whole.data;
  const lines = text.split('\n');
  if (parsed(lines[0] ?? '') === undefined) throw new AuditsError(null);
  return joinRuns(lines.flatMap((line, index) => readLine(line, index) ?? []));
}

/** {@link readAudits} of lines that are not all in memory at once. */
export async function readAuditLines(lines: AsyncIterable<string>): Promise<Run> {
  const runs: Run[] = [];
  let index = 0;
  for await (const line of lines) {
    const run = readLine(line, index);
    if (run !== null) runs.push(run);
    index += 1;
  }
  return joinRuns(runs);
}

/** `null` for an empty line. */
function readLine(line: string, index: number): Run | null {
  if (line.trim() === '') return null;
  const one = oneLine.safeParse(parsed(line));
  if (!one.success) throw new AuditsError(index + 1);
  return one.data;
}

/** Several runs as one; its rules are known where all had the same. */
export function joinRuns(runs: readonly Run[]): Run {
  const [rules = null, ...others] = new Set(runs.map((run) => run.rules));
  return {
    audits: runs.flatMap(({ audits }) => audits),
    failures: runs.flatMap(({ failures }) => failures),
    rules: others.length === 0 ? rules : null,
  };
}
