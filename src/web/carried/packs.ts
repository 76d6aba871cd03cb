import type { Lang, Localised } from '../../model/index.js';
import { element } from '../dom.js';

/** A pack of rules that the page carries. */
export interface PagePack {
  name: string;
  about: Localised;
  text: string;
}

/** The packs of the page; none where it carries none. */
export function packsOfPage(): readonly PagePack[] {
  const text = document.getElementById('packs')?.textContent ?? '';
  return text === '' ? [] : (JSON.parse(text) as PagePack[]);
}

/** The packs as options of a field, with the default rules alone first. */
export function packOptions(packs: readonly PagePack[], none: string, lang: Lang): HTMLOptionElement[] {
  return [
    element('option', { value: '' }, none),
    ...packs.map((pack) => element('option', { value: pack.name }, pack.about[lang])),
  ];
}
