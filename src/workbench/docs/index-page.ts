import { categories } from '../../model/index.js';
import type { LegalDocument, Rule } from '../../rules/rule.js';
import { clausesOf } from '../clauses.js';
import type { Book } from './book.js';
import { bullets, page, plain, table } from './markdown.js';

/** All rules by category, then by the clause that each rests on. */
export function indexPage(book: Book, hasCatalogue: boolean): string {
  const { ruleSet, lang, t } = book;
  const link = ({ id }: Rule): string => `[${id}](${id}.md)`;
  const byCategory = categories.flatMap((category) => {
    const own = ruleSet.rules.filter((rule) => rule.category === category);
    if (own.length === 0) return [];
    const rows = own.map((rule) => [link(rule), t(`severity.${rule.severity}`), plain(rule.title[lang])]);
    return [
      `### ${t(`category.${category}`)}`,
      table([t('docs.rule'), t('docs.severity'), t('docs.title')], rows),
    ];
  });
  const byClause = ruleSet.documents.flatMap((document) => [
    `### ${plain(document.name)}`,
    plain(document.title[lang]),
    table([t('docs.clause'), t('docs.says'), t('docs.rules')], clauseRows(document, book, link)),
  ]);
  const others = uncited(book);
  return page([
    `# ${t('docs.heading')}`,
    t('docs.generated'),
    t('docs.intro', { count: ruleSet.rules.length }),
    bullets([
      `[${t('docs.facts')}](facts.md)`,
      `[${t('docs.operators')}](operators.md)`,
      `[${t('docs.domains')}](domains.md)`,
      ...(hasCatalogue ? [`[${t('docs.catalogue')}](catalogue.md)`] : []),
    ]),
    `## ${t('docs.byCategory')}`,
    ...byCategory,
    `## ${t('docs.byClause')}`,
    ...byClause,
    others.length > 0 ? `### ${t('docs.otherDocuments')}` : null,
    others.length > 0
      ? table(
          [t('docs.basis'), t('docs.rules')],
          others.map((rule) => [
            rule.basis.map(({ document, article }) => `${plain(document)} ${plain(article)}`).join('；'),
            link(rule),
          ]),
        )
      : null,
  ]);
}

function clauseRows(document: LegalDocument, book: Book, link: (rule: Rule) => string): string[][] {
  const { ruleSet, lang, t } = book;
  return document.clauses.map((clause) => {
    const rules = ruleSet.rules.filter((rule) => clausesOf(rule, [document]).includes(clause));
    const none = clause.unchecked === undefined ? t('docs.noRule') : plain(clause.unchecked[lang]);
    return [
      plain(clause.article),
      plain(clause.says[lang]),
      rules.length > 0 ? rules.map(link).join('、') : none,
    ];
  });
}

function uncited({ ruleSet }: Book): Rule[] {
  return ruleSet.rules.filter((rule) => clausesOf(rule, ruleSet.documents).length === 0);
}
