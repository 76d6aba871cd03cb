import {
  leavesOf,
  type At,
  type Block,
  type Document,
  type FormEdition,
  type Paragraph,
} from '../../model/index.js';
import { purposeOf } from '../../form/parts.js';
import { anyOf } from '../any-of.js';
import { headingCandidates, mayOpenPart } from './headings.js';
import { kindOf } from '../identity/agency.js';
import { ofPages } from '../text/of-pages.js';
import { normalise, normalised } from '../text/normalise.js';
import type { Script } from '../text/script.js';
import type { Vocabulary } from '../vocabulary.js';

/** Longer lines are no headings. */
const longestHeading = 80;
/** A title ends within so many characters, in one of the first lines. */
const longestTitle = 60;
const mostTitleStarts = 4;
const mostTitleLines = 8;
/** What a text goes on with behind its title. */
const opensText = /^(?:根据|按照|按|依据|依照|遵照|为|现|本报告|本年度报告|《|20\d{2}年|一、)/;
/** A heading behind one of these is told of in a sentence. */
const inSentence = /[,、;:“"(《]/;

/** Lines that follow each other as one normalised text. */
interface Running {
  text: string;
  /** For each character the line that it comes from and where it stands in that line. */
  places: { line: number; offset: number }[];
  /** Where each line begins. */
  starts: number[];
}

function runningOf(lines: readonly Paragraph[], script: Script): Running {
  const running: Running = { text: '', places: [], starts: [] };
  lines.forEach((each, line) => {
    const { text, offsets } = normalise(each.text, script);
    running.starts.push(running.text.length);
    running.text += text;
    for (let i = 0; i < text.length; i += 1) running.places.push({ line, offset: offsets[i] ?? 0 });
  });
  return running;
}

const printedHeadings = (forms: readonly FormEdition[]): { purpose: string; pattern: RegExp }[] => {
  const headings = new Map<string, { ordinal: string; purpose: string; texts: string[] }>();
  for (const form of forms)
    for (const section of form.sections) {
      const { ordinal, heading, variants = [] } = section;
      const purpose = purposeOf(form, section);
      const { texts } = headings.get(ordinal + purpose) ?? { texts: [] };
      headings.set(ordinal + purpose, { ordinal, purpose, texts: [...texts, heading, ...variants] });
    }
  return [...headings.values()].map(({ ordinal, purpose, texts }) => {
    const any = [...new Set(texts)]
      .sort((a, b) => b.length - a.length)
      .map((each) => each.replaceAll(/[、,，]/g, '[、,]?'))
      .join('|');
    return { purpose, pattern: new RegExp(`${ordinal}[、.,]\\s?(?:${any})`, 'g') };
  });
};

interface Span {
  from: number;
  to: number;
}

/** The headings of parts that a text prints with their ordinals, also within a line or over two. */
function headingsIn(
  { text, starts }: Running,
  forms: readonly FormEdition[],
): (Span & { purpose: string })[] {
  const begins = new Set(starts);
  return printedHeadings(forms).flatMap(({ purpose, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: { length } }) =>
      begins.has(index) || !inSentence.test(text.charAt(index - 1))
        ? [{ purpose, from: index, to: index + length }]
        : [],
    ),
  );
}

/** So many rows whose label and figures are one word show that the blanks between cells are lost. */
const fewestGlued = 8;
/** A number with its unit, in prose. */
const unit = /^[件条项个次人万元年月日%份期场篇家起宗名岁]/;

/** Words that end in a run of digits, or go on behind one. */
const gluedWord = /\p{Script=Han}\d{3,}(?:$|[^\d年.])/u;
const looksGlued = (lines: readonly Paragraph[]): boolean =>
  lines.filter(({ text }) => gluedWord.test(text)).length >= fewestGlued / 2;

