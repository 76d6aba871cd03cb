import { registerKinds, type RegisterKind } from '../../model/index.js';
import type { Cell, SheetRow } from '../read/index.js';
import type { Heads } from '../words/heads.js';
import type { Meaning, Words } from '../words/meaning.js';
import { bare } from '../words/plain.js';
import type { RegisterVocabulary, ValueList } from '../words/vocabulary.js';

/** Columns that say by a mark which value a row has, as a paper form does: of a list, the meaning of each column. */
export type Ticks = ReadonlyMap<number, string>;

/** What the columns below a head are for. */
export interface Head {
  kind: RegisterKind;
  /** First row below it, as an index. */
  below: number;
  /** Several columns where the head does not tell which of them it is. */
  columns: Map<string, readonly number[]>;
  ticks: ReadonlyMap<ValueList, Ticks>;
  /** What stands above each column, from top to bottom. */
  labels: readonly string[];
  /** Texts of the head, to tell where it is repeated. */
  texts: ReadonlySet<string>;
  width: number;
}

/** Rows of a head at most. */
const tallest = 4;

/** A head has short texts. */
const longestHead = 40;

/** The distinct cells of a row that say something. */
export function cellsOf(row: SheetRow | undefined): Cell[] {
  const cells: Cell[] = [];
  for (const cell of row?.cells ?? []) if (cell !== undefined && cell !== cells.at(-1)) cells.push(cell);
  return cells;
}

/** Texts of the columns of a head from top to bottom; a blank place in an upper row continues the cell to its left where the row below says more. */
function pathsOf(rows: readonly SheetRow[]): string[][] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const paths: string[][] = [];
  for (let column = 0; column < width; column += 1) {
    const path: string[] = [];
    let last: Cell | undefined;
    rows.forEach(({ cells }, index) => {
      const own = cells[column];
      const below = rows
        .slice(index + 1)
        .some((each) => each.cells[column] !== undefined && each.cells[column] !== own);
      const left =
        own === undefined && below
          ? cells.slice(0, column).findLast((each) => each !== undefined)
          : undefined;
      const cell = own ?? left;
      if (cell === undefined || cell === last) return;
      last = cell;
      path.push(cell.text);
    });
    paths.push(path);
  }
  return paths;
}

interface Vocabulary {
  heads: Heads;
  words: Words;
  registers: RegisterVocabulary['registers'];
}

/** The head that begins at a row, of the kind of register that it fits best; `hints`: how much else speaks for a kind. */
export function headAt(
  rows: readonly SheetRow[],
  start: number,
  vocabulary: Vocabulary,
  hints: (kind: RegisterKind) => number,
): Head | null {
  let best: { head: Head; score: number } | null = null;
  for (let height = 1; height <= tallest; height += 1) {
    const block = rows.slice(start, start + height);
    if (block.length < height || !block.every(mayBeHead)) break;
    if (height > 1 && !continues(block)) break;
    const reaches = block.some((row) => cellsOf(row).some((cell) => cell.top + cell.height > start + height));
    if (reaches) continue;
    const paths = pathsOf(block);
    for (const kind of registerKinds) {
      const found = columnsOf(paths, kind, vocabulary);
      const { least, needs } = vocabulary.registers[kind];
      const fields = new Set([...found.columns.keys(), ...found.ticks.keys()]);
      if (fields.size < least || !needs.some((each) => fields.has(each))) continue;
      const marked = [...found.ticks.values()].reduce((sum, { size }) => sum + size, 0);
      const score = fields.size + marked / 100 + hints(kind);
      if (best !== null && score <= best.score) continue;
      const texts = new Set(block.flatMap((row) => cellsOf(row).map(({ text }) => bare(text))));
      best = {
        head: {
          kind,
          below: start + height,
          ...found,
          labels: paths.map((path) => path.join('')),
          texts,
          width: paths.length,
        },
        score,
      };
    }
  }
  return best?.head ?? null;
}

