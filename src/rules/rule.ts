import * as z from 'zod';
import { localised } from '../model/form.js';
import { deductions, gradingPolicy } from '../model/audit/grading.js';
import { categories, comparedParts } from '../model/index.js';

/** A comparison, in the words of json-rules-engine. */
export interface Leaf {
  fact: string;
  params?: Record<string, unknown>;
  operator: string;
  value: unknown;
}

/** Conditions are those of json-rules-engine; they hold where the rule is violated. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;

const level = z.enum(['central', 'province', 'city', 'county', 'township']);
const kind = z.enum(['government', 'office', 'department', 'institution']);

/** To which reports a rule applies; to any other it says nothing. */
export const applies = z.strictObject({
  /** Only assessed when earlier reports (`prior`), a roster with the agency on it (`roster`) or the date of publication (`date`) are known; `register`: only there at all when registers were given. */
  given: z.enum(['prior', 'roster', 'date', 'register']).optional(),
  /** Form editions of the sub-tables that the rule reads, or of the report when it reads none; `from 2021`: that one and all after it. */
  layouts: z
    .union([z.array(z.string().meta({ complete: 'layout' })).min(1), z.string().regex(/^from \S+$/)])
    .optional(),
  /** Report years, both ends included. */
  years: z.strictObject({ from: z.number().int().optional(), to: z.number().int().optional() }).optional(),
  levels: z.array(level).min(1).optional(),
  kinds: z.array(kind).min(1).optional(),
});
/** As loaded: the editions one by one. */
export type Applies = Omit<z.infer<typeof applies>, 'layouts'> & { layouts?: readonly string[] | undefined };

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

/** A fact with its params. */
const factReference = z.strictObject({
  fact: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

const domain = z.union([z.string(), z.array(z.string()).min(1), z.record(z.string(), z.unknown())]);
export type DomainSpec = z.infer<typeof domain>;

const basis = z.strictObject({ document: z.string().min(1), article: z.string().min(1) });

/** Everything of a rule but its conditions and domains, which the registries of facts, operators and domains check. */
export const rule = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/),
  category: z.enum(categories),
  severity: z.enum(['error', 'warning', 'info']),
  title: localised,
  /** What the rule rests on; of several, newest first, each report is judged by the one in force for its year. */
  basis: z
    .union([basis, z.array(basis).min(1)])
    .transform((bases) => (Array.isArray(bases) ? bases : [bases])),
  /** What the rule protects and what must not be mistaken for a violation; shown in the documentation. */
  note: localised.optional(),
  applies: applies.optional(),
  /** Variables and what they run over; the rule holds for every combination. */
  each: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), domain).optional(),
  /** `true`: all violations of an `each` rule are reported as one finding. */
  together: z.boolean().optional(),
  /** `table`: violations in one table have one cause, and cost once. */
  oneCause: z.literal('table').optional(),
  conditions: z.unknown(),
  /** What the finding compares, and `{left}`, `{right}` and `{difference}` speak of, where the conditions compare something else. */
  shows: z.strictObject({ left: factReference, right: factReference }).optional(),
  message: localised,
  fix: localised,
  /** Why the rule can always be assessed, when it has no test that expects `notAssessable`. */
  alwaysAssessable: localised.optional(),
  /** Rules that are violated whenever this one is; the note says what it tells beyond them. */
  implies: z.array(z.string()).min(1).optional(),
  /** Mutants of the rule, as `gouji rules mutate` names them, that no test can tell from the rule, and why. */
  equivalent: z.array(z.strictObject({ mutant: z.string(), why: localised })).optional(),
  tests: z.array(ruleTest).default([]),
});
export type Rule = Omit<z.infer<typeof rule>, 'conditions' | 'applies'> & {
  conditions: Condition;
  applies?: Applies | undefined;
};

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

/** Cells in which no rule can notice a slip, and why. */
export const unguarded = z.strictObject({
  /** Addresses, `*` for any words. */
  cells: z.array(z.string()).min(1),
  why: localised,
});
export type Unguarded = z.infer<typeof unguarded>;

/** A day, or the month or year where no more is known. */
const date = z.string().regex(/^\d{4}(-\d\d){0,2}$/);

/** A document that rules cite, with those of its clauses that bear on the report. */
export const legalDocument = z.strictObject({
  name: z.string().min(1),
  title: localised,
  /** First and last day in force; without them it has always been, and still is. No report of an earlier year is judged by it. */
  from: date.optional(),
  to: date.optional(),
  clauses: z
    .array(
      z.strictObject({
        /** As it begins in `basis.article` of the rules. */
        article: z.string().min(1),
        says: localised,
        /** Why no rule holds the report to it. */
        unchecked: localised.optional(),
      }),
    )
    .min(1),
});
export type LegalDocument = z.infer<typeof legalDocument>;

/** A change to a rule defined before. */
const change = z.strictObject({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  applies: applies.optional(),
});

export const parameterValue = z.union([
  z.number(),
  z.string(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.array(z.string())),
]);
export type ParameterValue = z.infer<typeof parameterValue>;

/** A file of rules. Its rules are checked one by one, so that one mistake does not hide another. */
export const ruleFile = z.strictObject({
  $schema: z.string().optional(),
  /** `none`: forget the rules of the files before this one. */
  extends: z.enum(['default', 'none']).optional(),
  /** Files of rules that belong to this one, relative to it. */
  include: z.array(z.string()).optional(),
  parameters: z.record(z.string(), parameterValue).optional(),
  /** Documents that the rules cite; one named before is replaced. */
  documents: z.array(legalDocument).optional(),
  /** The edition of the reports in tests and of the clean reports that do not say theirs; the newest when no file says. */
  edition: z.string().optional(),
  reports: z.array(cleanReport).optional(),
  unguarded: z.array(unguarded).optional(),
  grading: gradingPolicy.optional(),
  /** Points that a cause costs by the rule that found it, on top of the grading policy. */
  deductions: deductions.optional(),
  disable: z.array(z.string()).optional(),
  change: z.array(change).optional(),
  rules: z.array(z.unknown()).optional(),
});
