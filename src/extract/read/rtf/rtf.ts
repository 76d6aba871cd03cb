import type { Document, ReadNote } from '../../../model/index.js';
import { flatten } from '../blocks.js';
import { binaryString } from '../bytes.js';
import { readRtfText } from './reader.js';

/**
 * Rich Text Format. Headers, footers, notes, hidden text and alternative forms of pictures are left out; tracked changes are read as
 * accepted.
 * @throws InputError `too-deep`
 */
export function readRtf(bytes: Uint8Array): Document {
  const { blocks, changes } = readRtfText(binaryString(bytes));
  const notes: ReadNote[] =
    changes > 0 ? [{ code: 'changes-pending', at: null, values: { count: String(changes) } }] : [];
  return {
    format: 'rtf',
    encoding: null,
    title: null,
    blocks: flatten(blocks),
    pages: null,
    notes,
  };
}
