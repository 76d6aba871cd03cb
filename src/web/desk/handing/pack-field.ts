import type { Lang } from '../../../model/index.js';
import type { Translate } from '../../../report/translate.js';
import { byId } from '../../dom.js';
import { packOptions, packsOfPage } from '../../carried/packs.js';

type Pack = ReturnType<typeof packsOfPage>[number];

/** The field in which a pack of rules is chosen; gives what writes it in a language. */
export function startPackField(onChoose: (pack: Pack | null) => void): (lang: Lang, t: Translate) => void {
  const packs = packsOfPage();
  const field = byId('desk-pack', HTMLSelectElement);
  field.onchange = () => onChoose(packs.find(({ name }) => name === field.value) ?? null);
  return (lang, t) => {
    const chosen = field.value;
    field.replaceChildren(...packOptions(packs, t('page.packNone'), lang));
    field.value = chosen;
  };
}
