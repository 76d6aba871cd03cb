import type { FormEdition, GradingPolicy } from '../model/index.js';
import type { LegalDocument, ParameterValue, Rule } from './rule.js';

/** Checked rules, ready to evaluate: plain data that may be shared by any number of reports. */
export interface RuleSet {
  /** In the order of the files; evaluation does not depend on it. */
  rules: readonly Rule[];
  forms: readonly FormEdition[];
  parameters: Readonly<Record<string, ParameterValue>>;
  documents: readonly LegalDocument[];
  grading: GradingPolicy;
  /** Names of the sources, in order. */
  sources: readonly string[];
}
