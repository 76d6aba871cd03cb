import { InputError, type Document } from '../../model/index.js';
import { ofFile, withinBounds } from './bounds.js';
import { detect, wrongExtension, type Kind } from './detect.js';
import { expandInput } from './containers/zip.js';

export { expandInput, type Input } from './containers/zip.js';

type Reader = (bytes: Uint8Array) => Document | Promise<Document>;

/** Each reader comes with its libraries only when a document needs it. */
const readers: Record<Kind, () => Promise<Reader>> = {
  text: async () => (await import('./text/text.js')).readText,
  html: async () => (await import('./html/html.js')).readHtml,
  json: async () => (await import('./json/json.js')).readJson,
  mail: async () => (await import('./mail/mail.js')).readMail,
  rtf: async () => (await import('./rtf/rtf.js')).readRtf,
  pdf: async () => (await import('./pdf/pdf.js')).readPdf,
  doc: async () => (await import('./doc/doc.js')).readDoc,
  xls: async () => (await import('./xlsx/xlsx.js')).readXlsx,
  xlsx: async () => (await import('./xlsx/xlsx.js')).readXlsx,
  docx: async () => (await import('./docx/docx.js')).readDocx,
  ods: async () => (await import('./ods/ods.js')).readOdsDocument,
  odt: async () => (await import('./odt/odt.js')).readOdt,
  ofd: async () => (await import('./ofd/ofd.js')).readOfd,
  image: async () => (await import('./image.js')).readImage,
  archive: () => Promise.reject(new InputError('unknown-format')),
};

/**
 * Reads one document, or the only one in an archive or mail. Its format is decided by content; `name` only serves to say that the
 * extension is wrong.
 * @throws InputError when it cannot be read at all, `several` for an archive of several (see `expandInput`)
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Document> {
  const kind = await detect(bytes);
  if (kind === 'archive' || kind === 'mail') {
    const [input, ...others] = await expandInput(bytes, name);
    if (input === undefined) throw new InputError('no-report');
    if (others.length > 0) throw new InputError('several', { count: String(others.length + 1) });
    if (input.error !== null) throw input.error;
    if (input.bytes !== bytes) return readDocument(input.bytes, input.name);
  }
  const read = await readers[kind]();
  const document = withinBounds(await read(bytes), ofFile);
  const extension = wrongExtension(name, kind);
  if (extension !== null)
    document.notes.push({ code: 'wrong-extension', at: null, values: { extension, format: kind } });
  return document;
}
