import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;

export const isText = (node: Node): node is TextNode => node.nodeName === '#text';
export const isElement = (node: Node): node is Element => 'tagName' in node;

/** Elements whose content no reader of the page sees as text. */
export const skipped = new Set(
  'script style noscript template head title svg math object embed iframe select button textarea audio video canvas map'.split(
    ' ',
  ),
);

export const blockElements = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

export function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && /display\s{0,3}:\s{0,3}none|mso-hide\s{0,3}:\s{0,3}all/i.test(value)) return true;
  }
  return false;
}
