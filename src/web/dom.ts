import type { MessageKey, Translate } from '../report/translate.js';

type Child = Node | string;

/** A new element with attributes and children; text is never taken for markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The element of the page with that id, which the page is known to have. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page lacks #${id}`);
  return found;
}

/** Puts words into an element that keeps them when the page changes its language. */
export function say(id: string, key: MessageKey, t: Translate): void {
  const place = byId(id, HTMLElement);
  place.dataset['say'] = key;
  place.textContent = t(key);
}
