import type { Document, ReadNote } from '../../model/index.js';

const pageText: ReadNote = { code: 'page-text', at: null, values: {} };

/** The document with a note that its text was taken out of pages, and put together again. */
export const ofPages = (document: Document): Document =>
  document.notes.includes(pageText) ? document : { ...document, notes: [...document.notes, pageText] };
