import type { Lang } from '../model/lang.js';
import type { MessageKey, Translate } from '../report/translate.js';
import { byId } from './dom.js';

/** Puts the words of the language into the page. */
export function speakPage(lang: Lang, t: Translate): void {
  document.documentElement.lang = lang;
  document.title = t('page.title');
  for (const each of document.querySelectorAll<HTMLElement>('[data-say]'))
    each.textContent = t(each.dataset['say'] as MessageKey);
  for (const each of document.querySelectorAll<HTMLElement>('[data-say-label]'))
    each.ariaLabel = t(each.dataset['sayLabel'] as MessageKey);
  const other = byId('lang', HTMLButtonElement);
  other.textContent = lang === 'en' ? '中文' : 'English';
  other.lang = lang === 'en' ? 'zh-CN' : 'en';
}
