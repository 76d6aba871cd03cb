import { bestChain } from '../settle/chain.js';
import { repairChain } from './damaged-label.js';
import { readHeader } from '../header/header.js';
import { headerScore, type LocatedBlock } from '../located-block.js';
import type { BlockMarks, Mark } from '../marks.js';
import { findMark, type Occurrence } from './occurrences.js';
import { headerZones } from '../header/repeated-header.js';
import type { Stream } from '../stream/stream.js';
import { subtotalRows } from './subtotal-rows.js';
import { unlabelledRows } from './unlabelled.js';
import { beginning, further, earliest, latest, type KeyPosition } from '../positions.js';

/** Key characters before the first row in which a header is looked for. */
const headerReach = 240;
/** Share of its columns that the header of a short block shows at least. */
const leastFit = 0.5;
/** First rows that a table which is cut off has at least. */
const fewestBegun = 2;
/** A label of so many characters is not met by chance. */
const distinctiveLabel = 6;

interface Ranked {
  occurrence: Occurrence;
  rank: number;
  block: BlockMarks;
}

type Zone = ReturnType<typeof headerZones>[number];

const inHeader = (zones: readonly Zone[], each: Occurrence) =>
  zones.some((zone) => zone.from <= each.start && each.end <= zone.to);

/** The words are those of a longer label: 其他 of 其他处理. */
const isWithin = ({ mark, start, end }: Occurrence, other: Occurrence): boolean =>
  other.mark !== mark &&
  other.fit === 1 &&
  other.start <= start &&
  end <= other.end &&
  other.end - other.start > end - start;

/** Those that are not within a longer label. */
function outermost(candidates: readonly Ranked[]): Ranked[] {
  const inOrder = candidates.map(({ occurrence }) => occurrence).sort((a, b) => a.start - b.start);
  const longest = inOrder.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const within = new Set<Occurrence>();
  let from = 0;
  inOrder.forEach((each) => {
    while ((inOrder[from]?.start ?? each.start) < each.start - longest) from += 1;
    for (let i = from; ; i += 1) {
      const other = inOrder[i];
      if (other === undefined || other.start > each.start) break;
      if (isWithin(each, other)) within.add(each);
    }
  });
  return candidates.filter(({ occurrence }) => !within.has(occurrence));
}

/** A label of the table stands at the beginning of its cell. */
const atCellStart = 2;

