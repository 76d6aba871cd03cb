import { InputError, type Document, type ReadNote } from '../../../model/index.js';
import { flatten } from '../blocks.js';
import { isZip } from '../bytes.js';
import { contentReader } from './content.js';
import { openZip } from '../containers/unzip.js';
import { parseXml } from '../xml.js';

const prefixes = ['office', 'style', 'text', 'table', 'drawing'];

const namespaces: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    prefixes.map((each) => [
      `urn:oasis:names:tc:opendocument:xmlns:${each}:1.0`,
      each === 'drawing' ? 'draw' : each,
    ]),
  ),
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/**
 * OpenDocument text, as package or as one XML file. Notes, comments, hidden text and generated indexes are left out; tracked changes are
 * read as accepted.
 * @throws InputError `encrypted`, `damaged`
 */
export function readOdt(bytes: Uint8Array): Document {
  const { handlers, content } = contentReader();
  for (const { name, xml } of parts(bytes)) parseXml(xml, namespaces, handlers, name);
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

/** Styles come before the text that uses them. */
function parts(bytes: Uint8Array): { name: string | null; xml: Uint8Array }[] {
  if (!isZip(bytes)) return [{ name: null, xml: bytes }];
  const entries = openZip(bytes);
  const manifest = entries.get('META-INF/manifest.xml');
  if (manifest !== undefined && new TextDecoder().decode(manifest.read()).includes(':encryption-data'))
    throw new InputError('encrypted');
  if (!entries.has('content.xml')) throw new InputError('damaged', {}, 'content.xml');
  return ['styles.xml', 'content.xml'].flatMap((name) => {
    const entry = entries.get(name);
    return entry === undefined ? [] : [{ name, xml: entry.read() }];
  });
}
