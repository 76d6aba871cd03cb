import {
  InputError,
  type At,
  type Block,
  type Document,
  type FormEdition,
  type ReadNote,
} from '../../model/index.js';
import { scriptOf } from '../text/script.js';
import type { Vocabulary } from '../vocabulary.js';
import { spansOf, type Span } from './bounds.js';
import { copiesAmong } from './copies.js';
import { blocksBetween, linesOf, type ReportLine, type Place } from './lines.js';

/** Reads the lines from one number up to another by themselves. */
export type LineReader = (from: number, to: number) => Block[];

/**
 * The reports in a document, each as a document of its own whose places are those of the whole; a document of one report comes back as it is.
 * The same report printed twice is one. What stands before the first and after the last belongs to none as far as it can be told.
 * @param reader for a text, which is read again report by report
 * @throws InputError `unparted` when there are several and nothing shows where one of them begins
 */
export async function partReports(
  document: Document,
  forms: readonly FormEdition[],
  vocabulary: Vocabulary,
  reader: (() => Promise<LineReader>) | null = null,
): Promise<Document[]> {
  if (document.given !== undefined) return [document];
  const lines = linesOf(document, await scriptOf(document));
  const { spans, unmarked } = spansOf(lines, forms, vocabulary);
  if (spans.length < 2) return [document];
  const copies = copiesAmong(lines, spans);
  const reports = spans.filter((each) => !copies.has(each));
  const lost = unmarked.find(({ number }) => !copies.has(spans[number - 1] as Span));
  if (lost !== undefined && reports.length > 1)
    throw new InputError(
      'unparted',
      { count: String(reports.length), number: String(lost.number) },
      placeText(lines[lost.line]?.at),
    );
  const [only] = reports;
  if (reports.length === 1 && only !== undefined) return [withoutCopies(document, lines, spans, copies)];
  const read = await reader?.();
  return reports.map((span, i) => {
    const [from, to] = [placeOf(lines, span.from, document), placeOf(lines, span.to, document)];
    const blocks =
      read !== undefined && from.line === 0 && to.line === 0
        ? read(lines[span.from]?.at.line ?? 1, lines[span.to]?.at.line ?? Infinity)
        : blocksBetween(document.blocks, from, to);
    return partOf(document, lines, span, { number: i + 1, of: reports.length }, blocks, copies);
  });
}

/** Where to look in the file, as far as the format counts anything. */
function placeText(at: At | undefined): string | null {
  if (at === undefined) return null;
  const { line, page, sheet, paragraph } = at;
  if (sheet !== undefined) return sheet;
  if (page !== undefined) return `p. ${String(page)}`;
  if (line !== undefined) return String(line);
  return paragraph === undefined ? null : `¶ ${String(paragraph)}`;
}

const placeOf = (lines: readonly ReportLine[], index: number, document: Document): Place =>
  lines[index] ?? { block: document.blocks.length, line: 0 };

function partOf(
  document: Document,
  lines: readonly ReportLine[],
  span: Span,
  { number, of }: { number: number; of: number },
  blocks: Block[],
  copies: ReadonlyMap<Span, Span>,
): Document {
  const { title, mark, again } = span;
  const pages = new Set(blocks.map((block) => block.at.page).filter((each) => each !== undefined));
  const at = lines[span.from]?.at ?? {};
  return {
    format: document.format,
    encoding: document.encoding,
    // The title, date and address of the file are those of all its reports.
    title: null,
    blocks,
    pages: document.pages === null ? null : pages.size,
    notes: [...notesOf(document, lines, span, pages), ...copyNotes(lines, [span], copies)],
    part: {
      number,
      of,
      agency: title?.agency ?? null,
      year: title?.year ?? null,
      at,
      mark,
      quote: title?.source ?? lines[span.from]?.source.slice(0, 60) ?? '',
      again,
    },
  };
}

/** Notes about the file, and those about places in these lines. */
function notesOf(
  { notes }: Document,
  lines: readonly ReportLine[],
  { from, to }: Span,
  pages: ReadonlySet<number>,
): ReadNote[] {
  const own = lines.slice(from, to);
  return notes.filter(({ at }) => {
    if (at === null) return true;
    if (at.page !== undefined) return pages.has(at.page);
    if (at.line !== undefined) return inside(own, at.line, (each) => each.line);
    if (at.sheet !== undefined) return own.some((each) => each.at.sheet === at.sheet);
    return true;
  });
}

function inside(lines: readonly ReportLine[], value: number, of: (at: At) => number | undefined): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    (of(first.at) ?? 0) <= value &&
    value <= (of(last.at) ?? Infinity)
  );
}

function copyNotes(
  lines: readonly ReportLine[],
  kept: readonly Span[],
  copies: ReadonlyMap<Span, Span>,
): ReadNote[] {
  return [...copies].flatMap(([copy, of]) =>
    kept.includes(of) ? [{ code: 'repeated-report', at: lines[copy.from]?.at ?? null, values: {} }] : [],
  );
}

/** The document without the lines that print its only report again. */
function withoutCopies(
  document: Document,
  lines: readonly ReportLine[],
  spans: readonly Span[],
  copies: ReadonlyMap<Span, Span>,
): Document {
  const start: Place = { block: 0, line: 0 };
  const end: Place = { block: document.blocks.length, line: 0 };
  const kept = spans.filter((each) => !copies.has(each));
  const before =
    spans[0] === undefined
      ? []
      : blocksBetween(document.blocks, start, placeOf(lines, spans[0].from, document));
  const own = kept.flatMap(({ from, to }) =>
    blocksBetween(
      document.blocks,
      placeOf(lines, from, document),
      to >= lines.length ? end : placeOf(lines, to, document),
    ),
  );
  return {
    ...document,
    blocks: [...before, ...own],
    notes: [...document.notes, ...copyNotes(lines, kept, copies)],
  };
}
