import * as z from 'zod';
import { categories, missingReasons } from './audit.js';
import { localised } from '../form.js';

const severity = z.enum(['error', 'warning', 'info']);
const category = z.enum(categories);
const points = z.number().min(0).max(100);
const pointsPerSeverity = z.strictObject({ error: points, warning: points, info: points });

/** A condition on the root causes of an audit that no good grade survives. */
export const gate = z.strictObject({
  id: z.string().min(1),
  when: z.strictObject({
    category: category.optional(),
    severity: severity.optional(),
    /** Only causes that one of these rules found. */
    rules: z.array(z.string()).min(1).optional(),
    /** `true`: only causes for which no repair was found. */
    unexplained: z.boolean().optional(),
    /** Counts instead what could not be read: fires when it is at least this share of the cells, or of the tables. */
    unread: z.number().gt(0).max(1).optional(),
    /** Counts instead the relations of a table that only sums which placed its cells have met: fires when they are more than this share. */
    selfProven: z.number().min(0).max(1).optional(),
    /** Fires from this number of root causes on. */
    causes: z.number().int().min(1).default(1),
  }),
  /** The best grade that remains. */
  cap: z.enum(['B', 'C', 'D', 'E']),
  reason: localised,
});
export type Gate = z.infer<typeof gate>;

/** Which findings lead to which verdict; those that are not named leave a report clear. */
const verdictPolicy = z.strictObject({
  severities: z.array(severity).min(1),
  /** Categories in which something should be corrected. */
  correct: z.array(category),
  /** Categories in which something has to be verified first; what may have been misread always has. */
  verify: z.array(category),
});

/** How findings become a grade. Every number is points of 100 and counts per root cause, never per finding. */
export const gradingPolicy = z.strictObject({
  /** What the first root cause costs, by its worst severity; each further one costs less. */
  penalties: pointsPerSeverity,
  /** What all causes of one severity and the milder ones come close to, but never cost together. */
  caps: pointsPerSeverity,
  /** Factor on the penalty by category; a category not named counts 1. */
  weights: z.partialRecord(category, z.number().min(0).max(10)),
  /** Factor for causes that the extraction may have brought about. */
  extractionFactor: z.number().min(0).max(1),
  /** Least score of each grade; below D is E. */
  thresholds: z.strictObject({ A: points, B: points, C: points, D: points }),
  gates: z.array(gate),
  /** Reasons for which a rule does not apply rather than being left unassessed: the report need not tell. */
  notApplicable: z
    .array(z.enum(missingReasons))
    .default([
      'no-claim',
      'no-prior-year',
      'scope-changed',
      'no-roster',
      'members-incomplete',
      'no-date',
      'no-register',
      'read-by-this-sum',
    ]),
  /** Share of the cells, and of the checks, that must not fail for what could not be read; below it the grade is withheld (U). */
  coverageFloor: z.number().min(0).max(1),
  verdict: verdictPolicy.default({
    severities: ['error', 'warning'],
    correct: ['arithmetic', 'impossible', 'narrative', 'layout', 'completeness', 'timeliness', 'quality'],
    verify: ['continuity', 'rollup', 'extraction'],
  }),
});
/** What a cause costs that one of these rules found, in place of the penalty of its severity and the weight of its category. */
export const deductions = z.record(z.string(), points);
export type GradingPolicy = z.infer<typeof gradingPolicy> & { deductions?: z.infer<typeof deductions> };
