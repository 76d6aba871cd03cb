import { isZip } from '../../extract/read/bytes.js';

/** Bytes of text that are read and audited within seconds, whatever they hold. */
const mostText = 512 * 1024;

/** Bytes of any other file. */
const mostBytes = 4 * 1024 * 1024;

/** Bytes that the parts of a file come to, unpacked; pictures, which are not unpacked, do not count. */
const mostUnpacked = 4 * 1024 * 1024;

const picture = /\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?)$/i;

/** What a drawing in a PDF needs to be drawn many times, or long. */
const costly = /\/(?:Form|JBIG2Decode|JPXDecode|Encrypt|Pattern|Type3)\b/;

/**
 * Whether a file is so small, also unpacked, that it is audited within a few seconds whatever it holds: then the thread at hand can do it. Any
 * other needs a thread that can be ended.
 */
export async function isBrief(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length > mostBytes) return false;
  if (isZip(bytes)) return isBriefPackage(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return isBriefPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (head.startsWith('\xd0\xcf\x11\xe0')) return true;
  if (/^(?:\x89PNG|\xff\xd8)/.test(head)) return false;
  return bytes.length <= mostText;
}

async function isBriefPackage(bytes: Uint8Array): Promise<boolean> {
  const { openZip } = await import('../../extract/read/containers/unzip.js');
  try {
    let sum = 0;
    for (const { name, size } of openZip(bytes).values()) if (!picture.test(name)) sum += size;
    return sum <= mostUnpacked;
  } catch {
    // What cannot be opened is refused at once.
    return true;
  }
}

/** Times that objects are defined again, in files that are saved over and over; a damaged file may be read to its end for each. */
const mostSaved = 100;

/** Whether many objects are defined more than once. */
function isDefinedOver(text: string): boolean {
  const objects = text.match(/\b\d{1,9}\s{1,9}\d{1,5}\s{1,9}obj\b/g) ?? [];
  return objects.length - new Set(objects).size > mostSaved;
}

function isBriefPdf(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (costly.test(text) || isDefinedOver(text)) return false;
  let left = mostUnpacked;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at)) {
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    const end = bytes.indexOf('endstream', start);
    const packed = bytes.subarray(start, end < 0 ? bytes.length : end);
    left -= unpackedSize(packed, left);
    if (left < 0) return false;
    at = end < 0 ? bytes.length : end + 9;
  }
  return true;
}

const isDeflated = (bytes: Uint8Array) => bytes[0] === 0x78 || bytes[0] === 0x58 || bytes[0] === 0x48;

/** Bytes of a stream, unpacked; more than `most` when it is larger, or packed more than once. */
function unpackedSize(packed: Uint8Array, most: number): number {
  if (!isDeflated(packed)) return packed.length;
  const { inflateSync } = process.getBuiltinModule('node:zlib');
  try {
    // A stream that is cut off, or followed by a line end, is unpacked as far as it goes.
    const unpacked = inflateSync(packed, { maxOutputLength: most + 1, finishFlush: 2 });
    return isDeflated(unpacked) ? most + 1 : unpacked.length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : packed.length;
  }
}
