import * as z from 'zod';
import { comparedParts } from '../../model/index.js';
import { kind, level } from '../agency.js';
const cellValue = z.union([z.number(), z.string(), z.null()]);

const testClaim = z.strictObject({
  kind: z.enum(['count', 'sum', 'percent', 'none']).optional(),
  measure: z.string().nullable().optional(),
  value: z.number().nullable().optional(),
  unit: z.string().optional(),
  qualifier: z.enum(['exact', 'approximate', 'atLeast']).optional(),
  parts: z
    .array(
      z.union([
        z.number(),
        z.strictObject({
          value: z.number(),
          label: z.string().optional(),
          measure: z.string().optional(),
          qualifier: z.enum(['exact', 'approximate', 'atLeast']).optional(),
        }),
      ]),
    )
    .optional(),
  cover: z.enum(['open', 'overlapping']).optional(),
  finished: z.literal(true).optional(),
  split: z.union([z.int(), z.literal('open')]).optional(),
  includes: z.array(z.string()).optional(),
  scope: z.enum(['own', 'region']).optional(),
  year: z.number().int().optional(),
  section: z.string().optional(),
  quote: z.string().optional(),
});

const figures = z.record(z.string(), cellValue);

/** Earlier reports of the same agency in a test: complete, all cells 0, but for what is told. */
const testPrior = z.strictObject({
  /** Years before the report; 1 without it. */
  back: z.number().int().min(1).optional(),
  layout: z.string().optional(),
  cells: figures.optional(),
  scopeChange: z.enum(['kind', 'scope', 'magnitude']).optional(),
  /** Likeness of the prose by part, in per cent. */
  likeness: z.partialRecord(z.enum(comparedParts), z.number()).optional(),
  /** Sentences with figures that the report repeats. */
  repeated: z.array(z.string()).optional(),
  /** Problems that it states and the report states again; `null`: not known. */
  problems: z.array(z.string()).nullable().optional(),
});

/** A member of the agency by the roster in a test, with a complete report whose cells are 0, but for what is told. */
const testMember = z.strictObject({
  name: z.string(),
  level: z.enum(level.options).optional(),
  kind: z.enum(kind.options).optional(),
  /** `null`: it has no report. */
  cells: figures.nullable().optional(),
  /** Its report of the year before; without it there is none. */
  earlier: figures.optional(),
  whole: z.boolean().optional(),
  published: z.string().optional(),
});

/** A made-up report, told by what differs from a complete one whose cells are all 0, and what the rule says of it. */
export const ruleTest = z.strictObject({
  name: z.string().min(1),
  layout: z.string().optional(),
  /** Report year; `null`: not known. Without it the first year of the layout that is not merely encouraged. */
  year: z.number().int().nullable().optional(),
  agency: z
    .strictObject({
      name: z.string().nullable(),
      level: z.enum([...level.options, 'unknown']),
      kind: z.enum([...kind.options, 'unknown']),
    })
    .partial()
    .optional(),
  /** Cells that could not be read, by address, `*` for any words; `cells` goes before it. */
  unreadable: z.array(z.string()).min(1).optional(),
  /**
   * By address, `*` for any words. A number; `null` for a blank cell; `/`, `-`, `—`, `无` for a placeholder; `unreadable`; `absent`;
   * any other text stands in the cell as it is.
   */
  cells: z.record(z.string(), cellValue).optional(),
  /** Addresses of cells that were read without certainty. */
  unsure: z.array(z.string()).optional(),
  /** Subtotals printed beside the form, by what they add up (`t3.denied.total`), with values as in `cells`. */
  subtotals: z.record(z.string(), cellValue).optional(),
  /** Tables, or sub-tables as `t2/article20-1`, that the document lacks. */
  missing: z.array(z.string()).optional(),
  /** Edition of single sub-tables, for mixed reports. */
  blocks: z.record(z.string(), z.string()).optional(),
  status: z.enum(['current', 'superseded', 'outdated', 'early', 'mixed', 'unknown']).optional(),
  oddLabels: z.record(z.string(), z.string()).optional(),
  extraLabels: z.array(z.string()).optional(),
  missingLabels: z.array(z.string()).optional(),
  title: z.string().nullable().optional(),
  /** Lines before the title. */
  front: z.array(z.string()).optional(),
  /** Text of sections by role or ordinal (`preface`, `problems`, 二), one passage a line; `null`: the section is missing. */
  sections: z.record(z.string(), z.string().nullable()).optional(),
  /** Ids of the sections in the order of the document. */
  order: z.array(z.string()).optional(),
  /** Heading as printed, and ordinal as printed, by section id. */
  headings: z.record(z.string(), z.string()).optional(),
  ordinals: z.record(z.string(), z.string()).optional(),
  /** Pictures by section id. */
  asides: z.record(z.string(), z.number().int()).optional(),
  claims: z.array(testClaim).optional(),
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable().optional(),
  years: z
    .array(
      z.strictObject({ year: z.number().int(), source: z.string().optional(), quote: z.string().optional() }),
    )
    .optional(),
  notes: z.array(z.string()).optional(),
  tables: z.number().int().optional(),
  /** Earlier reports; an empty list: others were given, none of this agency. */
  prior: z.array(testPrior).optional(),
  /** Years for which most agencies have a report. */
  coveredYears: z.array(z.number().int()).optional(),
  /** Cells that differ in another version of the report. */
  restated: z.array(z.string()).optional(),
  members: z.array(testMember).optional(),
  scope: z.enum(['own', 'region']).optional(),
  /** ISO date of publication. */
  published: z.string().optional(),
  /** Figures by cell (`*`: every cell) that registers give, as `5` or, with rows that could not be classified, `5+`. */
  register: z.record(z.string(), z.union([z.int(), z.string().regex(/^\d+\+$/)])).optional(),
  /** Reports of others with the same prose. */
  copies: z
    .array(z.strictObject({ agency: z.string(), section: z.enum(comparedParts), likeness: z.number() }))
    .optional(),
  pages: z.number().int().optional(),
  expect: z.enum(['pass', 'fail', 'notAssessable', 'silent']),
  /** What the verdict rests on: cells left out that are counted as none. Without it, it must rest on nothing of the kind. */
  assuming: z.literal('blank-as-none').optional(),
  /** Cells that the finding must name. */
  blames: z.array(z.string()).optional(),
  /** Claims that the finding must name, `c1` the first of the test. */
  blamesClaims: z.array(z.string()).optional(),
  /** Words that the message in Chinese must hold. */
  says: z.array(z.string()).optional(),
  suspect: z.enum(['report', 'extraction']).optional(),
});
export type RuleTest = z.infer<typeof ruleTest>;

/** A made-up report without a mistake, on which `gouji rules mutate` tries slips. */
export const cleanReport = ruleTest.omit({
  expect: true,
  blames: true,
  blamesClaims: true,
  says: true,
  suspect: true,
  assuming: true,
});
export type CleanReport = z.infer<typeof cleanReport>;
