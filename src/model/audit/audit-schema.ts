import * as z from 'zod';
import { categories, missingReasons, verdicts } from './audit.js';
import { reviewVerdicts } from './waiver.js';
import { agencyKinds, agencyLevels } from '../report/agency.js';
import { sourceFormats } from '../report/document.js';
import { evidences } from '../report/report.js';
import { sureFrom } from '../report/sureness.js';

const at = z
  .strictObject({
    line: z.exactOptional(z.int().min(1)),
    column: z.exactOptional(z.int().min(1)),
    paragraph: z.exactOptional(z.int().min(1)),
    table: z.exactOptional(z.int().min(1)),
    row: z.exactOptional(z.int().min(1)),
    cell: z.exactOptional(z.int().min(1)),
    path: z.exactOptional(z.string()),
    page: z.exactOptional(z.int().min(1)),
    box: z.exactOptional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    sheet: z.exactOptional(z.string()),
    ref: z.exactOptional(z.string()),
  })
  .meta({
    id: 'at',
    description: 'Where something stands in the source; only what the format knows is set.',
  });

const agencyLevel = z.enum(agencyLevels);
const agencyKind = z.enum(agencyKinds);

const address = z
  .string()
  .regex(/^t\d+(\.[a-z][A-Za-z0-9]*)+$/)
  .meta({ id: 'address', description: 'Cell address such as t3.received.total.' });

const cell = z
  .strictObject({
    value: z.number().nullable().describe('null unless a number was read'),
    raw: z.string().describe('as it stands in the source'),
    state: z.enum(['number', 'blank', 'placeholder', 'text', 'unreadable', 'absent']),
    at: at.nullable(),
    confidence: z.number().min(0).max(1).describe(`at least ${sureFrom} says: sure`),
    evidence: z
      .exactOptional(z.enum(evidences))
      .describe(
        'how its place in the form is known: printed: the document shows it; ordered: it follows from order and count; proven: relations of the form chose it. Absent: nothing was read',
      ),
    provenBy: z
      .exactOptional(z.array(z.string()))
      .describe('the relations that chose it, named by their sums: t3.total, t3.totalHandled'),
  })
  .meta({ id: 'cell' });

const qualifier = z.enum(['exact', 'approximate', 'atLeast']);

const claim = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['count', 'sum', 'percent', 'none']),
    measure: z.string().nullable().describe('the cell or measure counted; null: not certain'),
    value: z.number().nullable(),
    unit: z.string().nullable(),
    qualifier,
    parts: z.array(
      z.strictObject({
        label: z.string(),
        value: z.number(),
        qualifier,
        measure: z.string().nullable(),
        quote: z.string(),
        at,
      }),
    ),
    cover: z
      .exactOptional(z.enum(['open', 'overlapping']))
      .describe('kind sum: how the parts cover the whole; absent: exactly'),
    includes: z.array(z.string()),
    inferred: z
      .exactOptional(z.enum(['topic', 'total', 'several']))
      .describe(
        'what the reading rests on where the words beside the number do not say it; a finding on it is a hint at most',
      ),
    finished: z.exactOptional(z.literal(true)).describe('the prose says that all of them were finished'),
    split: z
      .exactOptional(z.union([z.int(), z.literal('open')]))
      .describe(
        'by how many pieces splitting applications has raised their number, so that either number may be meant; open: the prose does not say',
      ),
    scope: z.enum(['own', 'region']).nullable(),
    year: z.int().nullable(),
    section: z.string(),
    quote: z.string(),
    at,
  })
  .meta({ id: 'claim', description: 'A statement of the prose that can be checked.' });

const side = z
  .strictObject({
    value: z.union([z.number(), z.string()]).nullable(),
    cells: z.array(address),
    rows: z
      .exactOptional(z.array(z.string()))
      .describe('of a figure that registers give: its rows, as SHEET!ROW, both from 1'),
  })
  .meta({ id: 'side', description: 'One side of a failed comparison.' });

const category = z.enum(categories);

