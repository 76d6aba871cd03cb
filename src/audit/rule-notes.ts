import type { Lang } from '../model/index.js';
import type { RuleSet } from '../rules/index.js';

/** What each rule protects and what is not held against a report, by the id of the rule. */
export function ruleNotesOf({ rules }: RuleSet, lang: Lang): Record<string, string> {
  return Object.fromEntries(rules.flatMap(({ id, note }) => (note === undefined ? [] : [[id, note[lang]]])));
}
