import * as z from 'zod';
import type { AuditDigest } from '../model/index.js';

const finding = z.object({
  id: z.string(),
  fingerprint: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  title: z.string(),
  message: z.string(),
  cells: z.array(z.string()),
});

const audit = z
  .object({
    schema: z.literal('gouji.audit/1'),
    source: z.object({ name: z.string() }),
    agency: z.object({ name: z.string().nullable() }),
    year: z.number().nullable(),
    grade: z.enum(['A', 'B', 'C', 'D', 'E', 'U']),
    score: z.number().nullable(),
    findings: z.array(finding),
    notAssessable: z.array(z.object({ rule: z.string(), cells: z.array(z.string()) })),
  })
  .transform(({ source, agency, year, grade, score, findings, notAssessable }): AuditDigest => ({
    name: source.name,
    agency: agency.name,
    year,
    grade,
    score,
    findings,
    notAssessable,
  }));

const failure = z.object({ name: z.string(), reason: z.string() });

/** An input of an earlier run that has no audit. */
export type Unread = z.infer<typeof failure>;

/** What an earlier run found out. */
export interface Run {
  audits: AuditDigest[];
  failures: Unread[];
}

const ofAudit = (only: AuditDigest): Run => ({ audits: [only], failures: [] });

const document = z.union([
  z.object({ audits: z.array(audit), failures: z.array(failure).default([]) }),
  audit.transform(ofAudit),
]);

const oneLine = z.union([
  audit.transform(ofAudit),
  z.object({ failure }).transform((only): Run => ({ audits: [], failures: [only.failure] })),
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
  const runs = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const one = oneLine.safeParse(parsed(line));
    if (!one.success) throw new AuditsError(index + 1);
    return [one.data];
  });
  return {
    audits: runs.flatMap(({ audits }) => audits),
    failures: runs.flatMap(({ failures }) => failures),
  };
}
