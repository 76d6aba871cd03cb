import { byId } from './dom.js';

/**
 * Shows the page of an audit within this one, which has the style and the script of such pages and so can follow its links. Scripts
 * that come with it do not run.
 */
export function showPage(text: string): void {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  body.querySelector('#tip')?.remove();
  byId('audit', HTMLElement).replaceChildren(...body.children);
}
