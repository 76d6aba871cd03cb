import { equationsOf } from '../../form/relations.js';
import type { Cell, FormEdition } from '../../model/index.js';
import { editionsFirst, printed, tableName } from '../labels.js';
import type { Translate } from '../translate.js';

/** How it is known where the figure of a cell belongs, in words; empty when nothing was read. */
export function evidenceText(
  { evidence, provenBy = [] }: Pick<Cell, 'evidence' | 'provenBy'>,
  relationText: (name: string) => string,
  t: Translate,
): string {
  if (evidence === undefined) return '';
  if (evidence !== 'proven') return t(`evidence.${evidence}`);
  return t('evidence.proven', { relations: provenBy.map(relationText).join(t('pretty.list')) });
}

/** What relations of the form are called, by their names: 表三“总计”; those of the edition of the document first. */
export function relationTexts(
  forms: readonly FormEdition[],
  layoutId: string | null,
  t: Translate,
): (name: string) => string {
  const texts = new Map<string, string>();
  for (const form of editionsFirst(forms, layoutId)) {
    for (const { name, relation, sums } of equationsOf(form)) {
      const table = form.tables.find(({ id }) => id === relation.table);
      if (table === undefined || texts.has(name)) continue;
      const labels = sums.map(({ parents, label }) => [...parents, label].map(printed).join(' '));
      texts.set(
        name,
        `${tableName(table.id, table.section, t)}${t('pretty.quoted', { quote: labels.join(' + ') })}`,
      );
    }
  }
  return (name) => texts.get(name) ?? name;
}