/** Share of the cells of a head that may be none: a number beside the table, a name behind it. */
const odd = 0.35;

/** A sentence ends: the commas of the line part clauses, not cells. */
const sentence = /[。；！？]/;

/** At least two short texts; numbers, dates and labels with their text (填表人：…) are no heads, and in rows below the first not even beside heads. */
function mayBeHead(row: SheetRow, index: number): boolean {
  const cells = cellsOf(row);
  if (cells.some(({ text }) => sentence.test(text))) return false;
  const others = cells.filter(
    ({ text }) => text.length > longestHead || /^[\d\s.,/:年月日-]+$|[:：].*\S$/.test(text),
  );
  return cells.length - others.length >= 2 && others.length <= (index === 0 ? cells.length * odd : 0);
}

/** Whether the last row of a block belongs to the head above it: something above is merged down to it, or wide, or has a blank beside it. */
function continues(block: readonly SheetRow[]): boolean {
  const last = block.at(-1);
  const above = block.at(-2);
  if (last === undefined || above === undefined) return false;
  if (cellsOf(above).some(({ width, height }) => width > 1 || height > 1)) return true;
  return above.cells.length < last.cells.length || Array.from(above.cells).some((cell) => cell === undefined);
}

function columnsOf(
  paths: readonly string[][],
  kind: RegisterKind,
  { heads, words }: Vocabulary,
): Pick<Head, 'columns' | 'ticks'> {
  const ranks = new Map<string, number>();
  const columns = new Map<string, readonly number[]>();
  paths.forEach((path, column) => {
    const whole = heads.namedBy(kind, path.join(''));
    const all = whole.length > 0 ? whole : heads.namedBy(kind, path.at(-1) ?? '');
    const above = heads.namedBy(kind, path.slice(0, -1).join(''));
    for (const each of all) {
      const { field } = each;
      // 姓名 below 申请人及类别 has the name from above alone, 类别 beside it has it by itself.
      const inherited =
        !heads.hasWordOf(kind, field, path.at(-1) ?? '') && above.some((other) => other.field === field);
      const rank = each.rank + (inherited ? 0.5 : 0);
      const least = ranks.get(field) ?? Infinity;
      if (rank < least) columns.set(field, [column]);
      else if (rank === least) columns.set(field, [...(columns.get(field) ?? []), column]);
      ranks.set(field, Math.min(rank, least));
    }
  });
  const ticks = kind === 'applications' ? ticksOf(paths, words) : new Map<ValueList, Ticks>();
  for (const [list, { size }] of ticks)
    if (columns.has(list) && size < fewestTicks) ticks.delete(list);
    else columns.delete(list);
  return { columns, ticks };
}

/** Columns to tick that outweigh a column named for the whole. */
const fewestTicks = 3;

/** Columns headed by values: two or more of them side by side are a choice. */
function ticksOf(paths: readonly string[][], words: Words): Map<ValueList, Ticks> {
  const found = new Map<ValueList, Ticks>();
  for (const list of ['kind', 'outcome'] as const) {
    const other = list === 'kind' ? 'outcome' : 'kind';
    const ticks = new Map<number, string>();
    paths.forEach((path, column) => {
      const text = path.at(-1) ?? '';
      const leaf = single(words.meaningOf(list, text));
      if (leaf === null) return;
      // 其他 and 其他处理 may stand among the kinds and among the outcomes: the neighbour tells which.
      if (words.meaningOf(other, text).is === 'known' && !ticks.has(column - 1)) return;
      ticks.set(column, leaf);
    });
    if (new Set(ticks.values()).size >= 2) found.set(list, ticks);
  }
  return found;
}

/** The only meaning, unless it is that of a group or says that nothing is decided. */
function single(meaning: Meaning): string | null {
  if (meaning.is !== 'known') return null;
  const [only, ...others] = meaning.meanings;
  return only === undefined || others.length > 0 || only === 'open' ? null : only;
}
