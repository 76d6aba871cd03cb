import { SaxesParser } from 'saxes';
import { InputError } from '../../../model/index.js';
import { beyond, bounds, megabyte } from '../bounds.js';

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandlers {
  /** Names carry the prefix chosen in `namespaces`, whatever the file calls it. `attributes` has no prototype. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Elements inside elements. A table in a table costs three to five. */
const depthLimit = 1_000;

/**
 * Walks an XML file once. `namespaces` maps namespace addresses to the prefix that the caller uses for them; the names of other namespaces
 * keep the prefix of the file. A prefix is taken to mean one namespace in the whole file.
 * @throws InputError `unsafe-xml` at a document type (nothing that a document needs, and the door to entity bombs),
 * `too-deep`, `too-large`, `damaged` when not well-formed
 */
export function parseXml(
  bytes: Uint8Array,
  namespaces: Readonly<Record<string, string>>,
  handlers: XmlHandlers,
  place: string | null = null,
): void {
  if (bytes.length > bounds.xml * megabyte) throw beyond('xml', place);
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const prefixes = prefixTable(namespaces);
  let depth = 0;
  parser.on('error', () => {
    throw new InputError('damaged', {}, place);
  });
  parser.on('doctype', () => {
    throw new InputError('unsafe-xml', {}, place);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > depthLimit) throw new InputError('too-deep', { depth: String(depthLimit) }, place);
    prefixes.declare(attributes);
    handlers.open(prefixes.element(name), prefixes.attributes(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close(prefixes.element(name));
  });
  if (handlers.text !== undefined) {
    const text = handlers.text.bind(handlers);
    // A string cut out of a long one keeps all of that in memory; a copy does not.
    const own = (each: string) => {
      text(` ${each}`.slice(1));
    };
    parser.on('text', own);
    parser.on('cdata', own);
  }
  let end = '';
  for (const piece of piecesOf(bytes)) {
    prefixes.expect(occurrences(end + piece, declaration) - occurrences(end, declaration));
    end = piece.slice(1 - declaration.length);
    parser.write(piece);
  }
  parser.close();
}

const declaration = 'xmlns';

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** Translates the prefixes of a file into those of the caller; elements have no more declarations than were said to be expected. */
function prefixTable(namespaces: Readonly<Record<string, string>>) {
  const wanted = new Map(Object.entries(namespaces));
  const translated = new Map<string, string>();
  const names = new Map<string, string>();
  let foreign = false;
  let foreignAttributes = false;
  let left = 0;

  function translate(name: string, prefix: string, local: string): string {
    const known = translated.get(prefix);
    return known === undefined ? name : `${known}:${local}`;
  }

  return {
    expect(declarations: number): void {
      left += declarations;
    },
    declare(attributes: Attributes): void {
      if (left === 0) return;
      for (const key in attributes) {
        if (!key.startsWith('xmlns')) continue;
        left -= 1;
        const known = wanted.get(attributes[key] ?? '');
        const prefix = key.slice('xmlns:'.length);
        if (known === undefined || translated.get(prefix) === known) continue;
        translated.set(prefix, known);
        names.clear();
        foreign ||= prefix !== known;
        foreignAttributes ||= prefix !== known && prefix !== '';
      }
    },
    element(name: string): string {
      if (!foreign) return name;
      const known = names.get(name);
      if (known !== undefined) return known;
      const colon = name.indexOf(':');
      const result = translate(name, name.slice(0, Math.max(colon, 0)), name.slice(colon + 1));
      names.set(name, result);
      return result;
    },
    attributes(attributes: Attributes): Attributes {
      if (!foreignAttributes) return attributes;
      const result = Object.create(null) as Record<string, string | undefined>;
      for (const key in attributes) {
        const colon = key.indexOf(':');
        result[colon < 0 ? key : translate(key, key.slice(0, colon), key.slice(colon + 1))] = attributes[key];
      }
      return result;
    },
  };
}

/** Bytes that are decoded at a time. */
const pieceLength = 1 << 16;

function* piecesOf(bytes: Uint8Array): Generator<string> {
  const decoder = decoderOf(bytes);
  for (let from = 0; from < bytes.length; from += pieceLength)
    yield decoder.decode(bytes.subarray(from, from + pieceLength), { stream: true });
  yield decoder.decode();
}

/** XML is UTF-8 unless a byte order mark or its declaration says otherwise. */
function decoderOf(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const label = /^[^<]{0,3}<\?xml[^>]{0,80}\sencoding\s?=\s?["']([\w-]{2,20})/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
