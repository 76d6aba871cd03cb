export { evaluate } from './evaluate/evaluate.js';
export { loadRules } from './load/load.js';
export { describe as describeProblem, YamlError, type Problem, type ProblemCode } from '../yaml/problem.js';
export type { Rule } from './rule.js';
export type { RuleTest } from './test/rule-test.js';
export type { RuleSet } from './rule-set.js';
export { parseSource, type YamlSource } from '../yaml/source.js';
export { testRules, type RuleTestResult } from './test/test-rules.js';
