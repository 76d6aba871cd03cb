import { byId } from './dom.js';

/**
 * Shows the page of an audit within this one, which has the style and the script of such pages and a place for their tip, and so can
 * follow their links.
 */
export function showPage(text: string): void {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  for (const own of body.querySelectorAll('script, #tip, .skip')) own.remove();
  byId('audit', HTMLElement).replaceChildren(...body.children);
}
