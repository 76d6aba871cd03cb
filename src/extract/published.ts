import type { At, Block, Document, Report } from '../model/index.js';
import { isoDate } from './date.js';
import type { Vocabulary } from './vocabulary.js';

type Published = NonNullable<Report['published']>;

/** Characters between the words that announce the date and the date itself. */
const BETWEEN = /^[\s:：\]】)）]{0,6}/;

/**
 * When the report was published, where the page says so: by its metadata, or in words before a date. Where both do, the earlier counts,
 * because moving a page to another system gives it a new date. Several dates in words may be those of other pages: then none is known.
 */
export function readPublished(document: Document, vocabulary: Vocabulary): Published | undefined {
  const given = document.given?.published;
  if (given !== undefined) return { date: given, quote: given, at: { path: '/published' } };
  const { labels, metadata } = vocabulary.published;
  const hidden = (document.metadata ?? []).flatMap(({ name, content }): Published[] => {
    const date = metadata.includes(name.toLowerCase()) ? isoDate(content) : null;
    return date === null ? [] : [{ date, quote: `${name}=${content}`, at: null }];
  });
  const seen = document.blocks.flatMap((block) => datesIn(block, labels));
  const distinct = new Set(seen.map((each) => each.date));
  const known = [...hidden, ...(distinct.size === 1 ? seen.slice(0, 1) : [])];
  return known.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];
}

function datesIn(block: Block, labels: readonly string[]): Published[] {
  if (block.kind === 'paragraph') return datesAfter(block.text, block.at, labels);
  if (block.kind === 'aside') return [];
  return block.rows.flatMap((row) =>
    row.flatMap(({ text, at }, index) => {
      if (!labels.some((each) => text.length >= each.length)) return [];
      const bare = text.replace(/[\s:：]/g, '');
      const label = labels.find((each) => bare === each);
      return label === undefined
        ? datesAfter(text, at, labels)
        : datesAfter(`${label} ${row[index + 1]?.text ?? ''}`, at, labels);
    }),
  );
}

function datesAfter(text: string, at: At, labels: readonly string[]): Published[] {
  return labels.flatMap((label) => {
    const start = text.indexOf(label);
    if (start < 0) return [];
    const rest = text.slice(start + label.length);
    const after = rest.slice(BETWEEN.exec(rest)?.[0].length ?? 0);
    const date = isoDate(after);
    return date === null ? [] : [{ date, quote: text.slice(start, start + 40).trim(), at }];
  });
}
