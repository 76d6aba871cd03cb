import { InputError, type Block, type Document, type ReadNote } from '../../../model/index.js';
import { flatten, type RawBlock } from '../blocks.js';
import { isZip } from '../bytes.js';
import { detect } from '../detect.js';
import { bodyReader, type Body } from './body.js';
import { numberedLists } from './numbering.js';
import { styleSheet } from './styles.js';
import { relationshipsOf } from '../xml/rels.js';
import { openZip } from '../containers/unzip.js';
import { parseXml, type XmlHandlers } from '../xml/xml.js';

const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg',
};

/** The parts of a document, however they are packed. */
interface Parts {
  walk(part: 'document' | 'styles' | 'numbering', handlers: XmlHandlers): void;
  link(id: string): string | null;
  /** A part in another format that the document includes. */
  included(id: string): Uint8Array | null;
}

/**
 * Word documents (Office Open XML, transitional or strict; also its single-file form and Word 2003 XML, which form fillers write). Headers,
 * footers, footnotes, comments, hidden text and generated tables of contents are left out; tracked changes are read as accepted. The title
 * among the properties is left out, too: nobody sees it, and it often is that of the file that was written over.
 */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const parts = isZip(bytes) ? zipped(bytes) : single(bytes);
  const styles = styleSheet();
  const lists = numberedLists();
  parts.walk('styles', styles.handlers);
  parts.walk('numbering', lists.handlers);
  const { handlers, body } = bodyReader({ styles, lists, link: (id) => parts.link(id) });
  parts.walk('document', handlers);
  const blocks = await withIncluded(body, parts);
  const notes: ReadNote[] = [];
  if (body.changes > 0)
    notes.push({ code: 'changes-pending', at: null, values: { count: String(body.changes) } });
  if (body.openField) notes.push({ code: 'lost-text', at: null, values: {} });
  return { format: 'docx', encoding: null, title: null, blocks, pages: null, notes };
}

function zipped(bytes: Uint8Array): Parts {
  const entries = openZip(bytes);
  const targetOf = (links: ReturnType<typeof relationshipsOf>, type: string) =>
    [...links.values()].find((each) => each.type === type)?.target;
  const main = targetOf(relationshipsOf(entries, ''), 'officeDocument') ?? 'word/document.xml';
  const links = relationshipsOf(entries, main);
  if (!entries.has(main)) throw new InputError('damaged', {}, main);
  return {
    walk(part, handlers) {
      const name = part === 'document' ? main : targetOf(links, part);
      const entry = name === undefined ? undefined : entries.get(name);
      if (entry !== undefined) parseXml(entry.read(), namespaces, handlers, entry.name);
    },
    link: (id) => links.get(id)?.target ?? null,
    included: (id) => entries.get(links.get(id)?.target ?? '')?.read() ?? null,
  };
}

/** One XML file: a flat package with a part per element, or Word 2003 XML with styles and text side by side. */
function single(bytes: Uint8Array): Parts {
  const endings = {
    document: '/document.xml',
    styles: '/styles.xml',
    numbering: '/numbering.xml',
  };
  return {
    walk(part, handlers) {
      let name: string | null = null;
      const wanted = () => name === null || name.endsWith(endings[part]);
      parseXml(bytes, namespaces, {
        open(element, attributes) {
          if (element === 'pkg:part') name = attributes['pkg:name'] ?? '';
          else if (wanted()) handlers.open(element, attributes);
        },
        close(element) {
          if (element === 'pkg:part') name = '';
          else if (wanted()) handlers.close(element);
        },
        text(text) {
          if (wanted()) handlers.text?.(text);
        },
      });
    },
    link: () => null,
    included: () => null,
  };
}

/** Exporters of web systems leave the text in an HTML or MHTML part that Word takes in when it opens the document. */
async function withIncluded(body: Body, parts: Parts): Promise<Block[]> {
  const blocks: Block[] = [];
  let from = 0;
  const upTo = (end: number) => {
    const own: RawBlock[] = body.blocks.slice(from, end);
    for (const each of flatten(own)) blocks.push(each);
    from = end;
  };
  for (const { id, index } of body.imports) {
    const bytes = parts.included(id);
    if (bytes === null) continue;
    upTo(index);
    const kind = await detect(bytes);
    const text =
      kind === 'html'
        ? (await import('../html/html.js')).readHtml(bytes)
        : kind === 'mail'
          ? await (await import('../mail/mail.js')).readMail(bytes)
          : null;
    for (const each of text?.blocks ?? []) blocks.push(each);
  }
  upTo(body.blocks.length);
  return blocks;
}
