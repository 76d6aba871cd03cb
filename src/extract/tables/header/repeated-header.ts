import type { FormEdition } from '../../../model/index.js';
import { marksOf, type BlockMarks } from '../marks.js';
import { findMark } from '../rows/occurrences.js';
import type { Stream } from '../stream.js';
import { latest, type KeyPosition } from '../positions.js';

interface Zone {
  from: KeyPosition;
  to: KeyPosition;
}

/** Characters between labels of one header, and labels that make one. */
const headerGap = 12;
const fewestLabels = 4;

const zonesKnown = new WeakMap<Stream, Map<BlockMarks, readonly Zone[]>>();

/**
 * Stretches of the key that hold a header of the block: several of its column labels close together. A table that goes on over a page
 * repeats its header between the rows.
 */
export function headerZones(stream: Stream, marks: BlockMarks): readonly Zone[] {
  const ofStream = zonesKnown.get(stream) ?? new Map<BlockMarks, readonly Zone[]>();
  zonesKnown.set(stream, ofStream);
  const zones = ofStream.get(marks) ?? zonesOf(stream, marks);
  ofStream.set(marks, zones);
  return zones;
}

const numberedRows = new WeakMap<FormEdition, Map<string, string[]>>();

/** The texts of the rows of an edition that have ordinals, by ordinal. */
function numberedOf(edition: FormEdition): Map<string, string[]> {
  let known = numberedRows.get(edition);
  if (known === undefined) {
    known = new Map();
    for (const { ordinal, texts } of marksOf(edition).flatMap(({ rows }) => rows))
      if (ordinal !== '') known.set(ordinal, [...(known.get(ordinal) ?? []), ...texts]);
    numberedRows.set(edition, known);
  }
  return known;
}

function zonesOf(stream: Stream, marks: BlockMarks): Zone[] {
  if (marks.columns.length < fewestLabels) return [];
  const labels = [...marks.columnGroups, ...marks.columns];
  const numbered = numberedOf(marks.edition);
  const isRowLabel = (start: number) =>
    [...numbered].some(
      ([ordinal, texts]) =>
        stream.key.startsWith(ordinal, start - ordinal.length) &&
        texts.some((text) => stream.key.startsWith(text, start)),
    );
  const found = labels
    .flatMap((mark) =>
      findMark(stream, mark)
        .filter((each) => !isRowLabel(each.start))
        .map((each) => ({ start: each.start, end: each.end, mark: mark.official })),
    )
    .sort((a, b) => a.start - b.start);
  const zones: (Zone & { labels: Set<string> })[] = [];
  for (const each of found) {
    const last = zones.at(-1);
    if (last !== undefined && each.start - last.to <= headerGap) {
      last.to = latest(last.to, each.end);
      last.labels.add(each.mark);
    } else zones.push({ from: each.start, to: each.end, labels: new Set([each.mark]) });
  }
  return zones.filter((each) => each.labels.size >= fewestLabels);
}
