import type { At, Paragraph } from '../../../model/index.js';
import type { RawBlock, RawCell, RawTable } from '../blocks.js';
import type { Attributes, XmlHandlers } from '../xml.js';
import type { numberedLists } from './numbering.js';
import { isOn, type styleSheet } from './styles.js';

export interface BodyParts {
  styles: ReturnType<typeof styleSheet>;
  lists: ReturnType<typeof numberedLists>;
  /** Address of a hyperlink by its relationship id. */
  link(id: string): string | null;
}

/** What stands in the body of a document. */
export interface Body {
  blocks: RawBlock[];
  /** Tracked insertions and deletions. */
  changes: number;
  /** Ids of parts in other formats that stand for content here, with the place of their content in `blocks`. */
  imports: { id: string; index: number }[];
  /** A field was begun and never ended, so text may be missing. */
  openField: boolean;
}

interface OpenTable {
  raw: RawTable;
  number: number;
  row: number;
  cells: RawCell[];
  cell: number;
  /** Next free grid column of the row. */
  column: number;
  /** Cells of the rows above that a continued vertical merge extends, by first column. */
  merges: Map<number, RawCell>;
  /** Row or cell is deleted or hidden: its content is read into nothing. */
  rowGone: boolean;
  cellGone: boolean;
  span: number;
  vertical: 'none' | 'begin' | 'go on';
  horizontal: boolean;
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
const left = new Set(
  'w:del w:moveFrom w:instrText w:delInstrText w:delText w:sdtPr w:sdtEndPr w:rt w:ffData w:pPrChange w:rPrChange w:tblPrChange w:tblPrExChange w:tblGridChange w:trPrChange w:tcPrChange w:sectPrChange w:sectPr w:footnote w:endnote'.split(
    ' ',
  ),
);

const characters: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };

