import type { FormEdition } from '../../model/index.js';
import { bestChain } from './chain.js';
import { readHeader, type Header } from './header.js';
import { readInParts } from './header-in-parts.js';
import { headerZones } from './repeated-header.js';
import type { BlockMarks, Mark } from './marks.js';
import { repairChain } from './damaged-label.js';
import { findMark, type Occurrence } from './occurrences.js';
import { squeeze, wordAt, type Stream } from './stream.js';
import { unlabelledRows, type UnlabelledRow } from './unlabelled.js';

/** A sub-table of an edition with the places of its labels. */
export interface LocatedBlock {
  marks: BlockMarks;
  header: Header;
  /** Rows and row groups in reading order; empty for a block without row labels. */
  rows: Occurrence[];
  unlabelled: UnlabelledRow[];
  captions: Occurrence[];
  /** Starts of every label of the table, in order: where the values of a row end. */
  boundaries: number[];
  /** Position in the key where the block begins. */
  start: number;
  /** Evidence that the block is of this edition. */
  score: number;
  found: boolean;
  /** The header of a short block shows labels of the edition, but not half of them: it is that of another, if one fits better. */
  partial: boolean;
  /** Where the values do not stand in one row below the header: for every column the word with its value, `null` where that cannot be told. */
  scattered?: (number | null)[];
  /** Other editions with as much evidence. */
  ties: FormEdition[];
}

/** Key characters before the first row in which a header is looked for. */
const headerReach = 240;
/** Share of its columns that the header of a short block shows at least. */
const leastFit = 0.5;
/** A label of so many characters is not met by chance. */
const distinctiveLabel = 6;
/** Key characters between labels of one header. */
const headerGap = 12;
/** Places before the header at which one that is written in parts may begin. */
const mostParts = 8;
/** Values between the labels of a header that do not stand there by chance. */
const fewestScattered = 3;

interface Ranked {
  occurrence: Occurrence;
  rank: number;
  block: BlockMarks;
}

type Zone = ReturnType<typeof headerZones>[number];

const inHeader = (zones: readonly Zone[], each: Occurrence) =>
  zones.some((zone) => zone.from <= each.start && each.end <= zone.to);

function chainOfTable(stream: Stream, blocks: readonly BlockMarks[], zones: readonly Zone[]): Ranked[] {
  let rank = 0;
  const candidates: Ranked[] = [];
  const owners = new Map<Mark, BlockMarks>();
  for (const block of blocks) {
    for (const mark of [...block.captions, ...block.rows, ...block.foreignRows]) {
      rank += 1;
      owners.set(mark, block);
      for (const occurrence of findMark(stream, mark))
        if (!inHeader(zones, occurrence)) candidates.push({ occurrence, rank, block });
    }
  }
  return bestChain(candidates).flatMap(({ occurrence, rank: each }) => {
    const block = owners.get(occurrence.mark);
    return block === undefined ? [] : [{ occurrence, rank: each, block }];
  });
}

/** Labels that stand in the table out of the order of the form, as labels of a row and nothing else. */
function strays(
  stream: Stream,
  chain: readonly Ranked[],
  blocks: readonly BlockMarks[],
  zones: readonly Zone[],
): Ranked[] {
  const first = chain[0]?.occurrence.start ?? 0;
  const last = chain.at(-1)?.occurrence.end ?? 0;
  const linked = new Set(chain.map((each) => each.occurrence.mark));
  const taken = chain.map((each) => each.occurrence);
  const found: Ranked[] = [];
  for (const block of blocks) {
    for (const mark of block.rows) {
      if (linked.has(mark)) continue;
      // A long label is itself wherever it stands; a short one only between the others.
      const reach = (mark.texts[0]?.length ?? 0) >= distinctiveLabel ? headerReach : 0;
      const [only, second] = findMark(stream, mark, Math.max(0, first - reach), last + reach).filter(
        (each) =>
          each.fit > 0.9 &&
          each.weight >= 2.5 &&
          !inHeader(zones, each) &&
          !taken.some((other) => other.start < each.end && each.start < other.end),
      );
      if (only !== undefined && second === undefined) found.push({ occurrence: only, rank: -1, block });
    }
  }
  return found;
}

/** Column labels tell editions apart better than row labels, which local variants of the form add and keep. */
function headerScore(header: Header): number {
  const own = header.columns.filter((each) => each.mark !== null);
  const found = own.filter((each) => each.found).length;
  return header.fit === 0 ? 0 : 4 * found - header.odd.length - 2 * (own.length - found);
}

/**
 * The blocks of one table that have row labels.
 * @param headers blocks of other tables that have none, whose column labels are not taken for rows
 */
