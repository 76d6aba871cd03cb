import type { Translate } from '../../report/translate.js';
import { ruleButton } from '../rule-help/dialog.js';

/**
 * Shows the page of an audit within this one, which has the style and the script of such pages and a place for their tip, and so can
 * follow their links. The ids of rules open their pages.
 */
export function showPage(text: string, place: HTMLElement, t: Translate): void {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  for (const own of body.querySelectorAll('script, #tip, .skip')) own.remove();
  for (const id of body.querySelectorAll<HTMLElement>('.cause :is(h3, h4) > code'))
    id.replaceWith(ruleButton(id.textContent, id.textContent, t));
  place.replaceChildren(...body.children);
}
