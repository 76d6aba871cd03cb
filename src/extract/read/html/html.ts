import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { InputError, type Block, type Document } from '../../../model/index.js';
import { decode } from '../../text/decode.js';
import { beyond, bounds, budget, megabyte } from '../bounds.js';
import { gridOf } from './grid.js';
import {
  attribute,
  blockElements,
  isElement,
  isHidden,
  isText,
  skipped,
  type Element,
  type Node,
} from './nodes.js';

/** Nesting beyond which markup is an attack or damage; real pages with unclosed tags reach a few hundred. */
const deepest = 1000;

const attachment = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|jpe?g|png)(?:[?#]|$)/i;

/** Blocks of an element in reading order; layout tables are taken apart, data tables stay whole. */
class Flow {
  readonly blocks: Block[] = [];
  tables = 0;
  private text = '';
  private paragraphs = 0;

  flush(heading?: number): void {
    const text = this.text.trim();
    this.text = '';
    if (text === '') return;
    this.paragraphs += 1;
    this.blocks.push({
      kind: 'paragraph',
      text,
      at: { paragraph: this.paragraphs },
      ...(heading === undefined ? {} : { heading }),
    });
  }

  append(text: string): void {
    this.text += text;
  }

  aside(what: 'picture' | 'attachment'): void {
    this.blocks.push({ kind: 'aside', what, at: { paragraph: this.paragraphs + 1 } });
  }
}

function headingLevel(name: string): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : undefined;
}

function walk(node: Node, flow: Flow, path: string, depth: number): void {
  if (depth > deepest) throw new InputError('too-deep', { limit: String(deepest) });
  if (isText(node)) {
    flow.append(node.value);
    return;
  }
  if (!isElement(node)) return;
  const name = node.tagName;
  if (skipped.has(name) || isHidden(node)) return;
  if (name === 'br') {
    flow.flush();
    return;
  }
  if (name === 'img') {
    flow.flush();
    flow.aside('picture');
    return;
  }
  if (name === 'a' && attachment.test(attribute(node, 'href') ?? '')) flow.aside('attachment');
  if (name === 'table') {
    flow.flush();
    flow.tables += 1;
    const grid = gridOf(node, flow.tables, path);
    if (grid !== null) {
      flow.blocks.push(grid);
      return;
    }
  }
  const isBlock = blockElements.has(name);
  if (isBlock) flow.flush();
  walkChildren(node, flow, path, depth);
  if (isBlock) flow.flush(headingLevel(name));
}

function walkChildren(parent: Element, flow: Flow, path: string, depth: number): void {
  const seen = new Map<string, number>();
  for (const child of parent.childNodes) {
    if (!isElement(child)) {
      walk(child, flow, path, depth + 1);
      continue;
    }
    const count = (seen.get(child.tagName) ?? 0) + 1;
    seen.set(child.tagName, count);
    walk(child, flow, `${path} > ${child.tagName}:nth-of-type(${count})`, depth + 1);
  }
}

/** Counts the elements as they are made: a few thousand unclosed tags can stand for millions of them. */
function countingElements(): typeof defaultTreeAdapter {
  const one = budget('elements');
  return {
    ...defaultTreeAdapter,
    createElement(...of) {
      one(1);
      return defaultTreeAdapter.createElement(...of);
    },
  };
}

function find(parent: DefaultTreeAdapterTypes.ParentNode, name: string): Element | null {
  for (const child of parent.childNodes) if (isElement(child) && child.tagName === name) return child;
  return null;
}

/** Entries of `<meta>` that are read; pages have a few dozen. */
const mostMetadata = 200;

function metadataOf(head: Element): NonNullable<Document['metadata']> {
  return head.childNodes
    .filter(isElement)
    .filter((child) => child.tagName === 'meta')
    .slice(0, mostMetadata)
    .flatMap((child) => {
      const name = attribute(child, 'name') ?? attribute(child, 'property');
      const content = attribute(child, 'content');
      return name === undefined || name === null || content === undefined || content === null
        ? []
        : [{ name, content }];
    });
}

/** What browsers and their extensions write at the top of a page that they save, with the address it had. */
const savedFrom = [
  /<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})/i,
  /<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{1,9}(\S{1,2000})/i,
];
/** Characters in which it stands. */
const top = 4000;
/** No address is longer. */
const longestAddress = 2000;

function addressesOf(text: string, head: Element | null): string[] {
  const canonical = (head?.childNodes ?? [])
    .filter(isElement)
    .filter((child) => child.tagName === 'link' && attribute(child, 'rel')?.toLowerCase() === 'canonical')
    .map((child) => attribute(child, 'href'));
  const own =
    head === null ? undefined : metadataOf(head).find(({ name }) => name.toLowerCase() === 'og:url');
  const saved = savedFrom.map((each) => each.exec(text.slice(0, top))?.[1]);
  return [...canonical, own?.content, ...saved].flatMap((each) =>
    each === null || each === undefined || each.length > longestAddress ? [] : [each],
  );
}

/** Blocks of decoded HTML, its `<title>`, its `<meta>` and its address. */
export function readHtmlText(
  text: string,
): Pick<Document, 'blocks' | 'title'> & Required<Pick<Document, 'metadata' | 'addresses'>> {
  const html = find(parse(text, { treeAdapter: countingElements() }), 'html');
  const body = html === null ? null : find(html, 'body');
  const head = html === null ? null : find(html, 'head');
  const title = head === null ? null : find(head, 'title');
  const flow = new Flow();
  if (body !== null) {
    walkChildren(body, flow, 'body', 0);
    flow.flush();
  }
  const titleText = title?.childNodes
    .map((child) => (isText(child) ? child.value : ''))
    .join('')
    .trim();
  return {
    blocks: flow.blocks,
    title: titleText === undefined || titleText === '' ? null : titleText,
    metadata: head === null ? [] : metadataOf(head),
    addresses: addressesOf(text, head),
  };
}

/**
 * A web page as saved or served.
 * @throws InputError `too-large`, `too-deep`, `empty`
 */
export function readHtml(bytes: Uint8Array): Document {
  if (bytes.length > bounds.text * megabyte) throw beyond('text');
  const { text, encoding, guessed } = decode(bytes);
  const { blocks, title, metadata, addresses } = readHtmlText(text);
  if (!blocks.some((block) => block.kind !== 'aside')) throw new InputError('empty');
  return {
    format: 'html',
    encoding,
    title,
    blocks,
    metadata,
    addresses,
    pages: null,
    notes: guessed ? [{ code: 'encoding-guessed', at: null, values: { encoding } }] : [],
  };
}
