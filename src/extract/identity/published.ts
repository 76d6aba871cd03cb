import type { At, Block, Document, Report } from '../../model/index.js';
import { dateInAddress } from './address-date.js';
import { isoDate } from './date.js';
import type { Vocabulary } from '../vocabulary.js';

type Published = NonNullable<Report['published']>;

/** Characters between the words that announce the date and the date itself. */
const BETWEEN = /^[\s:：\]】)）]{0,6}/;

/**
 * When the report was published, where the page says so: by its metadata, or in words before a date. Where both do, the earlier counts,
 * because moving a page to another system gives it a new date. Several dates in words may be those of other pages: then none is known.
 * A page that says nothing may have been filed by day: then the day in its address counts, if it can be the one of a report for the year.
 */
export function readPublished(
  document: Document,
  vocabulary: Vocabulary,
  year: number | null,
): Published | undefined {
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
  const [first] = known.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (first !== undefined || seen.length > 0 || year === null) return first;
  return filed(document, year);
}

/** The day of the addresses. One that lies long after another day on the page may be that on which the page was moved: then none is known. */
function filed({ addresses = [], blocks }: Document, year: number): Published | undefined {
  const found = addresses.flatMap((address): Published[] => {
    const date = dateInAddress(address, year);
    return date === null ? [] : [{ date, quote: address, at: null }];
  });
  const [first] = found;
  if (first === undefined || found.some((each) => each.date !== first.date)) return undefined;
  const moved = blocks.flatMap(shortTexts).some((text) => {
    const date = isoDate(text.slice(Math.max(0, text.search(/20\d\d/))));
    return date !== null && date > `${year}-12-31` && Date.parse(first.date) - Date.parse(date) > MONTH;
  });
  return moved ? undefined : first;
}

const MONTH = 31 * 24 * 60 * 60 * 1000;

/** Lines in which a page has its own dates, not its sentences. */
const SHORT = 60;

function shortTexts(block: Block): string[] {
  if (block.kind === 'aside') return [];
  const texts = block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text);
  return texts.filter((text) => text.length <= SHORT);
}

function datesIn(block: Block, labels: readonly string[]): Published[] {
  if (block.kind === 'paragraph') return datesAfter(block.text, block.at, labels);
  if (block.kind === 'aside') return [];
  const shortest = Math.min(...labels.map((each) => each.length));
  return block.rows.flatMap((row) =>
    row.flatMap(({ text, at }, index) => {
      if (text.length < shortest) return [];
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
