import type { Basis } from '../model/index.js';
import type { LegalDocument, Rule } from '../rules/rule.js';

type Clause = LegalDocument['clauses'][number];

/** The clauses that the rule cites. */
export function clausesOf({ basis }: Pick<Rule, 'basis'>, documents: readonly LegalDocument[]): Clause[] {
  return basis.flatMap((each) => clausesIn(each, documents));
}

/** The clauses named in one basis, a longer name before the shorter one in it. */
export function clausesIn(basis: Basis, documents: readonly LegalDocument[]): Clause[] {
  const document = documents.find(({ name }) => name === basis.document);
  const named = (document?.clauses ?? []).filter(({ article }) => basis.article.includes(article));
  return named.filter(
    (clause) => !named.some((other) => other !== clause && other.article.includes(clause.article)),
  );
}
