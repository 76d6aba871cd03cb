import { InputError } from '../../../model/index.js';
import { isZip } from '../bytes.js';
import { openZip } from './unzip.js';

const prefixes = ['office', 'style', 'text', 'table', 'drawing'];

/** Namespaces of OpenDocument by the prefixes that it is usually written with. */
export const openDocumentNames: Readonly<Record<string, string>> = {
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
 * The XML of an OpenDocument file, a package or a single file. Styles come before what uses them.
 * @throws InputError `encrypted`, `damaged`
 */
export function openDocumentParts(bytes: Uint8Array): { name: string | null; xml: Uint8Array }[] {
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