/** The labels of rows and the digits right behind them, where a text has lost the blanks between its cells. */
function gluedRows(running: Running, forms: readonly FormEdition[]): Span[] {
  const { text, places, starts } = running;
  const isWithin = (at: number) =>
    at > 0 &&
    places[at]?.line === places[at - 1]?.line &&
    (places[at]?.offset ?? 0) - (places[at - 1]?.offset ?? 0) === 1;
  const paired = new Set(forms.flatMap((form) => rowLabels(form, 2)));
  const labels = [...new Set(forms.flatMap((form) => rowLabels(form)))].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?:${anyOf(labels)})(?=\\d)`, 'g');
  let glued = 0;
  const spans = [...text.matchAll(pattern)].flatMap(({ index, 0: label }): Span[] => {
    const from = index + label.length;
    const digits = digitsAt(running, from);
    if (digits === '' || text.charAt(from + digits.length) === ',') return [];
    // The last digit may number the label that follows.
    const numbers = /^[.、]\p{Script=Han}/u.test(text.slice(from + digits.length)) ? 1 : 0;
    const to = from + digits.length - numbers;
    if (to === from || unit.test(text.slice(to))) return [];
    if (isWithin(from)) glued += 1;
    // With a number on the next line, perhaps that of a page, several digits are not one of two cells, and zeros not one figure.
    const next = /^\d{1,3}/.exec(text.slice(to))?.[0] ?? '';
    const isAbove = next !== '' && starts.includes(to) && starts.includes(to + next.length);
    const figures =
      isAbove && (paired.has(label) || /^00+$/.test(text.slice(from, to)))
        ? Array.from({ length: to - from }, (_, i) => ({ from: from + i, to: from + i + 1 }))
        : [{ from, to }];
    return [{ from: index, to: from }, ...figures];
  });
  return glued < fewestGlued ? [] : spans;
}

/** The digits from a place on, with those of negative numbers behind, over the ends of lines unless what follows may be the number of a page. */
function digitsAt({ text, places }: Running, from: number): string {
  const run =
    /^(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)*)/.exec(text.slice(from))?.[0] ?? '';
  const line = places[from]?.line;
  const first = Array.from(run).findIndex((_, i) => places[from + i]?.line !== line);
  if (first === -1) return run;
  const rest = run.slice(first);
  return rest.length === 1 && rest !== '0' ? run.slice(0, first) : run;
}

/** The labels of all rows, or of those with so many columns. */
const rowLabels = ({ tables }: FormEdition, width?: number): string[] =>
  tables.flatMap(({ blocks }) =>
    blocks.flatMap(({ rows = [], columns }) =>
      leavesOf(width === undefined || leavesOf(columns).length === width ? rows : []).flatMap(({ label }) =>
        [label.label, ...(label.variants ?? [])].map(plain),
      ),
    ),
  );

/** Without what a normalised text writes otherwise. */
const plain = (label: string): string => label.normalize('NFKC').replaceAll(/\s/g, '');

/** Shorter names may be the end of one that a line break cut. */
const shortestName = 4;

/** A title behind which the text goes on in the same line. Words of navigation in the lines before it are none of it. */
function titleIn({ text, starts }: Running, vocabulary: Vocabulary): Span | null {
  const { title } = vocabulary;
  let found: Span | null = null;
  for (const from of starts.slice(0, mostTitleStarts)) {
    const head = text.slice(from, from + longestTitle);
    const ends = title.kind.flatMap((each) => {
      const at = head.indexOf(each);
      return at === -1 ? [] : [at + each.length];
    });
    const end = Math.min(...ends);
    if (!Number.isFinite(end) || !title.subject.some((each) => head.slice(0, end).includes(each))) continue;
    if (/[。;,!?]/.test(head.slice(0, end))) continue;
    const to = from + end;
    const name = /^\p{Script=Han}+(?=20\d{2}年)/u.exec(head)?.[0] ?? '';
    const isNamed = name.length >= shortestName && kindOf(name, vocabulary) !== 'unknown';
    if (found === null || (isNamed && to === found.to)) found = { from, to };
  }
  return found !== null && !starts.includes(found.to) && opensText.test(text.slice(found.to)) ? found : null;
}

/** The lines cut before and behind the spans, each of which becomes a line of its own. */
function cutAt(
  lines: readonly Paragraph[],
  { text, places, starts }: Running,
  spans: readonly Span[],
): Paragraph[] {
  const inside = (at: number) => spans.some(({ from, to }) => from < at && at < to);
  const cuts = [...new Set([...starts, ...spans.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at < text.length && !inside(at))
    .sort((a, b) => a - b);
  return cuts.flatMap((from, i): Paragraph[] => {
    const to = cuts[i + 1] ?? text.length;
    const first = places[from];
    const last = places[to - 1];
    const line = first === undefined ? undefined : lines[first.line];
    if (first === undefined || last === undefined || line === undefined) return [];
    const behind = places[to];
    const endOf = (index: number) =>
      behind !== undefined && behind.line === index ? behind.offset : (lines[index]?.text.length ?? 0);
    if (first.line === last.line && starts[first.line] === from && endOf(last.line) === line.text.length)
      return [line];
    let source = '';
    for (let index = first.line; index <= last.line; index += 1)
      source += lines[index]?.text.slice(index === first.line ? first.offset : 0, endOf(index)) ?? '';
    const at: At =
      line.at.line === undefined ? line.at : { ...line.at, column: (line.at.column ?? 1) + first.offset };
    return [{ kind: 'paragraph', text: source, at, wrapped: true }];
  });
}

/**
 * The document with its title, the headings of its parts, and the labels and figures of rows on lines of their own, where somebody who copied the
 * text out of pages has lost the ends of lines and the blanks between cells, or has them in other places.
 */
export function partJoinedLines(
  document: Document,
  forms: readonly FormEdition[],
  vocabulary: Vocabulary,
  script: Script,
): Document {
  if (document.format !== 'text') return document;
  const shown = new Set<string>();
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || block.text.length > longestHeading || !mayOpenPart.test(block.text))
      continue;
    const text = normalised(block.text, script);
    for (const { section, purpose, ordinal } of headingCandidates(text, 0, false, forms))
      if (ordinal === section.ordinal) shown.add(purpose);
  }
  const parts = new Set(forms.flatMap((form) => form.sections.map((each) => purposeOf(form, each))));
  const blocks: Block[] = [];
  let isChanged = false;
  let isMended = false;
  for (let i = 0; i < document.blocks.length;) {
    const lines: Paragraph[] = [];
    for (let block = document.blocks[i]; block?.kind === 'paragraph'; block = document.blocks[i]) {
      lines.push(block);
      i += 1;
    }
    const other = document.blocks[i];
    if (lines.length > 0) {
      const isFirst = blocks.length === 0;
      // Only a text that shows damage is looked through as a whole; a report in one line is read by its order.
      const isDamaged = (shown.size < parts.size && lines.length > 1) || looksGlued(lines);
      const running = runningOf(isDamaged ? lines : isFirst ? lines.slice(0, mostTitleLines) : [], script);
      const title = isFirst ? titleIn(running, vocabulary) : null;
      const damage = () => [
        ...headingsIn(running, forms).filter((each) => !shown.has(each.purpose)),
        ...gluedRows(running, forms),
      ];
      const spans = [...(title === null ? [] : [title]), ...(isDamaged ? damage() : [])];
      if (spans.length > 0) isChanged = true;
      if (isDamaged && spans.length > 0) isMended = true;
      const seen = lines.slice(0, running.starts.length);
      blocks.push(
        ...(spans.length > 0 ? [...cutAt(seen, running, spans), ...lines.slice(seen.length)] : lines),
      );
    }
    if (other !== undefined) blocks.push(other);
    i += 1;
  }
  if (!isChanged) return document;
  return isMended ? ofPages({ ...document, blocks }) : { ...document, blocks };
}
