import type { At, Paragraph } from '../../../model/index.js';
import { attachment, type RawBlock } from '../blocks.js';
import type { Attributes, XmlHandlers } from '../xml/xml.js';
import type { numberedLists } from './numbering.js';
import { isOn, type styleSheet } from './styles.js';
import { symbol } from './symbol.js';
import { tableBuilder } from './tables.js';

export interface BodyParts {
  styles: ReturnType<typeof styleSheet>;
  lists: ReturnType<typeof numberedLists>;
  /** Address of a hyperlink by its relationship id. */
  link: (id: string) => string | null;
}

/** What stands in the body of a document. */
export interface Body {
  blocks: RawBlock[];
  /** Tracked insertions and deletions. */
  changes: number;
  /** Ids of parts in other formats that stand for content, with the place of their content in `blocks`. */
  imports: { id: string; index: number }[];
  /** A field was begun and never ended, so text may be missing. */
  openField: boolean;
}

interface OpenParagraph {
  text: string;
  at: At;
  style: string | null;
  numbering: string | null;
  level: number | null;
  outline: number | null;
  /** Label that the file spells out (Word 2003 XML). */
  label: string;
  /** Its end is deleted: the next paragraph goes on in it. */
  markGone: boolean;
  /** The style's own property; `null`: not yet looked up. */
  hidden: boolean | null;
  runHidden: boolean;
  /** What it holds beside text. */
  asides: RawBlock[];
}

/** Elements whose content is not part of the accepted, printed text. */
const leftOut =
  'w:instrText w:delInstrText w:delText w:sdtPr w:sdtEndPr w:rt w:ffData w:pPrChange w:rPrChange w:tblPrChange w:tblPrExChange w:tblGridChange w:trPrChange w:tcPrChange w:sectPrChange w:sectPr w:footnote w:endnote'.split(
    ' ',
  );

