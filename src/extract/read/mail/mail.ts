import { InputError, type Document } from '../../../model/index.js';
import { mimeParts, type MimePart } from './mime.js';

/** Files sent with a mail; the pictures of its text and the resources of a saved web page are none. */
export function attachments(bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  return mimeParts(bytes)
    .filter(isAttachment)
    .map((part, index) => ({ name: part.fileName ?? `attachment-${index + 1}`, bytes: part.body() }));
}

function isAttachment(part: MimePart): boolean {
  if (part.disposition === 'attachment' || part.type === 'message/rfc822') return true;
  return part.fileName !== null && !/^(?:text\/(?:html|css|plain)|image|font)\b/.test(part.type);
}

interface Page {
  location: string | null;
  bytes: Uint8Array;
}

/**
 * The text of a mail or of a web page saved as one file (MHTML): its longest HTML part, else its longest plain text.
 * @throws InputError `empty`
 */
export async function readMail(bytes: Uint8Array): Promise<Document> {
  const parts = mimeParts(bytes).filter((part) => part.disposition !== 'attachment');
  const longest = (type: string) =>
    parts
      .filter((part) => part.type === type)
      .map((part) => ({ location: part.location, bytes: part.body() }))
      .filter(({ bytes }) => bytes.length > 0)
      .reduce<Page | null>((a, b) => (a === null || b.bytes.length > a.bytes.length ? b : a), null);
  const html = longest('text/html');
  if (html !== null) {
    const page = (await import('../html/html.js')).readHtml(html.bytes);
    return html.location === null ? page : { ...page, addresses: [...(page.addresses ?? []), html.location] };
  }
  const text = longest('text/plain');
  if (text !== null) return (await import('../text/text.js')).readText(text.bytes);
  throw new InputError('empty');
}
