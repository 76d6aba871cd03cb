import * as z from 'zod';
import { localised } from '../model/form.js';
import { deductions, gradingPolicy } from '../model/audit/grading.js';
import { categories } from '../model/index.js';
import { kind, level } from './agency.js';
import { cleanReport, ruleTest } from './test/rule-test.js';

/** A comparison, in the words of json-rules-engine. */
export interface Leaf {
  fact: string;
  params?: Record<string, unknown>;
  operator: string;
  value: unknown;
}

/** Conditions are those of json-rules-engine; they hold where the rule is violated. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;

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

/** A fact with its params. */
const factReference = z.strictObject({
  fact: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

const domain = z.union([z.string(), z.array(z.string()).min(1), z.record(z.string(), z.unknown())]);
export type DomainSpec = z.infer<typeof domain>;

const clause = z.strictObject({ document: z.string().min(1), article: z.string().min(1) });

const basis = z
  .union([clause, z.array(clause).min(1)])
  .transform((bases) => (Array.isArray(bases) ? bases : [bases]));

/** Everything of a rule but its conditions and domains, which the registries of facts, operators and domains check. */
export const rule = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/),
  category: z.enum(categories),
  severity: z.enum(['error', 'warning', 'info']),
  title: localised,
  /** What the rule rests on; of several, newest first, each report is judged by the one in force for its year. */
  basis,
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
  /** What it rests on where the place asks for more than the document that the rule cites. */
  basis: basis.optional(),
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