const characters = { 'w:tab': '\t', 'w:ptab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };

/** Reads `w:body` in one pass; what stands outside it is ignored. */
export function bodyReader({ styles, lists, link }: BodyParts) {
  const body: Body = { blocks: [], changes: 0, imports: [], openField: false };
  const containers: RawBlock[][] = [body.blocks];
  const tables = tableBuilder();
  /** The innermost open paragraph; outside of any, one that nothing comes of. */
  let paragraph = newParagraph('', {});
  /** Paragraphs nest through text boxes; those of a box end first and so stand before the paragraph that anchors it. */
  const outerParagraphs: OpenParagraph[] = [];
  /** Per alternative content: a branch was taken. */
  const alternatives: boolean[] = [];
  /** Per open field: the text that follows is its code. */
  const fields: boolean[] = [];
  let inBody = false;
  let skipped = 0;
  let inText = false;
  let properties: 'paragraph' | 'row' | 'cell' | null = null;
  let paragraphCount = 0;
  let pending = '';

  const open = new Map<string, (attributes: Attributes) => void>([
    ['w:p', openParagraph],
    ['w:pPr', () => (properties = 'paragraph')],
    ['w:pStyle', (attributes) => (paragraph.style = attributes['w:val'] ?? null)],
    ['w:numId', (attributes) => (paragraph.numbering = attributes['w:val'] ?? null)],
    ['w:ilvl', (attributes) => (paragraph.level = Number(attributes['w:val']))],
    ['wx:t', (attributes) => (paragraph.label = attributes['wx:val'] ?? '')],
    ['w:outlineLvl', (attributes) => (paragraph.outline = Number(attributes['w:val']))],
    ['w:r', () => (paragraph.runHidden = paragraph.hidden ??= styles.paragraph(paragraph.style).hidden)],
    [
      'w:rStyle',
      (attributes) =>
        (paragraph.runHidden ||= properties === null && styles.isHidden(attributes['w:val'] ?? '')),
    ],
    ['w:vanish', (attributes) => properties === null && (paragraph.runHidden = isOn(attributes))],
    ['w:t', () => (inText = true)],
    ['m:t', () => (inText = true)],
    ['w:sym', (attributes) => append(symbol(attributes))],
    ['w:fldChar', (attributes) => field(attributes['w:fldCharType'])],
    [
      'w:hyperlink',
      (attributes) => attachment.test(link(attributes['r:id'] ?? '') ?? '') && aside('attachment'),
    ],
    ['a:blip', () => aside('picture')],
    ['v:imagedata', () => aside('picture')],
    [
      'w:altChunk',
      (attributes) => body.imports.push({ id: attributes['r:id'] ?? '', index: body.blocks.length }),
    ],
    ['mc:AlternateContent', () => alternatives.push(false)],
    ['mc:Choice', chooseBranch],
    ['mc:Fallback', chooseBranch],
    ['w:ins', countChange],
    ['w:moveTo', countChange],
    ['w:del', leaveDeleted],
    ['w:moveFrom', leaveDeleted],
    ['w:tbl', openTable],
    ['w:tr', () => tables.openRow()],
    ['w:trPr', () => (properties = 'row')],
    ['w:gridBefore', (attributes) => (tables.innermost.column += count(attributes, 0))],
    ['w:hidden', (attributes) => (tables.innermost.rowGone ||= properties === 'row' && isOn(attributes))],
    ['w:tc', openCell],
    ['w:tcPr', () => (properties = 'cell')],
    ['w:gridSpan', (attributes) => (tables.innermost.columnSpan = Math.max(1, count(attributes, 1)))],
    ['w:vMerge', mergeDown],
    ['w:vmerge', mergeDown],
    ['w:hMerge', (attributes) => (tables.innermost.horizontal = attributes['w:val'] !== 'restart')],
    ['w:cellIns', countChange],
    ['w:cellDel', () => (tables.innermost.cellGone = true)],
    ...leftOut.map((name) => [name, leave] as const),
    ...Object.entries(characters).map(
      ([name, text]) => [name, () => properties === null && append(text)] as const,
    ),
  ]);

  const close = new Map<string, () => void>([
    ['w:p', closeParagraph],
    ['w:pPr', () => (properties = null)],
    ['w:t', () => (inText = false)],
    ['m:t', () => (inText = false)],
    ['w:txbxContent', flushPending],
    ['mc:AlternateContent', () => alternatives.pop()],
    ['w:tbl', closeTable],
    ['w:tr', () => tables.closeRow()],
    ['w:trPr', () => (properties = null)],
    ['w:tc', closeCell],
    ['w:tcPr', () => (properties = null)],
    ['w:cellDel', countChange],
    ['w:body', closeBody],
  ]);

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (skipped > 0) skipped += 1;
      else if (inBody) open.get(name)?.(attributes);
      else inBody = name === 'w:body';
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (inBody) close.get(name)?.();
    },
    text(text) {
      if (inText && skipped === 0) append(text);
    },
  };
  return { handlers, body };

  function leave(): void {
    skipped = 1;
  }

  /** Skips what is deleted; in properties, it says that a row or the end of a paragraph is. */
  function leaveDeleted(): void {
    leave();
    countChange();
    if (properties === 'row') tables.innermost.rowGone = true;
    if (properties === 'paragraph') paragraph.markGone = true;
  }

  function countChange(): void {
    body.changes += 1;
  }

  function chooseBranch(): void {
    if (alternatives.at(-1) === true) leave();
    else alternatives.splice(-1, 1, true);
  }

  function field(type: string | undefined): void {
    if (type === 'begin') fields.push(true);
    else if (type === 'separate') fields.splice(-1, 1, false);
    else fields.pop();
  }

  function append(text: string): void {
    if (!paragraph.runHidden && !fields.includes(true)) paragraph.text += text;
  }

  function aside(what: 'picture' | 'attachment'): void {
    paragraph.asides.push({ kind: 'aside', what, at: paragraph.at });
  }

  function current(): RawBlock[] {
    return containers.at(-1) ?? body.blocks;
  }

  function here(): At {
    return tables.here() ?? { paragraph: paragraphCount };
  }

  function openParagraph(): void {
    if (tables.here() === null) paragraphCount += 1;
    outerParagraphs.push(paragraph);
    paragraph = newParagraph(pending, here());
    pending = '';
  }

  function closeParagraph(): void {
    const out = current();
    if (paragraph.markGone) pending = paragraph.text;
    else addParagraph(out);
    out.push(...paragraph.asides);
    paragraph = outerParagraphs.pop() ?? paragraph;
  }

  function addParagraph(out: RawBlock[]): void {
    const style = styles.paragraph(paragraph.style);
    if (style.contents) return;
    const text = (paragraph.label === '' ? labelOf(style) : paragraph.label) + paragraph.text;
    if (text.trim() === '') return;
    const outline = paragraph.outline ?? style.outline;
    const block: Paragraph = { kind: 'paragraph', text, at: paragraph.at };
    if (outline !== null && outline >= 0 && outline < 6) block.heading = outline + 1;
    out.push(block);
  }

  function labelOf(style: ReturnType<BodyParts['styles']['paragraph']>): string {
    const list = paragraph.numbering ?? style.numbering;
    if (list === null || list === '0') return '';
    const styled =
      paragraph.numbering === null && style.id !== null ? lists.levelOfStyle(list, style.id) : null;
    return lists.label(list, paragraph.level ?? styled ?? style.level ?? 0);
  }

  /** Text whose paragraph end is deleted, but which no paragraph follows. */
  function flushPending(): void {
    if (pending.trim() !== '') current().push({ kind: 'paragraph', text: pending, at: here() });
    pending = '';
  }

  function openTable(): void {
    flushPending();
    tables.open();
  }

  function closeTable(): void {
    const table = tables.close();
    if (table !== null) current().push(table);
  }

  function mergeDown(attributes: Attributes): void {
    tables.innermost.vertical = attributes['w:val'] === 'restart' ? 'begin' : 'go on';
  }

  function openCell(): void {
    tables.openCell();
    containers.push([]);
  }

  function closeCell(): void {
    flushPending();
    tables.closeCell(containers.pop() ?? []);
  }

  function closeBody(): void {
    inBody = false;
    flushPending();
    body.openField = fields.includes(true);
  }
}

function newParagraph(text: string, at: At): OpenParagraph {
  return {
    text,
    at,
    style: null,
    numbering: null,
    level: null,
    outline: null,
    label: '',
    markGone: false,
    hidden: null,
    runHidden: false,
    asides: [],
  };
}

/** Grid columns are bounded as in Word, so that a false number costs nothing. */
function count(attributes: Attributes, otherwise: number): number {
  const value = Number(attributes['w:val']);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, 63) : otherwise;
}
