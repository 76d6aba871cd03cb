import { InputError, type At, type Paragraph } from '../../../model/index.js';
import type { RawBlock } from '../blocks.js';
import { bytesOf } from '../bytes.js';
import { decoderOf, encodingOfCharset, encodingOfPage } from './code-pages.js';
import { tableBuilder, type CellDefinition, type RowDefinition } from './tables.js';
import { tokens } from './tokens.js';

/** Where text goes. */
type Sink = 'body' | 'skip' | 'fonts' | 'styles' | 'instruction';

/** What a group restores at its end. */
interface State {
  sink: Sink;
  encoding: string | null;
  hidden: boolean;
  deleted: boolean;
  /** Characters after `\u` that stand for it in old programs. */
  fallback: number;
  inTable: boolean;
  /** Tables around the paragraph (`\itap`). */
  depth: number;
  outline: number | null;
  /** Inside the definition of a row of a nested table. */
  nestedRow: boolean;
}

const destinations: Readonly<Record<string, Sink>> = {
  ...Object.fromEntries(
    'colortbl filetbl info header headerl headerr headerf footer footerl footerr footerf footnote annotation tc xe sn sv shprslt nonshppict nonesttables upr pict template'
      .split(' ')
      .map((word) => [word, 'skip'] as const),
  ),
  fonttbl: 'fonts',
  stylesheet: 'styles',
  fldinst: 'instruction',
  ud: 'body',
};

/** Destinations marked as safe to ignore that hold text all the same. */
const starred = new Set(['shppict', 'shpinst', 'nesttableprops', 'fldinst', 'ud']);

const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  '~': '\u00a0',
  _: '-',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
};

const depthLimit = 1_000;
const mostCells = 200;
const longestAside = 2_000;

