import { InputError } from '../../../model/index.js';
import { openZip, type ZipEntry } from '../containers/unzip.js';
import { parseXml, type Attributes } from '../xml/xml.js';
import { rectangle } from './values.js';

/** One page: its own content and that of the templates it is laid on, in drawing order. */
export interface OfdPage {
  content: ZipEntry | null;
  templates: ReadonlyMap<string, ZipEntry>;
  /** Paper size in millimetres that holds unless the page has its own. */
  width: number;
  height: number;
}

/** A4, where a document says nothing. */
const a4 = { width: 210, height: 297 };

/**
 * The pages of all documents of an OFD package (GB/T 33190-2016, clause 7).
 * @throws InputError `encrypted`, `damaged`
 */
export function openOfd(bytes: Uint8Array): OfdPage[] {
  const entries = openZip(bytes);
  if (entries.has('Encryptions.xml')) throw new InputError('encrypted');
  const roots: string[] = [];
  walk(entryOf(entries, 'OFD.xml'), {
    text: (name, text) => {
      if (name === 'DocRoot') roots.push(resolve('', text.trim()));
    },
  });
  if (roots.length === 0) throw new InputError('damaged', {}, 'OFD.xml');
  return roots.flatMap((root) => pagesOf(entries, root));
}

function pagesOf(entries: ReadonlyMap<string, ZipEntry>, root: string): OfdPage[] {
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const templates = new Map<string, ZipEntry>();
  const pages: (ZipEntry | null)[] = [];
  let size = a4;
  walk(entryOf(entries, root), {
    open: (name, { ID: id = '', BaseLoc: place }) => {
      const entry = entries.get(resolve(folder, place ?? '')) ?? null;
      if (name === 'Page' && place !== undefined) pages.push(entry);
      else if (name === 'TemplatePage' && entry !== null) templates.set(id, entry);
    },
    text: (name, text) => {
      if (name === 'PhysicalBox') size = rectangle(text) ?? size;
    },
  });
  return pages.map((content) => ({ content, templates, width: size.width, height: size.height }));
}

function entryOf(entries: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw new InputError('damaged', {}, name);
  return entry;
}

/** A location in the package: from the root with a leading slash, else from the folder of the file that names it. */
function resolve(folder: string, location: string): string {
  const parts: string[] = [];
  for (const part of (location.startsWith('/') ? location : folder + location).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export interface Handlers {
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  /** All text of an element that has no children, at its end. */
  text?: (name: string, text: string) => void;
}

/** Walks a file of the package; names come without their prefix, which differs from program to program. */
export function walk(entry: ZipEntry, { open, close, text }: Handlers): void {
  let content = '';
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parseXml(
    entry.read(),
    {},
    {
      open(name, attributes) {
        content = '';
        open?.(local(name), attributes);
      },
      close(name) {
        text?.(local(name), content);
        content = '';
        close?.(local(name));
      },
      text(part) {
        content += part;
      },
    },
    entry.name,
  );
}
