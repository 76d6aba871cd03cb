import type { RuleSet } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { suiteNotices } from '../suite.js';
import { mutantsOf } from '../mutate/mutants.js';
import type { Notice } from './notice.js';

/** What a rule lacks for its readers and for its proof. */
export function writtenNotices(ruleSet: RuleSet, own: readonly Rule[]): Notice[] {
  const ids = new Set(ruleSet.rules.map(({ id }) => id));
  return own.flatMap((rule) => [
    ...untranslated(rule),
    ...(rule.note === undefined ? [{ code: 'noNote' as const, rule: rule.id, values: {} }] : []),
    ...suiteNotices(rule),
    ...(rule.implies ?? [])
      .filter((id) => !ids.has(id))
      .map((id) => ({ code: 'impliesUnknown' as const, rule: rule.id, values: { id } })),
    ...unknownMutants(rule, ruleSet),
  ]);
}

/** Texts that are the same in both languages, or Chinese where English is meant. */
function untranslated(rule: Rule): Notice[] {
  const texts = { title: rule.title, message: rule.message, fix: rule.fix, note: rule.note };
  return Object.entries(texts).flatMap(([field, text]): Notice[] => {
    if (text === undefined) return [];
    const english = /[a-z]{3}/i.test(text.en.replace(/\{[^{}]*\}/g, ''));
    const chinese = /\p{Script=Han}/u.test(text['zh-CN']);
    return english && chinese ? [] : [{ code: 'untranslated', rule: rule.id, values: { field } }];
  });
}

function unknownMutants(rule: Rule, ruleSet: RuleSet): Notice[] {
  const names = new Set(mutantsOf(rule, ruleSet).map(({ name }) => name));
  return (rule.equivalent ?? [])
    .filter(({ mutant }) => !names.has(mutant))
    .map(({ mutant }) => ({ code: 'equivalentUnknown', rule: rule.id, values: { mutant } }));
}