const attachment =
  /HYPERLINK\s{1,9}"[^"]{0,1000}\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|jpe?g|png)(?:[?#"])/i;

export interface RtfContent {
  blocks: RawBlock[];
  /** Runs marked as inserted or deleted. */
  changes: number;
}

/** Reads RTF 1.9, one character per byte. */
export function readRtfText(source: string): RtfContent {
  const groups: State[] = [];
  const fonts = new Map<number, string | null>();
  const headings = new Map<number, number>();
  const builder = tableBuilder();
  const definitions: RowDefinition[] = [];
  let state: State = {
    sink: 'body',
    encoding: null,
    hidden: false,
    deleted: false,
    fallback: 1,
    inTable: false,
    depth: 1,
    outline: null,
    nestedRow: false,
  };
  /** Reports are Chinese: bytes of an unnamed code page are, too. */
  let page = 'gb18030';
  let bytes = '';
  let text = '';
  let asides: RawBlock[] = [];
  let instruction = '';
  let changes = 0;
  let paragraphs = 0;
  let ignored = 0;
  let isStarred = false;
  let font = 0;
  let style = { number: 0, name: '', outline: null as number | null };
  let merge: Omit<CellDefinition, 'right'> = { vertical: 'none', horizontal: 'none' };

  const words: Record<string, (number: number | null) => void> = {
    ansicpg: (number) => (page = encodingOfPage(number ?? 0)),
    f: (number) => (state.encoding = fonts.get(number ?? 0) ?? null),
    uc: (number) => (state.fallback = Math.max(0, Math.min(number ?? 1, 20))),
    v: (number) => (state.hidden = number !== 0),
    deleted: (number) => {
      state.deleted = number !== 0;
      if (state.deleted) changes += 1;
    },
    revised: (number) => {
      if (number !== 0) changes += 1;
    },
    plain: () => Object.assign(state, { encoding: null, hidden: false, deleted: false }),
    pard: () => Object.assign(state, { inTable: false, depth: 1, outline: null }),
    intbl: () => (state.inTable = true),
    itap: (number) => Object.assign(state, { depth: number ?? 1, inTable: (number ?? 1) > 0 }),
    outlinelevel: (number) => (state.outline = number),
    s: (number) => (state.outline = headings.get(number ?? 0) ?? null),
    nesttableprops: () => (state.nestedRow = true),
    par: () => endParagraph(level()),
    sect: () => endParagraph(level()),
    cell: () => endCell(1),
    nestcell: () => endCell(Math.max(2, state.depth)),
    row: () => endRow(1),
    nestrow: () => endRow(Math.max(2, state.depth)),
    trowd: () => (definitions[state.nestedRow ? Math.max(2, state.depth) : 1] = { left: 0, cells: [] }),
    trleft: (number) => define((row) => (row.left = number ?? 0)),
    clvmgf: () => (merge = { ...merge, vertical: 'begin' }),
    clvmrg: () => (merge = { ...merge, vertical: 'go on' }),
    clmgf: () => (merge = { ...merge, horizontal: 'begin' }),
    clmrg: () => (merge = { ...merge, horizontal: 'go on' }),
    cellx: (number) => {
      define((row) => row.cells.length < mostCells && row.cells.push({ right: number ?? 0, ...merge }));
      merge = { vertical: 'none', horizontal: 'none' };
    },
  };

  for (const token of tokens(source)) {
    if (token.kind === 'bytes') {
      isStarred = false;
      const replaced = Math.min(ignored, token.bytes.length);
      ignored -= replaced;
      if (state.sink !== 'skip') bytes += token.bytes.slice(replaced);
      continue;
    }
    flush();
    if (token.kind === 'open') {
      if (groups.length >= depthLimit) throw new InputError('too-deep', { depth: String(depthLimit) });
      groups.push(state);
      state = { ...state };
      ignored = 0;
    } else if (token.kind === 'close') {
      closeGroup();
      state = groups.pop() ?? state;
      ignored = 0;
    } else if (ignored > 0 && token.word !== 'u') ignored -= 1;
    else control(token.word, token.number);
  }
  flush();
  endParagraph(level());
  builder.enter(0);
  return { blocks: builder.blocks, changes };

  function control(word: string, number: number | null): void {
    if (word === '*') {
      isStarred = true;
      return;
    }
    const isUnknown = isStarred && !starred.has(word);
    isStarred = false;
    if (isUnknown) {
      state.sink = 'skip';
      return;
    }
    if (Object.hasOwn(destinations, word)) enterDestination(word);
    else if (state.sink === 'skip') return;
    else if (Object.hasOwn(characters, word)) emit(characters[word] ?? '');
    else if (word === 'u') {
      emit(String.fromCharCode((number ?? 0) & 0xffff));
      ignored = state.fallback;
    } else if (state.sink === 'fonts') fontProperty(word, number ?? 0);
    else if (state.sink === 'styles') styleProperty(word, number ?? 0);
    else if (Object.hasOwn(words, word)) words[word]?.(number);
  }

  function enterDestination(word: string): void {
    const outside = groups.at(-2)?.sink ?? 'body';
    if (word === 'ud') state.sink = outside;
    else if (state.sink !== 'skip') {
      if (word === 'pict' && state.sink === 'body') asides.push({ kind: 'aside', what: 'picture', at: {} });
      state.sink = destinations[word] ?? 'skip';
    }
  }

  function closeGroup(): void {
    const outer = groups.at(-1)?.sink;
    if (state.sink === 'instruction' && outer !== 'instruction') {
      if (attachment.test(instruction)) asides.push({ kind: 'aside', what: 'attachment', at: {} });
      instruction = '';
    }
    if (state.sink === 'styles') {
      const named = /^(?:heading|标题)\s?([1-9])$/i.exec(style.name.replace(/;.*$/, '').trim())?.[1];
      const outline = style.outline ?? (named === undefined ? null : Number(named) - 1);
      if (outline !== null) headings.set(style.number, outline);
      style = { number: 0, name: '', outline: null };
    }
  }

  function fontProperty(word: string, number: number): void {
    if (word === 'f') font = number;
    else if (word === 'fcharset') fonts.set(font, encodingOfCharset(number));
    else if (word === 'cpg') fonts.set(font, encodingOfPage(number));
  }

  function styleProperty(word: string, number: number): void {
    if (word === 's') style.number = number;
    else if (word === 'outlinelevel') style.outline = number;
  }

  function flush(): void {
    if (bytes === '') return;
    const binary = bytes;
    bytes = '';
    emit(/^[ -~]*$/.test(binary) ? binary : decoderOf(state.encoding ?? page).decode(bytesOf(binary)));
  }

  function emit(decoded: string): void {
    if (state.sink === 'body' && !state.hidden && !state.deleted) text += decoded;
    else if (state.sink === 'styles') style.name = (style.name + decoded).slice(0, longestAside);
    else if (state.sink === 'instruction') instruction = (instruction + decoded).slice(0, longestAside);
  }

  /** Tables around the current paragraph. */
  function level(): number {
    return state.inTable ? Math.max(1, state.depth) : 0;
  }

  function endParagraph(depth: number): void {
    builder.enter(depth);
    if (depth === 0) paragraphs += 1;
    const at: At = builder.here() ?? { paragraph: paragraphs };
    const outline = state.outline;
    const heading: Pick<Paragraph, 'heading'> =
      outline !== null && outline >= 0 && outline < 6 ? { heading: outline + 1 } : {};
    if (text.trim() !== '') builder.container().push({ kind: 'paragraph', text, at, ...heading });
    for (const aside of asides) builder.container().push({ ...aside, at });
    text = '';
    asides = [];
  }

  function endCell(depth: number): void {
    endParagraph(depth);
    builder.endCell();
  }

  function endRow(depth: number): void {
    builder.enter(depth);
    builder.endRow(definitions[depth] ?? { left: 0, cells: [] });
  }

  function define(change: (row: RowDefinition) => void): void {
    const row = definitions[state.nestedRow ? Math.max(2, state.depth) : 1];
    if (row !== undefined) change(row);
  }
}
