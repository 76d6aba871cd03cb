import type { Book } from './book.js';
import type { Catalogue } from '../catalogue.js';
import { page, plain, table } from './markdown.js';

/** Every check that the field asks for: the rules that make it, where else it is made, or why it is not. */
export function cataloguePage(catalogue: Catalogue, { lang, t }: Book): string {
  const { entries } = catalogue;
  const open = entries.filter(({ missing }) => missing !== undefined);
  const made = entries.filter(({ missing }) => missing === undefined);
  const share = Math.floor((1000 * made.length) / Math.max(1, entries.length)) / 10;
  return page([
    `# ${t('docs.catalogue')}`,
    t('docs.generated'),
    t('docs.catalogueIntro', { count: entries.length, made: made.length, share }),
    open.length > 0 ? `## ${t('docs.notMade')}` : null,
    open.length > 0
      ? table(
          [t('docs.check'), t('docs.reason')],
          open.map(({ id, missing }) => [id, plain(missing?.[lang] ?? '')]),
        )
      : null,
    `## ${t('docs.madeBy')}`,
    table(
      [t('docs.check'), t('docs.rules'), t('docs.remark')],
      made.map(({ id, rules, elsewhere }) => [
        id,
        (rules ?? []).map((rule) => `[${rule}](${rule}.md)`).join('、'),
        plain(elsewhere?.[lang] ?? ''),
      ]),
    ),
  ]);
}
