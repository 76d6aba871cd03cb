import { squeeze } from '../tables/stream/stream.js';
import type { Span } from './bounds.js';
import type { ReportLine } from './lines.js';

/** Share of the sentences of the shorter one that stand in both printings of a report. */
const alike = 0.9;
/** A shorter line may stand in any report. */
const leastText = 12;

interface Content {
  /** Who reports for which year, as far as a title tells. */
  agency: string | null;
  year: number | null;
  sentences: string[];
  figures: string;
}

function contentOf(lines: readonly ReportLine[], { from, to, title }: Span): Content {
  const own = lines.slice(from, to);
  const figures = own.flatMap(({ texts }) =>
    texts.length > 1 ? texts.filter((each) => /^\d+$/.test(each)).map((each) => `${each},`) : [],
  );
  return {
    agency: title?.agency ?? null,
    year: title?.year ?? null,
    sentences: own.flatMap(({ text }) => {
      const key = squeeze(text);
      return key.length >= leastText ? [key] : [];
    }),
    figures: figures.join(''),
  };
}

const agree = <T>(one: T | null, other: T | null) => one === null || other === null || one === other;

/** The same report printed again, whole or without its figures. */
function isCopy(one: Content, other: Content): boolean {
  if (!agree(one.agency, other.agency) || !agree(one.year, other.year)) return false;
  // Behind the last figure of a report may stand those of the page around the next.
  if (!one.figures.startsWith(other.figures) && !other.figures.startsWith(one.figures)) return false;
  const [shorter, longer] = [one, other].sort((a, b) => a.sentences.length - b.sentences.length);
  if (shorter === undefined || longer === undefined || shorter.sentences.length === 0) return false;
  const known = new Set(longer.sentences);
  const common = shorter.sentences.filter((each) => known.has(each)).length;
  return common >= shorter.sentences.length * alike;
}

/** Which spans print a report again that stands whole elsewhere in the file, each with the one that is kept. */
export function copiesAmong(lines: readonly ReportLine[], spans: readonly Span[]): Map<Span, Span> {
  const copies = new Map<Span, Span>();
  const kept: { span: Span; content: Content }[] = [];
  for (const span of spans) {
    const content = contentOf(lines, span);
    const at = kept.findIndex((each) => isCopy(each.content, content));
    const known = kept[at];
    if (known === undefined) {
      kept.push({ span, content });
      continue;
    }
    const better =
      new Set(span.signs.map(({ key }) => key)).size > new Set(known.span.signs.map(({ key }) => key)).size;
    if (better) {
      copies.set(known.span, span);
      for (const [copy, of] of copies) if (of === known.span) copies.set(copy, span);
      kept[at] = { span, content };
    } else copies.set(span, known.span);
  }
  return copies;
}
