import * as z from 'zod';
import { categories, missingReasons } from './audit.js';
import { localised } from './form.js';

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
    /** `true`: only causes for which no repair was found. */
    unexplained: z.boolean().optional(),
    /** `true`: counts the cells whose lack of a number leaves checks undone, whoever is at fault, instead of root causes. */
    unchecked: z.boolean().optional(),
    /** Fires from this number of root causes on. */
    causes: z.number().int().min(1).default(1),
  }),
  /** The best grade that remains. */
  cap: z.enum(['B', 'C', 'D', 'E']),
  reason: localised,
});
export type Gate = z.infer<typeof gate>;

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
  /**
   * Categories in which what cannot be checked for lack of a number costs like a failure: otherwise a wrong number could be blanked out
   * for a better grade.
   */
  unchecked: z.array(category).default(['arithmetic']),
  /** Reasons for which a rule does not apply rather than being left unassessed: the report need not tell. */
  notApplicable: z
    .array(z.enum(missingReasons))
    .default(['no-claim', 'no-prior-year', 'scope-changed', 'no-roster', 'members-incomplete', 'no-date']),
  /**
   * Share of applicable checks that must have been assessed, of all of them and of each category in `unchecked`; below it the grade is
   * withheld (U).
   */
  coverageFloor: z.number().min(0).max(1),
});
export type GradingPolicy = z.infer<typeof gradingPolicy>;