/** A word for sums that labels of the form before it, or the same again, follow at once: 合计 of a group, not of the table. */
function isSubtotal(stream: Stream, { occurrence, rank, block }: Ranked, others: readonly Ranked[]): boolean {
  if (!block.subtotals.includes(stream.key.slice(occurrence.start, occurrence.end))) return false;
  let next: Ranked | undefined;
  for (const each of others)
    if (
      each.occurrence.start >= occurrence.end &&
      each.occurrence.weight >= atCellStart &&
      each.occurrence.start < (next?.occurrence.start ?? Number.POSITIVE_INFINITY)
    )
      next = each;
  return next !== undefined && next.rank <= rank;
}

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
  const open = outermost(candidates).filter((each) => !isSubtotal(stream, each, candidates));
  return bestChain(open).flatMap(({ occurrence, rank: each }) => {
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
  const linked = new Set(chain.map((each) => each.occurrence.mark));
  const isLong = (mark: Mark) => (mark.texts[0]?.length ?? 0) >= distinctiveLabel;
  const open = blocks.flatMap((block) =>
    block.rows.filter((mark) => !linked.has(mark)).map((mark) => ({ mark, block })),
  );
  const placed = [...chain];
  const all = blocks.flatMap((block) => [...block.captions, ...block.rows, ...block.foreignRows]);
  const isInLonger = (each: Occurrence) =>
    all.some((mark) =>
      findMark(stream, mark, further(each.start, -headerReach), each.end).some((other) =>
        isWithin(each, other),
      ),
    );
  // A long label is itself wherever it stands; a short one only between the others, the long ones among them.
  for (const long of [true, false]) {
    const starts = placed.map((each) => each.occurrence.start);
    const ends = placed.map((each) => each.occurrence.end);
    const reach = long ? headerReach : 0;
    const [from, to] =
      placed.length === 0
        ? [beginning, further<KeyPosition>(beginning, reach)]
        : [further(earliest(...starts), -reach), further(latest(...ends), reach)];
    for (const { mark, block } of open.filter((each) => isLong(each.mark) === long)) {
      const [only, second] = findMark(stream, mark, from, to).filter(
        (each) =>
          each.fit > 0.9 &&
          each.weight >= 2.5 &&
          !inHeader(zones, each) &&
          !isInLonger(each) &&
          !placed.some(({ occurrence: other }) => other.start < each.end && each.start < other.end),
      );
      if (only !== undefined && second === undefined) placed.push({ occurrence: only, rank: -1, block });
    }
  }
  return placed.slice(chain.length);
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
  const placed = [...chain, ...strays(stream, chain, blocks, notRows)].sort(
    (a, b) => a.occurrence.start - b.occurrence.start,
  );
  const byBlock = new Map(blocks.map((marks): [BlockMarks, Occurrence[]] => [marks, []]));
  for (const { block, occurrence } of placed) byBlock.get(block)?.push(occurrence);
  const ownOf = (marks: BlockMarks): readonly Occurrence[] => byBlock.get(marks) ?? [];
  const subtotalsOf = new Map(
    blocks.map((marks) => [
      marks,
      subtotalRows(
        stream,
        marks,
        ownOf(marks).filter(({ mark }) => mark.role !== 'caption'),
      ),
    ]),
  );
  const boundaries = [
    ...placed.map((each) => each.occurrence.start),
    ...zones.map((each) => each.from),
    ...[...subtotalsOf.values()].flat().map((each) => each.start),
  ].sort((a, b) => a - b);
  return blocks.map((marks) => {
    const own = ownOf(marks);
    const captions = own.filter((each) => each.mark.role === 'caption');
    const rows = repairChain(
      stream,
      own.filter((each) => each.mark.role === 'row' || each.mark.role === 'rowGroup'),
      marks.rows,
    );
    const first = rows[0]?.start ?? beginning;
    const previous =
      placed.findLast((each) => each.occurrence.end <= first && each.occurrence !== rows[0])?.occurrence
        .end ?? beginning;
    const header = readHeader(stream, marks, latest(further(first, -headerReach), previous), first);
    const leaves = rows.filter((each) => each.mark.role === 'row');
    const unlabelled = unlabelledRows(stream, marks, rows, boundaries, header.columns.length);
    // Rows behind the last one found may be cut off, which tells nothing of the edition.
    const all = marks.rows.filter((each) => each.role === 'row');
    const seen = new Set([...leaves, ...unlabelled].map((each) => each.mark));
    const missing = all
      .slice(
        0,
        all.findLastIndex((each) => seen.has(each)),
      )
      .filter((each) => !seen.has(each)).length;
    const sure = leaves.some((each) => each.weight >= 1.2);
    const shown = header.fit >= leastFit || captions.some((each) => first - each.end < headerReach);
    // Below its whole header a table that is cut off has its first rows and no others.
    const begun = header.fit === 1 && leaves.length >= fewestBegun && missing === 0;
    const enough =
      begun || (leaves.length * 5 >= marks.rows.length && (marks.rows.length < 5 || leaves.length >= 4));
    const partial = header.fit > 0 && header.fit < leastFit && marks.rows.length < 5 && !stream.deduplicated;
    const there = shown || partial || marks.rows.length >= 5;
    const start = earliest(first, ...captions.map((each) => each.start), header.start);
    return {
      marks,
      header,
      rows,
      unlabelled,
      subtotals: subtotalsOf.get(marks) ?? [],
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
