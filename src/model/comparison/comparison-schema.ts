import * as z from 'zod';
import { agencyKinds, agencyLevels } from '../report/agency.js';
import { submissionStates } from './comparison.js';

const address = z.string().describe('Cell address such as t3.received.total.');

const said = z
  .strictObject({
    value: z.number().nullable().describe('null unless a number was read'),
    raw: z.string().describe('as it stands in the source'),
    state: z.enum(['number', 'blank', 'placeholder', 'text', 'unreadable', 'absent']),
  })
  .meta({ id: 'said' });

const finding = z
  .strictObject({
    id: z.string().describe('within the audit that has it'),
    fingerprint: z.string(),
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    title: z.string(),
    message: z.string(),
    cells: z.array(address),
    suspect: z.enum(['report', 'extraction']),
    dismissed: z.boolean().describe('an officer has set it aside'),
    assessedBefore: z
      .exactOptional(z.boolean())
      .describe(
        'of a new finding: whether its rule could be assessed before; if not, it may be an old mistake',
      ),
  })
  .meta({ id: 'finding' });

const state = z.enum(submissionStates);

const standing = z
  .strictObject({
    state: state.describe(
      'by errors and warnings. amended: those there were are resolved, and there is none; partlyAmended: some are resolved; unchanged: none was resolved, none came; worse: graver ones came than went; new: not submitted before, or not read; missing: no longer there; unread: could not be read or assessed',
    ),
    name: z.string().nullable().describe('name of the source; null: it is not there'),
    grade: z.enum(['A', 'B', 'C', 'D', 'E', 'U']).nullable(),
    score: z.number().nullable(),
    reason: z.string().nullable().describe('why it could not be read'),
    since: z
      .int()
      .min(1)
      .nullable()
      .describe('the submission it is compared with: the last before in which it was read'),
    findings: z.strictObject({
      new: z.array(finding),
      changed: z.array(finding).describe('of the same rule for the same cells, with other figures'),
      unchanged: z.array(finding),
      resolved: z.array(finding).describe('no longer there, and what it named was read: the rule holds now'),
      notAssessable: z.array(finding).describe('no longer there, and nobody can tell whether the rule holds'),
    }),
    cells: z
      .array(z.strictObject({ cell: address, from: said, to: said, asked: z.boolean(), unsure: z.boolean() }))
      .describe('cells that changed; asked: an earlier finding named it; unsure: one was read with doubt'),
    unreadCells: z.array(address).describe('cells of which nobody knows whether they changed'),
  })
  .meta({ id: 'standing' });

const count = z.int().min(0);

/** The published form of a `Comparison`; `schema/comparison.schema.json` is generated from it. */
export const comparisonSchema = z
  .strictObject({
    schema: z.literal('gouji.comparison/1'),
    submissions: z.array(
      z.strictObject({
        name: z.string(),
        audits: count,
        unread: count,
        rules: z.string().nullable().describe('SHA-256 of the rules, where the audits say'),
      }),
    ),
    states: z.record(state, count).describe('how many reports are in each state in the last submission'),
    changes: z.strictObject({
      new: count,
      changed: count,
      unchanged: count,
      resolved: count,
      notAssessable: count,
    }),
    reports: z.array(
      z.strictObject({
        agency: z.string().nullable(),
        year: z.int().nullable(),
        level: z.enum(agencyLevels),
        kind: z.enum(agencyKinds),
        layout: z.string().nullable(),
        state,
        history: z
          .array(standing.nullable())
          .describe('one a submission; null before the first that has the report'),
      }),
    ),
  })
  .meta({ title: 'gouji comparison', description: 'Submissions of the same reports, in order.' });