const attachment = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|jpe?g|png)(?:[?#]|$)/i;

/** Reads `w:body` in one pass; what stands outside it is ignored. */
export function bodyReader({ styles, lists, link }: BodyParts) {
  const body: Body = { blocks: [], changes: 0, imports: [], openField: false };
  const containers: RawBlock[][] = [body.blocks];
  const tables: OpenTable[] = [];
  /** Paragraphs nest through text boxes; those of a box end first and so stand before the paragraph that anchors it. */
  const paragraphs: OpenParagraph[] = [];
  /** Per alternative content: a branch was taken. */
  const alternatives: boolean[] = [];
  /** Per open field: the text that follows is its code. */
  const fields: boolean[] = [];
  let inBody = false;
  let skipped = 0;
  let inText = false;
  let properties: 'paragraph' | 'row' | 'cell' | null = null;
  let paragraphCount = 0;
  let tableCount = 0;
  let pending = '';

  const open: Record<string, (attributes: Attributes) => void> = {
    'w:p': () => {
      if (tables.length === 0) paragraphCount += 1;
      paragraphs.push({ text: pending, at: here(), style: null, numbering: null, level: null, outline: null, label: '', markGone: false, hidden: null, runHidden: false, asides: [] });
      pending = '';
    },
    'w:pPr': () => (properties = 'paragraph'),
    'w:pStyle': (attributes) => paragraph((each) => (each.style = attributes['w:val'] ?? null)),
    'w:numId': (attributes) => paragraph((each) => (each.numbering = attributes['w:val'] ?? null)),
    'w:ilvl': (attributes) => paragraph((each) => (each.level = Number(attributes['w:val']))),
    'wx:t': (attributes) => paragraph((each) => (each.label = attributes['wx:val'] ?? '')),
    'w:outlineLvl': (attributes) => paragraph((each) => (each.outline = Number(attributes['w:val']))),
    'w:r': () => paragraph((each) => (each.runHidden = each.hidden ??= styles.paragraph(each.style).hidden)),
    'w:rStyle': (attributes) => paragraph((each) => (each.runHidden ||= properties === null && styles.isHidden(attributes['w:val'] ?? ''))),
    'w:vanish': (attributes) => properties === null && paragraph((each) => (each.runHidden = isOn(attributes))),
    'w:t': () => (inText = true),
    'm:t': () => (inText = true),
    'w:sym': (attributes) => append(symbol(attributes)),
    'w:ins': () => (body.changes += 1),
    'w:moveTo': () => (body.changes += 1),
    'w:fldChar': (attributes) => {
      const type = attributes['w:fldCharType'];
      if (type === 'begin') fields.push(true);
      else if (type === 'separate') fields.splice(-1, 1, false);
      else fields.pop();
    },
    'w:hyperlink': (attributes) => {
      const address = link(attributes['r:id'] ?? '');
      if (address !== null && attachment.test(address)) paragraph((each) => each.asides.push({ kind: 'aside', what: 'attachment', at: each.at }));
    },
    'a:blip': () => paragraph((each) => each.asides.push({ kind: 'aside', what: 'picture', at: each.at })),
    'v:imagedata': () => paragraph((each) => each.asides.push({ kind: 'aside', what: 'picture', at: each.at })),
    'w:altChunk': (attributes) => body.imports.push({ id: attributes['r:id'] ?? '', index: body.blocks.length }),
    'mc:AlternateContent': () => alternatives.push(false),
    'w:tbl': () => {
      flushPending();
      tableCount += 1;
      tables.push({ raw: { kind: 'rawTable', rows: [], at: { table: tableCount } }, number: tableCount, row: 0, cells: [], cell: 0, column: 0, merges: new Map(), rowGone: false, cellGone: false, span: 1, vertical: 'none', horizontal: false });
    },
    'w:tr': () => table((each) => Object.assign(each, { row: each.row + 1, cells: [], cell: 0, column: 0, rowGone: false })),
    'w:trPr': () => (properties = 'row'),
    'w:gridBefore': (attributes) => table((each) => (each.column += count(attributes, 0))),
    'w:hidden': (attributes) => table((each) => (each.rowGone ||= properties === 'row' && isOn(attributes))),
    'w:tc': () => {
      table((each) => Object.assign(each, { cell: each.cell + 1, cellGone: false, span: 1, vertical: 'none', horizontal: false }));
      containers.push([]);
    },
    'w:tcPr': () => (properties = 'cell'),
    'w:gridSpan': (attributes) => table((each) => (each.span = Math.max(1, count(attributes, 1)))),
    'w:vMerge': (attributes) => table((each) => (each.vertical = attributes['w:val'] === 'restart' ? 'begin' : 'go on')),
    'w:vmerge': (attributes) => table((each) => (each.vertical = attributes['w:val'] === 'restart' ? 'begin' : 'go on')),
    'w:hMerge': (attributes) => table((each) => (each.horizontal = attributes['w:val'] !== 'restart')),
    'w:cellIns': () => (body.changes += 1),
    'w:cellDel': () => {
      body.changes += 1;
      table((each) => (each.cellGone = true));
    },
  };
  for (const [name, text] of Object.entries(characters)) open[name] = () => properties === null && append(text);

  const close: Record<string, () => void> = {
    'w:p': closeParagraph,
    'w:pPr': () => (properties = null),
    'w:t': () => (inText = false),
    'm:t': () => (inText = false),
    'w:txbxContent': flushPending,
    'mc:AlternateContent': () => alternatives.pop(),
    'w:tbl': () => {
      const finished = tables.pop();
      if (finished !== undefined && finished.raw.rows.some((row) => row.length > 0)) current().push(finished.raw);
    },
    'w:tr': () => table((each) => !each.rowGone && each.raw.rows.push(each.cells)),
    'w:trPr': () => (properties = null),
    'w:tc': closeCell,
    'w:tcPr': () => (properties = null),
  };

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (skipped > 0) skipped += 1;
      else if (name === 'w:body') inBody = true;
      else if (!inBody) return;
      else if (left.has(name)) leave(name);
      else if (name === 'mc:Choice' || name === 'mc:Fallback') {
        if (alternatives.at(-1) === true) skipped = 1;
        else alternatives.splice(-1, 1, true);
      } else if (Object.hasOwn(open, name)) open[name]?.(attributes);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (name === 'w:body') {
        inBody = false;
        flushPending();
        body.openField = fields.includes(true);
      } else if (inBody && Object.hasOwn(close, name)) close[name]?.();
    },
    text(text) {
      if (inText && skipped === 0) append(text);
    },
  };
  return { handlers, body };

  /** Skips an element; a tracked deletion says with it that a row or the end of a paragraph is gone. */
  function leave(name: string): void {
    skipped = 1;
    if (name !== 'w:del' && name !== 'w:moveFrom') return;
    body.changes += 1;
    if (properties === 'row') table((each) => (each.rowGone = true));
    if (properties === 'paragraph') paragraph((each) => (each.markGone = true));
  }

  function current(): RawBlock[] {
    return containers.at(-1) ?? body.blocks;
  }

  function table(change: (table: OpenTable) => unknown): void {
    const innermost = tables.at(-1);
    if (innermost !== undefined) change(innermost);
  }

  function paragraph(change: (paragraph: OpenParagraph) => unknown): void {
    const innermost = paragraphs.at(-1);
    if (innermost !== undefined) change(innermost);
  }

  function here(): At {
    const innermost = tables.at(-1);
    return innermost === undefined ? { paragraph: paragraphCount } : { table: innermost.number, row: innermost.row, cell: innermost.cell };
  }

  function append(text: string): void {
    if (!fields.includes(true)) paragraph((each) => !each.runHidden && (each.text += text));
  }

  function closeParagraph(): void {
    const finished = paragraphs.pop();
    if (finished === undefined) return;
    const out = current();
    if (finished.markGone) pending = finished.text;
    else addParagraph(finished, out);
    out.push(...finished.asides);
  }

  function addParagraph(finished: OpenParagraph, out: RawBlock[]): void {
    const style = styles.paragraph(finished.style);
    if (style.contents) return;
    const text = (finished.label === '' ? labelOf(finished, style) : finished.label) + finished.text;
    if (text.trim() === '') return;
    const outline = finished.outline ?? style.outline;
    const heading: Pick<Paragraph, 'heading'> = outline !== null && outline >= 0 && outline < 6 ? { heading: outline + 1 } : {};
    out.push({ kind: 'paragraph', text, at: finished.at, ...heading });
  }

  /** Text whose paragraph end is deleted, but which no paragraph follows. */
  function flushPending(): void {
    if (pending.trim() !== '') current().push({ kind: 'paragraph', text: pending, at: here() });
    pending = '';
  }

  function labelOf({ numbering, level }: OpenParagraph, style: ReturnType<BodyParts['styles']['paragraph']>): string {
    const list = numbering ?? style.numbering;
    if (list === null || list === '0') return '';
    const styled = numbering === null && style.id !== null ? lists.levelOfStyle(list, style.id) : null;
    return lists.label(list, level ?? styled ?? style.level ?? 0);
  }

  function closeCell(): void {
    flushPending();
    const content = containers.pop() ?? [];
    table((each) => {
      if (each.rowGone || each.cellGone) return;
      const { column, span } = each;
      const above = each.merges.get(column);
      each.column += span;
      if (each.vertical === 'go on' && above !== undefined) {
        above.rowSpan += 1;
        return;
      }
      const before = each.cells.at(-1);
      if (each.horizontal && before !== undefined) {
        before.columnSpan += span;
        return;
      }
      const cell: RawCell = { content, at: here(), column, columnSpan: span, rowSpan: 1 };
      each.cells.push(cell);
      for (let at = column; at < column + span; at += 1) each.merges.delete(at);
      if (each.vertical !== 'none') each.merges.set(column, cell);
    });
  }
}

/** Grid columns are bounded as in Word, so that a false number costs nothing. */
function count(attributes: Attributes, otherwise: number): number {
  const value = Number(attributes['w:val']);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, 63) : otherwise;
}

/** Symbol fonts hold their characters in the private area from U+F000; those of ASCII digits and signs mean the same there. */
function symbol(attributes: Attributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return '';
  const ascii = code - 0xf000;
  const same = attributes['w:font'] === 'Symbol' && ascii >= 0x20 && ascii < 0x40;
  return String.fromCharCode(same ? ascii : code);
}
