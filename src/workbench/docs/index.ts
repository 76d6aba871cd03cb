import type { Lang } from '../../model/index.js';
import { testRules, type RuleSet, type RuleTestResult } from '../../rules/index.js';
import type { Catalogue } from '../catalogue.js';
import { bookOf } from './book.js';
import { cataloguePage } from './catalogue-page.js';
import { indexPage } from './index-page.js';
import { rulePage } from './rule-page.js';
import { domainsPage, factsPage, operatorsPage } from './vocabulary-pages.js';

/** The pages of a rule set by file name, its examples executed. `catalogue`: the checks that the shipped rules answer to. */
export async function docPages(
  ruleSet: RuleSet,
  catalogue: Catalogue | null,
  lang: Lang,
): Promise<Map<string, string>> {
  const results = new Map<string, RuleTestResult[]>();
  for (const result of await testRules(ruleSet, lang)) {
    results.set(result.rule, [...(results.get(result.rule) ?? []), result]);
  }
  const book = bookOf(ruleSet, results, lang);
  return new Map([
    ['README.md', indexPage(book, catalogue !== null)],
    ['facts.md', factsPage(book)],
    ['operators.md', operatorsPage(book)],
    ['domains.md', domainsPage(book)],
    ...(catalogue === null ? [] : [['catalogue.md', cataloguePage(catalogue, book)] as const]),
    ...ruleSet.rules.map(
      (rule) => [`${rule.id}.md`, rulePage(rule, results.get(rule.id) ?? [], book)] as const,
    ),
  ]);
}
