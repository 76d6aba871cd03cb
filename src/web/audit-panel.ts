/**
 * Shows the page of an audit within this one, which has the style and the script of such pages and a place for their tip, and so can
 * follow their links.
 */
export function showPage(text: string, place: HTMLElement): void {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  for (const own of body.querySelectorAll('script, #tip, .skip')) own.remove();
  place.replaceChildren(...body.children);
}
