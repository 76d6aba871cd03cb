import type { At, Paragraph } from '../../../model/index.js';
import { attachment, type RawBlock, type RawCell, type RawTable } from '../blocks.js';
import type { Attributes, XmlHandlers } from '../xml.js';
import { listLevel, nextLabel, type ListStyle } from './lists.js';

export interface Content {
  title: string;
  blocks: RawBlock[];
  /** Tracked insertions and deletions. */
  changes: number;
}

interface OpenTable {
  raw: RawTable;
  number: number;
  cells: RawCell[];
  cell: number;
  /** Next grid column of the row. */
  column: number;
  rowRepeat: number;
  cellRepeat: number;
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

interface OpenList {
  style: ListStyle;
  name: string;
  counters: number[];
  level: number;
  /** The item has not had its label, and where it begins anew. */
  due: boolean;
  start: number | null;
}

/** Content that is no part of the text as printed. */
const left = new Set(
  'text:note office:annotation text:ruby-text text:index-body text:sequence-decls text:deletion office:forms svg:title svg:desc draw:glue-point text:toc-mark text:alphabetical-index-mark'.split(
    ' ',
  ),
);

/** Copies that a repetition may make, so that a false number costs nothing. */
const mostRepeats = 100;
const mostColumns = 256;
const mostSpaces = 100;
const mostLevels = 10;

/** Reads styles and text of the parts walked one after the other. */
export function contentReader() {
  const content: Content = { title: '', blocks: [], changes: 0 };
  const containers: RawBlock[][] = [content.blocks];
  const tables: OpenTable[] = [];
  const paragraphs: OpenParagraph[] = [];
  const lists: OpenList[] = [];
  const listStyles = new Map<string, ListStyle>();
  const outline: ListStyle = new Map();
  const outlineCounters: number[] = [];
  /** Counters of finished lists, by their id and by the name of their style. */
  const finished = new Map<string, number[]>();
  const hiddenStyles = new Set<string>();
  let inText = false;
  let inTitle = false;
  let skipped = 0;
  let style = '';
  let listStyle: ListStyle | null = null;
  let paragraphCount = 0;
  let tableCount = 0;

  const styling: Record<string, (attributes: Attributes) => void> = {
    'dc:title': () => (inTitle = true),
    'style:style': (attributes) => (style = styleKey(attributes['style:family'], attributes['style:name'])),
    'style:text-properties': (attributes) => attributes['text:display'] === 'none' && hiddenStyles.add(style),
    'text:list-style': (attributes) =>
      listStyles.set(attributes['style:name'] ?? '', (listStyle = new Map())),
    'text:outline-style': () => (listStyle = outline),
    'text:list-level-style-number': (attributes) => level(attributes),
    'text:outline-level-style': (attributes) => level(attributes),
    'style:list-level-label-alignment': (attributes) => {
      const last = [...(listStyle?.values() ?? [])].at(-1);
      const after = attributes['text:label-followed-by'];
      if (last !== undefined) last.after = after === 'nothing' ? '' : after === 'space' ? ' ' : '\t';
    },
    'office:text': () => (inText = true),
  };

  const open: Record<string, (attributes: Attributes) => void> = {
    'text:p': (attributes) => openParagraph(attributes, null),
    'text:h': (attributes) => openParagraph(attributes, Number(attributes['text:outline-level'] ?? 1)),
    'text:span': (attributes) =>
      paragraph((each) => each.spans.push(hiddenStyles.has(styleKey('text', attributes['text:style-name'])))),
    'text:s': (attributes) => append(' '.repeat(count(attributes['text:c'], mostSpaces))),
    'text:tab': () => append('\t'),
    'text:line-break': () => append('\n'),
    'text:a': (attributes) =>
      attachment.test(attributes['xlink:href'] ?? '') &&
      paragraph((each) => each.asides.push({ kind: 'aside', what: 'attachment', at: each.at })),
    'draw:image': () => aside(),
    'text:changed-region': () => (content.changes += 1),
    'text:list': openList,
    'text:list-item': (attributes) => item(true, attributes),
    'text:list-header': (attributes) => item(false, attributes),
    'table:table': () => {
      tableCount += 1;
      tables.push({
        raw: { kind: 'rawTable', rows: [], at: { table: tableCount } },
        number: tableCount,
        cells: [],
        cell: 0,
        column: 0,
        rowRepeat: 1,
        cellRepeat: 1,
      });
    },
    'table:table-row': (attributes) =>
      table((each) =>
        Object.assign(each, {
          cells: [],
          cell: 0,
          column: 0,
          rowRepeat: count(attributes['table:number-rows-repeated'], mostRepeats),
        }),
      ),
    'table:table-cell': (attributes) => {
      table((each) => {
        each.cell += 1;
        each.cellRepeat = count(attributes['table:number-columns-repeated'], mostRepeats);
        each.cells.push({
          content: [],
          at: here(),
          column: each.column,
          columnSpan: count(attributes['table:number-columns-spanned'], mostColumns),
          rowSpan: count(attributes['table:number-rows-spanned'], mostRepeats),
        });
      });
      containers.push([]);
    },
    'table:covered-table-cell': (attributes) => {
      table((each) => (each.column += count(attributes['table:number-columns-repeated'], mostRepeats)));
      containers.push([]);
    },
  };

  const close: Record<string, () => void> = {
    'text:p': closeParagraph,
    'text:h': closeParagraph,
    'text:span': () => paragraph((each) => each.spans.pop()),
    'text:list': () => lists.pop(),
    'table:covered-table-cell': () => containers.pop(),
    'table:table-cell': closeCell,
    'table:table-row': () =>
      table((each) => {
        const copies = each.cells.some((cell) => cell.content.length > 0) ? each.rowRepeat : 1;
        for (let i = 0; i < copies; i += 1) each.raw.rows.push(each.cells);
      }),
    'table:table': () => {
      const done = tables.pop();
      if (done !== undefined && done.raw.rows.length > 0) current().push(done.raw);
    },
    'office:text': () => (inText = false),
  };

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (skipped > 0) skipped += 1;
      else if (left.has(name) || (name === 'text:section' && attributes['text:display'] === 'none'))
        skipped = 1;
      else {
        const known = inText ? open : styling;
        if (Object.hasOwn(known, name)) known[name]?.(attributes);
      }
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (inText && Object.hasOwn(close, name)) close[name]?.();
      else if (name === 'dc:title') inTitle = false;
    },
    text(text) {
      if (inTitle) content.title += text;
      else if (skipped === 0 && inText) paragraph((each) => append(collapsed(text, each.text)));
    },
  };
  return { handlers, content };

  function current(): RawBlock[] {
    return containers.at(-1) ?? content.blocks;
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
    return innermost === undefined
      ? { paragraph: paragraphCount }
      : { table: innermost.number, row: innermost.raw.rows.length + 1, cell: innermost.cell };
  }

  function append(text: string): void {
    paragraph((each) => !each.hidden && !each.spans.includes(true) && (each.text += text));
  }

  function aside(): void {
    const innermost = paragraphs.at(-1);
    if (innermost === undefined) current().push({ kind: 'aside', what: 'picture', at: here() });
    else innermost.asides.push({ kind: 'aside', what: 'picture', at: innermost.at });
  }

  function openParagraph(attributes: Attributes, heading: number | null): void {
    if (tables.length === 0) paragraphCount += 1;
    const hidden = hiddenStyles.has(styleKey('paragraph', attributes['text:style-name']));
    paragraphs.push({
      text: '',
      at: here(),
      heading,
      hidden,
      spans: [],
      label: labelFor(heading, attributes),
      asides: [],
    });
  }

  function labelFor(heading: number | null, attributes: Attributes): string {
    const list = lists.at(-1);
    if (list?.due === true) {
      list.due = false;
      return nextLabel(list.style, list.counters, list.level, list.start);
    }
    if (list !== undefined || heading === null || attributes['text:is-list-header'] === 'true') return '';
    return outline.has(heading) ? nextLabel(outline, outlineCounters, heading, null) : '';
  }

  function closeParagraph(): void {
    const done = paragraphs.pop();
    if (done === undefined) return;
    const text = done.label + done.text;
    const heading: Pick<Paragraph, 'heading'> =
      done.heading !== null && done.heading >= 1 && done.heading <= 6 ? { heading: done.heading } : {};
    if (text.trim() !== '' && !done.hidden)
      current().push({ kind: 'paragraph', text, at: done.at, ...heading });
    current().push(...done.asides);
  }

  function level(attributes: Attributes): void {
    listStyle?.set(count(attributes['text:level'], mostLevels), listLevel(attributes));
  }

  function openList(attributes: Attributes): void {
    const outer = lists.at(-1);
    const name = attributes['text:style-name'] ?? outer?.name ?? '';
    const continued =
      attributes['text:continue-list'] ?? (attributes['text:continue-numbering'] === 'true' ? name : null);
    const counters = outer?.counters ?? (continued === null ? undefined : finished.get(continued)) ?? [];
    finished.set(name, counters);
    const id = attributes['xml:id'];
    if (id !== undefined) finished.set(id, counters);
    lists.push({
      style: listStyles.get(name) ?? new Map<number, never>(),
      name,
      counters,
      level: (outer?.level ?? 0) + 1,
      due: false,
      start: null,
    });
  }

  function item(numbered: boolean, attributes: Attributes): void {
    const list = lists.at(-1);
    if (list === undefined) return;
    list.due = numbered;
    list.start = attributes['text:start-value'] === undefined ? null : Number(attributes['text:start-value']);
  }

  function closeCell(): void {
    const inside = containers.pop() ?? [];
    table((each) => {
      const cell = each.cells.at(-1);
      if (cell === undefined) return;
      cell.content = inside;
      each.column += 1;
      for (let i = 1; i < each.cellRepeat && each.column < mostColumns; i += 1) {
        each.cell += 1;
        each.cells.push({ ...cell, at: { ...cell.at, cell: each.cell }, column: each.column });
        each.column += 1;
      }
    });
  }
}

function styleKey(family = '', name = ''): string {
  return `${family}/${name}`;
}

/** A number of at least 1. */
function count(value: string | undefined, most: number): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : 1;
}

/** White space of the file counts as one space, and as none after another (ODF 1.3 part 3, 6.1.2). */
function collapsed(text: string, before: string): string {
  const one = text.replaceAll(/[\t\n\r ]+/g, ' ');
  return one.startsWith(' ') && (before === '' || before.endsWith(' ')) ? one.slice(1) : one;
}
