import { inert } from './tables/layout.js';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of the source as text of HTML or XML: nothing in it is markup, in elements and in quoted attributes alike. */
export function escaped(text: string): string {
  return inert(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
