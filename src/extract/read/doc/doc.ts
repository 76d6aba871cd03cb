import { InputError, type Document, type ReadNote } from '../../../model/index.js';
import { flatten } from '../blocks.js';
import { bodyOf } from './body.js';
import { openWord } from './file.js';

/**
 * Word 97–2003 documents and those of WPS. Headers, footers, notes, comments, hidden text and generated tables of contents are left out;
 * tracked changes are read as accepted; text boxes come last.
 * @throws InputError `encrypted`, `damaged`, `unknown-format` for Word 95 and older, `empty`, `too-deep`
 */
export function readDoc(bytes: Uint8Array): Document {
  const { blocks, changes } = bodyOf(openWord(bytes));
  const flat = flatten(blocks);
  if (flat.length === 0) throw new InputError('empty');
  const notes: ReadNote[] =
    changes > 0 ? [{ code: 'changes-pending', at: null, values: { count: String(changes) } }] : [];
  return { format: 'doc', encoding: null, title: null, blocks: flat, pages: null, notes };
}
