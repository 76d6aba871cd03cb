import { InputError } from '../../model/index.js';
import { decode } from '../text/decode.js';
import { isZip } from './bytes.js';

/** What the bytes are. `mail` is EML or MHTML, `archive` a ZIP of other files. */
export type Kind =
  | 'text'
  | 'html'
  | 'json'
  | 'mail'
  | 'rtf'
  | 'pdf'
  | 'image'
  | 'doc'
  | 'xls'
  | 'docx'
  | 'xlsx'
  | 'odt'
  | 'ods'
  | 'ofd'
  | 'archive';

/** Extensions that fit each kind; a file with one of another kind bears a wrong name. */
const extensions: Record<Kind, readonly string[]> = {
  text: ['txt', 'text', 'md', 'markdown', 'csv', 'log'],
  html: ['html', 'htm', 'xhtml', 'shtml'],
  json: ['json'],
  mail: ['mht', 'mhtml', 'eml'],
  rtf: ['rtf'],
  pdf: ['pdf'],
  image: ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'tif', 'tiff', 'webp'],
  doc: ['doc', 'dot', 'wps', 'wpt'],
  xls: ['xls', 'xlt', 'et', 'ett'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  odt: ['odt', 'ott', 'fodt'],
  ods: ['ods', 'ots', 'fods'],
  ofd: ['ofd'],
  archive: ['zip'],
};

const known = new Set(Object.values(extensions).flat());

/** The extension in `name` when it belongs to another kind, else `null`. Unknown extensions say nothing. */
export function wrongExtension(name: string, kind: Kind): string | null {
  const extension = /\.([a-z]{2,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined || !known.has(extension) || extensions[kind].includes(extension)) return null;
  return extension;
}

/** Bytes of the beginning that decide between the text formats. */
const headLength = 64 * 1024;

const magic: readonly [Kind | null, string][] = [
  ['rtf', '{\\rtf'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  [null, 'Rar!'],
  [null, '7z\xbc\xaf'],
  [null, '\x1f\x8b'],
];

/**
 * Decides by content alone.
 * @throws InputError `empty`, `unknown-format`, `encrypted`, or what a broken package throws
 */
export async function detect(bytes: Uint8Array): Promise<Kind> {
  if (bytes.length === 0) throw new InputError('empty');
  const start = latin1(bytes);
  if (isZip(bytes)) return detectPackage(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return detectOle(bytes);
  if (start.includes('%PDF-')) return 'pdf';
  if (
    (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) ||
    (start.startsWith('BM') && start.startsWith('\0\0\0\0', 6))
  )
    return 'image';
  const found = magic.find(([, mark]) => start.startsWith(mark));
  if (found !== undefined) return found[0] ?? unknown();
  return detectText(bytes);
}

function unknown(): never {
  throw new InputError('unknown-format');
}

/** Bytes of the list of parts of a package; they have some kilobytes. */
const mostTypes = 1024 * 1024;

/** A document of its own, or an archive of other files. */
async function detectPackage(bytes: Uint8Array): Promise<Kind> {
  const { openZip } = await import('./containers/unzip.js');
  const entries = openZip(bytes);
  if (entries.has('OFD.xml')) return 'ofd';
  const declared = entries.get('mimetype');
  const type = declared === undefined || declared.size > 200 ? '' : latin1(declared.read());
  if (type.startsWith('application/vnd.oasis.opendocument.'))
    return type.includes('.text') ? 'odt' : type.includes('.spreadsheet') ? 'ods' : unknown();
  const types = entries.get('[Content_Types].xml');
  if (types !== undefined && types.size <= mostTypes) {
    const content = new TextDecoder().decode(types.read());
    if (/(?:wordprocessingml|ms-word)\.[\w.]{1,60}\.main/.test(content)) return 'docx';
    if (/(?:spreadsheetml|ms-excel)\.[\w.]{1,60}\.main\+xml/.test(content)) return 'xlsx';
    return unknown();
  }
  return entries.size === 0 ? unknown() : 'archive';
}

/** Streams of an OLE container that tell what wrote it. */
const streams: readonly [string, Kind | 'encrypted'][] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
];

async function detectOle(bytes: Uint8Array): Promise<Kind> {
  const { openOle } = await import('./containers/ole.js');
  const container = openOle(bytes);
  const found = streams.find(([name]) => container.has(name))?.[1];
  if (found === 'encrypted') throw new InputError('encrypted');
  return found ?? unknown();
}

const htmlTag =
  /<(?:!doctype\s{1,9}html|html|head|body|table|tr|td|div|meta|span|p|h[1-6])(?:\s[^<>]{0,2000})?>/i;

function detectText(bytes: Uint8Array): Kind {
  const head = decode(bytes.subarray(0, headLength)).text.trimStart();
  if (head === '' && bytes.length <= headLength) throw new InputError('empty');
  if (isBinary(head)) return unknown();
  if (/^(?:\{\s{0,99}["}]|\[\s{0,99}[{[\]])/.test(head)) return 'json';
  if (isMime(head)) return 'mail';
  if (/^<\?xml/.test(head)) {
    if (/<(?:w:wordDocument|pkg:package)\s/.test(head)) return 'docx';
    if (/<office:document\s/.test(head))
      return /office:mimetype="[^"]*\.spreadsheet/.test(head) ? 'ods' : 'odt';
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return 'xls';
  }
  return htmlTag.test(head) ? 'html' : 'text';
}

/** Control characters and failed decoding are rare in any text. */
function isBinary(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffd) odd += 1;
  }
  return odd > 8 && odd * 20 > text.length;
}

/** Header lines up to the first empty line, one of which only MIME has. */
function isMime(text: string): boolean {
  let mime = false;
  for (const [index, line] of text.split(/\r?\n/, 300).entries()) {
    if (line === '') return mime && index > 0;
    if (/^(?:mime-version|content-type)\s{0,9}:/i.test(line)) mime = true;
    else if (!/^(?:[!-9;-~]{1,80}\s{0,9}:|[ \t]|From )/.test(line)) return false;
  }
  return false;
}

/** The first bytes as characters of the same codes. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1024));
}
