import type { Attributes } from '../xml/xml.js';

/** Symbol fonts hold their characters in the private area from U+F000; those of ASCII digits and signs mean the same there. */
export function symbol(attributes: Attributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  const ascii = code - 0xf000;
  const same = attributes['w:font'] === 'Symbol' && ascii >= 0x20 && ascii < 0x40;
  return String.fromCharCode(same ? ascii : code);
}
