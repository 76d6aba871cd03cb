import { readHeader } from './header.js';
import { readInParts } from './header-in-parts.js';
import { headerScore, type LocatedBlock } from '../located-block.js';
import type { BlockMarks, Mark } from '../marks.js';
import { findMark, type Occurrence } from '../rows/occurrences.js';
import { keyStart, wordAt } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import type { Interval } from '../../interval.js';
import { beginning, further, latest, type KeyPosition } from '../positions.js';

/** Key characters between labels of one header. */
const headerGap = 12;
/** Places before the header at which one that is written in parts may begin. */
const mostParts = 8;
/** Values between the labels of a header that do not stand there by chance. */
const fewestScattered = 3;

/** Where the key holds the heading of the part that the table belongs to. */
function headingRanges(stream: Stream, { headings }: BlockMarks): Interval[] {
  const ranges: Interval[] = [];
  for (const text of headings)
    for (let at = stream.key.indexOf(text); at !== -1; at = stream.key.indexOf(text, at + text.length))
      ranges.push({ from: at, to: at + text.length });
  return ranges;
}

const valuesBetween = (stream: Stream, from: KeyPosition, to: KeyPosition) =>
  to <= from
    ? 0
    : stream.words.slice(wordAt(stream, from), wordAt(stream, further(to, -1))).filter((each) => each.value)
        .length;

/** A block without row labels is where its column labels stand closest together. */
export function locateHeader(stream: Stream, marks: BlockMarks): LocatedBlock {
  const texts = new Map<string, Mark>();
  for (const mark of [...marks.columnGroups, ...marks.columns]) texts.set(mark.texts[0] ?? '', mark);
  const occurrences = [...texts.values()]
    .flatMap((mark) => findMark(stream, mark).filter((each) => each.fit >= 0.6))
    .sort((a, b) => a.start - b.start);
  let best: Occurrence[] = [];
  let cluster: Occurrence[] = [];
  const starts: KeyPosition[] = [];
  let labelEnd = -1;
  const weigh = (each: readonly Occurrence[]) => each.length + 2 * new Set(each.map((one) => one.mark)).size;
  const headings = headingRanges(stream, marks);
  for (const each of occurrences) {
    // The heading of the section and sentences name the same things, but not as words of their own.
    if (each.start !== keyStart(stream, each.word) && each.start !== labelEnd) continue;
    if (headings.some(({ from, to }) => from <= each.start && each.end <= to)) continue;
    labelEnd = each.end;
    const last = cluster.at(-1);
    if (last !== undefined && each.start - last.end > headerGap) cluster = [];
    if (cluster.length === 0) starts.push(each.start);
    cluster.push(each);
    if (weigh(cluster) > weigh(best)) best = cluster;
  }
  const from = best[0]?.start ?? beginning;
  const to = latest(beginning, ...best.map((each) => each.end));
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
      subtotals: [],
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
    subtotals: [],
    captions: [],
    boundaries: [],
    start: from,
    score: headerScore(header),
    found: distinct * 5 >= texts.size * 3,
    partial: false,
    ties: [],
  };
}