const finding = z
  .strictObject({
    id: z.string(),
    rule: z.string(),
    category,
    severity: z.enum(['error', 'warning', 'info']),
    title: z.string(),
    message: z.string(),
    fix: z.string().nullable(),
    basis: z.strictObject({ document: z.string(), article: z.string() }),
    cells: z.array(address),
    claims: z.array(z.string()),
    quotes: z.array(z.strictObject({ quote: z.string(), at: at.nullable() })),
    left: side.nullable(),
    right: side.nullable(),
    assuming: z
      .array(address)
      .describe('blanks and placeholders that were counted as none; empty when it rests on none'),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .describe('the same in every audit of the same report while rule and operands are the same'),
    rootCause: z.string().nullable().describe('id of the preferred repair that explains the finding'),
    sameAs: z
      .string()
      .nullable()
      .describe('id of the finding that tells of the same thing, both one problem without a repair'),
    suspect: z.enum(['report', 'extraction']),
    waiver: z
      .exactOptional(
        z.strictObject({
          verdict: z.enum(reviewVerdicts),
          reason: z.string(),
          reviewer: z.string(),
          expiry: z.string().nullable(),
        }),
      )
      .describe('what an officer has found out about the finding; dismissed: it costs nothing'),
  })
  .meta({ id: 'finding' });

const repair = z
  .strictObject({
    id: z.string(),
    cells: z.array(z.strictObject({ cell: address, from: z.number().nullable(), to: z.number() })),
    explains: z.array(z.string()),
    why: z.string(),
    unique: z.boolean(),
    alternativeTo: z.string().nullable(),
  })
  .meta({ id: 'repair' });

const missingReason = z.enum(missingReasons);

const gradeStep = z
  .strictObject({
    finding: z.exactOptional(z.string()).describe('id of the finding that costs or keeps a grade away'),
    repair: z.exactOptional(z.string()).describe('id of the repair whose findings cost once together'),
    cost: z.number().min(0).describe('points; those of all steps make what is missing to 100'),
    text: z.string(),
  })
  .meta({ id: 'gradeStep' });

const grade = z.enum(['A', 'B', 'C', 'D', 'E', 'U']);

const earlierFinding = z
  .strictObject({
    id: z.string(),
    fingerprint: z.string(),
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    title: z.string(),
    message: z.string(),
    cells: z.array(address),
  })
  .meta({ id: 'earlierFinding', description: 'A finding of the earlier audit, with its id there.' });

const changes = z
  .strictObject({
    earlier: z.strictObject({ name: z.string(), grade, score: z.number().nullable() }).nullable(),
    new: z.array(z.string()).describe('ids of findings that were not there'),
    changed: z
      .array(z.string())
      .describe('ids of findings of the same rule for the same cells, with other figures'),
    unchanged: z.array(z.string()).describe('ids of findings that were there as they are now'),
    resolved: z.array(earlierFinding).describe('no longer there: the rule holds now'),
    notAssessable: z.array(earlierFinding).describe('no longer there: the rule cannot be assessed now'),
  })
  .meta({ id: 'changes' });

/** The published form of an `Audit`; `schema/audit.schema.json` is generated from it. */
export const auditSchema = z
  .strictObject({
    schema: z.literal('gouji.audit/1'),
    source: z.strictObject({
      name: z.string(),
      format: z.enum(sourceFormats),
      encoding: z.string().nullable(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    agency: z.strictObject({ name: z.string().nullable(), level: agencyLevel, kind: agencyKind }),
    year: z.int().nullable(),
    layout: z.strictObject({
      id: z.string().nullable(),
      status: z.enum(['current', 'superseded', 'outdated', 'early', 'mixed', 'unknown']),
    }),
    cells: z.record(address, cell),
    claims: z.array(claim),
    findings: z.array(finding),
    repairs: z.array(repair),
    notAssessable: z.array(
      z.strictObject({
        rule: z.string(),
        title: z.string(),
        reason: missingReason,
        cells: z.array(address),
      }),
    ),
    assumptions: z
      .array(z.strictObject({ rule: z.string(), cells: z.array(address) }))
      .describe('rules that hold with blanks and placeholders counted as none'),
    coverage: z.strictObject({
      applicable: z.int().min(0),
      assessed: z.int().min(0),
      share: z.number().min(0).max(1),
    }),
    grade,
    score: z.number().min(0).max(100).nullable(),
    gradeReason: z.string().nullable(),
    gradeSteps: z
      .array(gradeStep)
      .describe('what each problem cost, grades kept away, thresholds, what to mend for the next grade'),
    verdict: z
      .enum(verdicts)
      .describe(
        'clear: nothing to correct found within what was checked; correct: corrections are advised; verify: something has to be verified first',
      ),
    verdictText: z.string().describe('the verdict in words'),
    subscores: z.partialRecord(category, z.number().min(0).max(100)),
    changes: z.exactOptional(changes).describe('since the audit of the baseline'),
  })
  .meta({ title: 'gouji audit', description: 'The graded audit of one report.' });
