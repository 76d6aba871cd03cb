import type { RuleSet } from '../../rules/index.js';
import { suggest } from '../../yaml/suggest.js';
import { clausesIn, clausesOf } from '../clauses.js';
import type { Notice } from './notice.js';

/** Rules that cite no known clause, and clauses of the cited documents that no rule cites. */
export function citedNotices({ rules, documents }: RuleSet): Notice[] {
  const names = documents.map(({ name }) => name);
  const uncited = rules.flatMap(({ id, basis }) =>
    basis.flatMap(({ document, article }): Notice[] => {
      if (!names.includes(document)) {
        const values = { document, suggestion: hint(suggest(document, names)) };
        return [{ code: 'citesUnknownDocument', rule: id, values }];
      }
      if (clausesIn({ document, article }, documents).length > 0) return [];
      return [{ code: 'citesNoClause', rule: id, values: { document, article } }];
    }),
  );
  const uncovered = documents.flatMap((document) =>
    document.clauses.flatMap((clause): Notice[] => {
      const covered = rules.some((rule) => clausesOf(rule, [document]).includes(clause));
      if (covered === (clause.unchecked === undefined)) return [];
      const values = { document: document.name, article: clause.article };
      return [{ code: covered ? 'checkedUnchecked' : 'uncoveredClause', rule: null, values }];
    }),
  );
  return [...uncited, ...uncovered];
}

function hint(name: string | null): string {
  return name === null ? '' : ` → ${name}`;
}
