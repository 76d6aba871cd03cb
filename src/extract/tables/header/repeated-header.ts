import type { FormEdition } from '../../../model/index.js';
import { marksOf, type BlockMarks, type Mark } from '../marks.js';
import { findMark } from '../rows/occurrences.js';
import type { Stream } from '../stream/stream.js';
import { latest, type KeyPosition } from '../positions.js';

interface Zone {
  from: KeyPosition;
  to: KeyPosition;
}

/** Characters between labels of one header, and labels that make one. */
const headerGap = 12;
const fewestLabels = 4;

const known = new WeakMap<Stream, Map<BlockMarks, readonly Zone[]>>();

/**
 * Stretches of the key that hold a header of the block: several of its column labels close together. A table that goes on over a page
 * repeats its header between the rows.
 */
export function headerZones(stream: Stream, marks: BlockMarks): readonly Zone[] {
  const ofStream = known.get(stream) ?? new Map<BlockMarks, readonly Zone[]>();
  known.set(stream, ofStream);
  const zones = ofStream.get(marks) ?? zonesOf(stream, marks);
  ofStream.set(marks, zones);
  return zones;
}

const numberedRows = new WeakMap<FormEdition, Map<string, Mark[]>>();

/** The rows of an edition that have ordinals, by the last character of it. */
function numberedOf(edition: FormEdition): Map<string, Mark[]> {
  let numbered = numberedRows.get(edition);
  if (numbered === undefined) {
    numbered = new Map();
    for (const row of marksOf(edition).flatMap(({ rows }) => rows)) {
      const last = row.ordinal.slice(-1);
      if (last !== '') numbered.set(last, [...(numbered.get(last) ?? []), row]);
    }
    numberedRows.set(edition, numbered);
  }
  return numbered;
}

function zonesOf(stream: Stream, marks: BlockMarks): Zone[] {
  if (marks.columns.length < fewestLabels) return [];
  const labels = [...marks.columnGroups, ...marks.columns];
  const numbered = numberedOf(marks.edition);
  const isRowLabel = (start: number) =>
    numbered
      .get(stream.key.charAt(start - 1))
      ?.some(
        ({ ordinal, texts }) =>
          stream.key.endsWith(ordinal, start) && texts.some((text) => stream.key.startsWith(text, start)),
      ) === true;
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
