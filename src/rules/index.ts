export { evaluate } from './evaluate.js';
export { loadRules } from './load.js';
export { describe as describeProblem, RulesError, type Problem, type ProblemCode } from './problem.js';
export type { Rule, RuleTest } from './rule.js';
export type { RuleSet } from './rule-set.js';
export { parseSource, type RuleSource } from './source.js';
export { testRules, type RuleTestResult } from './test-rules.js';
