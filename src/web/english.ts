import { en } from '../report/messages/en.js';

/** The page carries its English words apart, because most of its readers never need them. Until these are loaded there are none. */
export function addEnglish(bytes: ArrayBuffer | Uint8Array): void {
  Object.assign(en, JSON.parse(new TextDecoder().decode(bytes)));
}

/** The file of the page that holds them. */
export const englishFile = 'en.json';
