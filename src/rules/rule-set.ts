import type { FormEdition, GradingPolicy } from '../model/index.js';
import type { LegalDocument, ParameterValue, Rule, Unguarded } from './rule.js';
import type { CleanReport } from './test/rule-test.js';

/** The sources of a set that lie on top of the default rules, or in place of them (`extends: none`). */
export interface Overlays {
  files: readonly string[];
  alone: boolean;
}

/** Checked rules, ready to evaluate: plain data that may be shared by any number of reports. */
export interface RuleSet {
  /** In the order of the files; evaluation does not depend on it. */
  rules: readonly Rule[];
  forms: readonly FormEdition[];
  parameters: Readonly<Record<string, ParameterValue>>;
  /** The edition that tests speak of where they do not say; `null`: the newest. */
  edition: string | null;
  documents: readonly LegalDocument[];
  /** Clean reports for `gouji rules mutate`, and cells in which it need not ask for more. */
  reports: readonly CleanReport[];
  unguarded: readonly Unguarded[];
  grading: GradingPolicy;
  /** Names of the sources, in order. */
  sources: readonly string[];
  overlays: Overlays;
}