export function locateRows(
  stream: Stream,
  blocks: readonly BlockMarks[],
  headers: readonly BlockMarks[],
): LocatedBlock[] {
  const zones = blocks.flatMap((block) => headerZones(stream, block));
  const notRows = [...zones, ...headers.flatMap((block) => headerZones(stream, block))];
  const chain = chainOfTable(stream, blocks, notRows);
  const all = [...chain, ...strays(stream, chain, blocks, notRows)].sort(
    (a, b) => a.occurrence.start - b.occurrence.start,
  );
  const boundaries = [...all.map((each) => each.occurrence.start), ...zones.map((each) => each.from)].sort(
    (a, b) => a - b,
  );
  return blocks.map((marks) => {
    const own = all.filter((each) => each.block === marks).map((each) => each.occurrence);
    const captions = own.filter((each) => each.mark.role === 'caption');
    const rows = repairChain(
      stream,
      own.filter((each) => each.mark.role === 'row' || each.mark.role === 'rowGroup'),
      marks.rows,
    );
    const first = rows[0]?.start ?? 0;
    const previous =
      all.findLast((each) => each.occurrence.end <= first && each.occurrence !== rows[0])?.occurrence.end ??
      0;
    const header = readHeader(stream, marks, Math.max(0, first - headerReach, previous), first);
    const leaves = rows.filter((each) => each.mark.role === 'row');
    const unlabelled = unlabelledRows(stream, marks, rows, boundaries, header.columns.length);
    const missing =
      marks.rows.filter((each) => each.role === 'row').length - leaves.length - unlabelled.length;
    const sure = leaves.some((each) => each.weight >= 1.2);
    const shown = header.fit >= leastFit || captions.some((each) => first - each.end < headerReach);
    const enough = leaves.length * 5 >= marks.rows.length && (marks.rows.length < 5 || leaves.length >= 4);
    const partial = header.fit > 0 && header.fit < leastFit && marks.rows.length < 5 && !stream.deduplicated;
    const there = shown || partial || marks.rows.length >= 5;
    const start = Math.min(first, ...captions.map((each) => each.start), header.start);
    return {
      marks,
      header,
      rows,
      unlabelled,
      captions,
      boundaries,
      start,
      score:
        rows.reduce((sum, each) => sum + each.weight, 0) +
        unlabelled.length -
        0.5 * missing +
        headerScore(header),
      found: rows.length > 0 && sure && enough && there,
      partial,
      ties: [],
    };
  });
}

/** Where the key holds the heading of the part that the table belongs to. */
function headingRanges(stream: Stream, { edition, table }: BlockMarks): { from: number; to: number }[] {
  const { heading, variants } = edition.sections.find((each) => each.ordinal === table.section) ?? {};
  const ranges: { from: number; to: number }[] = [];
  for (const text of [...(heading === undefined ? [] : [heading]), ...(variants ?? [])].map(squeeze))
    for (let at = stream.key.indexOf(text); at !== -1; at = stream.key.indexOf(text, at + text.length))
      ranges.push({ from: at, to: at + text.length });
  return ranges;
}

const valuesBetween = (stream: Stream, from: number, to: number) =>
  to <= from
    ? 0
    : stream.words.slice(wordAt(stream, from), wordAt(stream, to - 1)).filter((each) => each.value).length;

/** A block without row labels is where its column labels stand closest together. */
export function locateHeader(stream: Stream, marks: BlockMarks): LocatedBlock {
  const texts = new Map<string, Mark>();
  for (const mark of [...marks.columnGroups, ...marks.columns]) texts.set(mark.texts[0] ?? '', mark);
  const occurrences = [...texts.values()]
    .flatMap((mark) => findMark(stream, mark).filter((each) => each.fit >= 0.6))
    .sort((a, b) => a.start - b.start);
  let best: Occurrence[] = [];
  let cluster: Occurrence[] = [];
  const starts: number[] = [];
  let labelEnd = -1;
  const weigh = (each: readonly Occurrence[]) => each.length + 2 * new Set(each.map((one) => one.mark)).size;
  const headings = headingRanges(stream, marks);
  for (const each of occurrences) {
    // The heading of the section and sentences name the same things, but not as words of their own.
    if (each.start !== stream.keyStarts[each.word] && each.start !== labelEnd) continue;
    if (headings.some(({ from, to }) => from <= each.start && each.end <= to)) continue;
    labelEnd = each.end;
    const last = cluster.at(-1);
    if (last !== undefined && each.start - last.end > headerGap) cluster = [];
    if (cluster.length === 0) starts.push(each.start);
    cluster.push(each);
    if (weigh(cluster) > weigh(best)) best = cluster;
  }
  const from = best[0]?.start ?? 0;
  const to = Math.max(0, ...best.map((each) => each.end));
  const header = readHeader(stream, marks, from, to);
  const distinct = new Set(best.map((each) => each.mark)).size;
  const between = valuesBetween(stream, from, to);
  const parts =
    best.length > 0 && (header.fit < 1 || between > 0)
      ? starts
          .filter((each) => each <= from)
          .slice(-mostParts)
          .map((each) => readInParts(stream, marks, each))
          .find((each) => each !== null)
      : undefined;
  if (parts !== undefined && parts !== null)
    return {
      marks,
      header: {
        columns: marks.columns.map((mark) => ({
          mark,
          label: mark.label,
          found: true,
          column: null,
          columnSpan: 1,
          cell: null,
        })),
        start: parts.start,
        end: parts.end,
        fit: 1,
        odd: [],
      },
      rows: [],
      unlabelled: [],
      captions: [],
      boundaries: [],
      start: parts.start,
      score: 4 * marks.columns.length,
      found: true,
      partial: false,
      scattered: marks.columns.map((mark) => parts.words.get(mark) ?? null),
      ties: [],
    };
  return {
    marks,
    ...(between >= fewestScattered ? { scattered: marks.columns.map(() => null) } : {}),
    header: { ...header, end: to },
    rows: [],
    unlabelled: [],
    captions: [],
    boundaries: [],
    start: from,
    score: headerScore(header),
    found: distinct * 5 >= texts.size * 3,
    partial: false,
    ties: [],
  };
}
