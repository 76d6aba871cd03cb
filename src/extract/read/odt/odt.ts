import type { Document, ReadNote } from '../../../model/index.js';
import { flatten } from '../blocks.js';
import { contentReader } from './content.js';
import { openDocumentParts, openDocumentNames } from '../containers/opendocument.js';
import { parseXml } from '../xml/xml.js';

/**
 * OpenDocument text, as package or as one XML file. Notes, comments, hidden text and generated indexes are left out; tracked changes are
 * read as accepted.
 * @throws InputError `encrypted`, `damaged`
 */
export function readOdt(bytes: Uint8Array): Document {
  const { handlers, content } = contentReader();
  for (const { name, xml } of openDocumentParts(bytes)) parseXml(xml, openDocumentNames, handlers, name);
  const notes: ReadNote[] = [];
  if (content.changes > 0)
    notes.push({ code: 'changes-pending', at: null, values: { count: String(content.changes) } });
  return {
    format: 'odt',
    encoding: null,
    title: null,
    blocks: flatten(content.blocks),
    pages: null,
    notes,
  };
}
