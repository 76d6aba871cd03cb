import { letterOf, type Letter } from '../notice/letter.js';
import { writeLetters } from '../notice/write.js';
import type { Renderer } from '../renderer.js';

/** A rectification notice for each agency whose report has something to correct, all in one Word document or each in its own. */
export const docx: Renderer = {
  extension: 'docx',
  binary: true,
  combined: true,
  separate: true,
  none: 'notice.none',
  part(audit, context) {
    const letter = letterOf(audit, context);
    return letter === null ? '' : JSON.stringify(letter);
  },
  async *document(parts, { notice }) {
    const letters: Letter[] = [];
    for await (const part of parts) {
      if (part.kind === 'audit' && part.document === undefined && part.text !== '')
        letters.push(JSON.parse(part.text) as Letter);
    }
    if (letters.length > 0) yield await writeLetters(letters, notice);
  },
};
