import type { At, Paragraph } from '../../../model/index.js';
import { attachment, type RawBlock } from '../blocks.js';
import type { Attributes, XmlHandlers } from '../xml/xml.js';
import { numberedLists } from './lists.js';
import { number, tableBuilder } from './tables.js';

export interface Content {
  blocks: RawBlock[];
  /** Tracked insertions and deletions. */
  changes: number;
}

interface OpenParagraph {
  text: string;
  at: At;
  heading: number | null;
  hidden: boolean;
  /** Per open span: whether its style hides it. */
  spans: boolean[];
  label: string;
  asides: RawBlock[];
}

/** Content that is no part of the text as printed. */
const leftOut = new Set(
  'text:note office:annotation text:ruby-text text:index-body text:sequence-decls text:deletion office:forms svg:title svg:desc'.split(
    ' ',
  ),
);

const mostSpaces = 100;

/** Reads styles and text of the parts walked one after the other. */
export function contentReader() {
  const content: Content = { blocks: [], changes: 0 };
  const containers: RawBlock[][] = [content.blocks];
  const tables = tableBuilder();
  const lists = numberedLists();
  /** The innermost open paragraph; outside of any, one that nothing comes of. */
  let paragraph = newParagraph({});
  /** Paragraphs nest through text boxes; those of a box end first and so stand before the paragraph that anchors it. */
  const outerParagraphs: OpenParagraph[] = [];
  const hiddenStyles = new Set<string>();
  let inText = false;
  let skipped = 0;
  let style = '';
  let paragraphCount = 0;

  const openStyling = new Map<string, (attributes: Attributes) => void>([
    ['style:style', (attributes) => (style = styleKey(attributes['style:family'], attributes['style:name']))],
    [
      'style:text-properties',
      (attributes) => attributes['text:display'] === 'none' && hiddenStyles.add(style),
    ],
    ['text:list-style', (attributes) => lists.styleNamed(attributes['style:name'] ?? '')],
    ['text:outline-style', () => lists.outlineStyle()],
    ['text:list-level-style-number', (attributes) => lists.level(attributes)],
    ['text:outline-level-style', (attributes) => lists.level(attributes)],
    ['style:list-level-label-alignment', (attributes) => lists.alignment(attributes)],
    ['office:text', () => (inText = true)],
  ]);

  const openText = new Map<string, (attributes: Attributes) => void>([
    ['text:p', (attributes) => openParagraph(attributes, null)],
    ['text:h', (attributes) => openParagraph(attributes, Number(attributes['text:outline-level'] ?? 1))],
    [
      'text:span',
      (attributes) => paragraph.spans.push(hiddenStyles.has(styleKey('text', attributes['text:style-name']))),
    ],
    ['text:s', (attributes) => append(' '.repeat(number(attributes['text:c'], mostSpaces)))],
    ['text:tab', () => append('\t')],
    ['text:line-break', () => append('\n')],
    ['text:a', (attributes) => attachment.test(attributes['xlink:href'] ?? '') && aside('attachment')],
    ['draw:image', () => aside('picture')],
    ['text:changed-region', () => (content.changes += 1)],
    ['text:list', (attributes) => lists.openList(attributes)],
    ['text:list-item', (attributes) => lists.openItem(attributes)],
    ['table:table', () => tables.open()],
    ['table:table-row', (attributes) => tables.openRow(attributes)],
    [
      'table:table-cell',
      (attributes) => {
        tables.openCell(attributes);
        containers.push([]);
      },
    ],
    [
      'table:covered-table-cell',
      (attributes) => {
        tables.cover(attributes);
        containers.push([]);
      },
    ],
  ]);

  const closeText = new Map<string, () => void>([
    ['text:p', closeParagraph],
    ['text:h', closeParagraph],
    ['text:span', () => paragraph.spans.pop()],
    ['text:list', () => lists.closeList()],
    ['table:covered-table-cell', () => containers.pop()],
    ['table:table-cell', () => tables.closeCell(containers.pop() ?? [])],
    ['table:table-row', () => tables.closeRow()],
    ['table:table', closeTable],
    ['office:text', () => (inText = false)],
  ]);

  const handlers: XmlHandlers = {
    open(name, attributes) {
      const isHidden =
        leftOut.has(name) || (name === 'text:section' && attributes['text:display'] === 'none');
      if (skipped > 0 || isHidden) skipped += 1;
      else (inText ? openText : openStyling).get(name)?.(attributes);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (inText) closeText.get(name)?.();
    },
    text(text) {
      if (inText && skipped === 0) append(collapsed(text, paragraph.text));
    },
  };
  return { handlers, content };

  function current(): RawBlock[] {
    return containers.at(-1) ?? content.blocks;
  }

  function here(): At {
    return tables.here() ?? { paragraph: paragraphCount };
  }

  function append(text: string): void {
    if (!paragraph.hidden && !paragraph.spans.includes(true)) paragraph.text += text;
  }

  function aside(what: 'picture' | 'attachment'): void {
    if (outerParagraphs.length === 0) current().push({ kind: 'aside', what, at: here() });
    else paragraph.asides.push({ kind: 'aside', what, at: paragraph.at });
  }

  function openParagraph(attributes: Attributes, heading: number | null): void {
    if (tables.here() === null) paragraphCount += 1;
    outerParagraphs.push(paragraph);
    paragraph = newParagraph(here());
    paragraph.heading = heading;
    paragraph.hidden = hiddenStyles.has(styleKey('paragraph', attributes['text:style-name']));
    if (attributes['text:is-list-header'] !== 'true') paragraph.label = lists.label(heading);
  }

  function closeParagraph(): void {
    const { label, text, at, heading, hidden, asides } = paragraph;
    paragraph = outerParagraphs.pop() ?? paragraph;
    const block: Paragraph = { kind: 'paragraph', text: label + text, at };
    if (heading !== null && heading >= 1 && heading <= 6) block.heading = heading;
    if (block.text.trim() !== '' && !hidden) current().push(block);
    current().push(...asides);
  }

  function closeTable(): void {
    const table = tables.close();
    if (table !== null) current().push(table);
  }
}

function newParagraph(at: At): OpenParagraph {
  return { text: '', at, heading: null, hidden: false, spans: [], label: '', asides: [] };
}

function styleKey(family = '', name = ''): string {
  return `${family}/${name}`;
}

/** White space of the file counts as one space, and as none after another (ODF 1.3 part 3, 6.1.2). */
function collapsed(text: string, before: string): string {
  const one = text.replaceAll(/[\t\n\r ]+/g, ' ');
  return one.startsWith(' ') && (before === '' || before.endsWith(' ')) ? one.slice(1) : one;
}
