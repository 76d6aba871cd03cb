import { InputError } from '../../../model/index.js';
import { beyond, bounds } from '../bounds.js';
import { binaryString, bytesOf } from '../bytes.js';

/** One part of a message that is not made of other parts. */
export interface MimePart {
  /** Lower case, e.g. `text/html`. */
  type: string;
  /** Lower case, e.g. `attachment`; '' when not said. */
  disposition: string;
  fileName: string | null;
  /** Address of a web page or of one of its resources; `null` when not said. */
  location: string | null;
  body(): Uint8Array;
}

const depthLimit = 20;
/** Characters of a header that are read. */
const longestHeader = 4_000;

/**
 * The parts of a MIME message (RFC 2045–2049, 2231) in order.
 * @throws InputError `too-deep`, `too-large`
 */
export function mimeParts(bytes: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  collect(binaryString(bytes), parts, 0);
  return parts;
}

function collect(source: string, parts: MimePart[], depth: number): void {
  if (depth > depthLimit) throw new InputError('too-deep', { depth: String(depthLimit) });
  if (parts.length > bounds.parts) throw beyond('parts');
  const blank = /\r?\n\r?\n/.exec(source);
  const head = blank === null ? source : source.slice(0, blank.index);
  const content = blank === null ? '' : source.slice(blank.index + blank[0].length);
  const headers = headersOf(head);
  const type = valueOf(headers.get('content-type') ?? 'text/plain');
  const boundary = type.parameters.get('boundary');
  if (type.value.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
    for (const part of between(content, boundary)) collect(part, parts, depth + 1);
    return;
  }
  const disposition = valueOf(headers.get('content-disposition') ?? '');
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  parts.push({
    type: type.value,
    disposition: disposition.value,
    fileName: disposition.parameters.get('filename') ?? type.parameters.get('name') ?? null,
    location: headers.get('content-location') ?? null,
    body: () => decodeBody(content, encoding),
  });
}

/** What stands between the delimiter lines. */
function between(content: string, boundary: string): string[] {
  const delimiter = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  for (let at = content.indexOf(delimiter); at >= 0; at = content.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && content[at - 1] !== '\n') continue;
    if (start >= 0) parts.push(content.slice(start, at).replace(/\r?\n$/, ''));
    const line = content.indexOf('\n', at);
    start = line < 0 ? content.length : line + 1;
    if (content.startsWith('--', at + delimiter.length)) return parts;
  }
  if (start >= 0) parts.push(content.slice(start));
  return parts;
}

function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  let name = '';
  for (const line of head.split(/\r?\n/)) {
    if (/^[ \t]/.test(line))
      headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`.slice(0, longestHeader));
    else {
      const colon = line.indexOf(':');
      if (colon < 0) continue;
      name = line.slice(0, colon).trim().toLowerCase();
      headers.set(
        name,
        line
          .slice(colon + 1)
          .trim()
          .slice(0, longestHeader),
      );
    }
  }
  return headers;
}

/** A header such as `text/html; charset="gbk"`: its value in lower case, and its parameters decoded. */
function valueOf(header: string): { value: string; parameters: Map<string, string> } {
  const [value = '', ...rest] = header.match(/(?:"(?:[^"\\]|\\.)*"|[^;"])+/g) ?? [];
  const parameters = new Map<string, string>();
  const continued = new Map<string, { charset: string; bytes: string }>();
  for (const each of rest) {
    const equals = each.indexOf('=');
    if (equals < 0) continue;
    const [, name = '', extended = ''] =
      /^([^*]{0,100})(\*?.{0,10})$/.exec(each.slice(0, equals).trim().toLowerCase()) ?? [];
    const text = each
      .slice(equals + 1)
      .trim()
      .replace(/^"|"$/g, '')
      .replaceAll(/\\(.)/g, '$1');
    if (extended === '') {
      parameters.set(name, decodeWords(text));
      continue;
    }
    const [, charset, value] = /^([\w-]{0,40})'[^']{0,40}'(.*)$/.exec(text) ?? [null, null, text];
    const before = continued.get(name) ?? { charset: charset ?? 'utf-8', bytes: '' };
    continued.set(name, {
      ...before,
      bytes: before.bytes + (extended.endsWith('*') ? unescapePercent(value) : value),
    });
  }
  for (const [name, { charset, bytes }] of continued) parameters.set(name, decodeText(bytes, charset));
  return { value: value.trim().toLowerCase(), parameters };
}

/** `=?gbk?B?…?=` words (RFC 2047); raw bytes, which old clients write, are read by content. */
function decodeWords(text: string): string {
  const words = text.replaceAll(/(\?=)\s{1,20}(=\?)/g, '$1$2');
  if (!words.includes('=?')) return decodeText(text, 'utf-8');
  return words.replaceAll(
    /=\?([\w-]{1,40})\?([bq])\?([^?]*)\?=/gi,
    (_, charset: string, kind: string, data: string) => {
      const bytes =
        kind.toLowerCase() === 'b' ? unescapeBase64(data) : unescapeQuoted(data.replaceAll('_', ' '));
      return decodeText(bytes, charset);
    },
  );
}

function decodeText(binary: string, charset: string): string {
  const bytes = bytesOf(binary);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function decodeBody(content: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return bytesOf(unescapeBase64(content));
  if (encoding === 'quoted-printable') return bytesOf(unescapeQuoted(content));
  return bytesOf(content);
}

/** Leaves out what is no base64, as mail programs do, and a last incomplete group. */
function unescapeBase64(text: string): string {
  const clean = text.replaceAll(/[^A-Za-z0-9+/]/g, '');
  return atob(clean.length % 4 === 1 ? clean.slice(0, -1) : clean);
}

function unescapeQuoted(text: string): string {
  return text.replaceAll(/=(?:\r?\n|([0-9A-Fa-f]{2}))/g, (_, code?: string) =>
    code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function unescapePercent(text: string): string {
  return text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
