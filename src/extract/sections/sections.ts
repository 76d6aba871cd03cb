import type { Document, FormEdition, FormSection, Passage, Section } from '../../model/index.js';
import { leadingTitle, longestTitle, readTitle } from '../identity/title.js';
import { chooseHeadings, headingCandidates, opensPart, type HeadingCandidate } from './headings.js';
import { linesOf, shortestProse, type Line, type WordRange } from './lines.js';
import { squeeze, type Stream } from '../tables/stream/stream.js';
import type { Script } from '../text/script.js';
import { joinPassages, slicePassage } from '../passages.js';
import type { Vocabulary } from '../vocabulary.js';

/** A document of so few lines holds several parts in one. */
const fewLines = 12;
/** A letter that comes with a report is no longer than this, in lines. */
const mostFrontLines = 12;

const compiled = new WeakMap<readonly FormEdition[], readonly RegExp[]>();

/** Every heading of the forms as it may be printed within a line, with its ordinal. */
function printedHeadings(forms: readonly FormEdition[]): readonly RegExp[] {
  const known = compiled.get(forms);
  if (known !== undefined) return known;
  const sources = forms.flatMap(({ sections }) =>
    sections.flatMap(({ ordinal, heading, variants }) =>
      [heading, ...(variants ?? [])].map(
        (text) => `${ordinal}[、.,:]{0,2}${text.replaceAll(/[、,，]/g, '[、,]?')}`,
      ),
    ),
  );
  const patterns = [...new Set(sources)].map((source) => new RegExp(source, 'g'));
  compiled.set(forms, patterns);
  return patterns;
}

/** A paragraph that holds the whole report is cut at the headings inside it. */
function cutAtHeadings(passage: Passage, forms: readonly FormEdition[]): Passage[] {
  const starts = new Set<number>([0]);
  for (const printed of printedHeadings(forms)) {
    for (const match of passage.text.matchAll(printed)) {
      starts.add(match.index);
      starts.add(match.index + match[0].length);
    }
  }
  const cuts = [...starts].sort((a, b) => a - b);
  return cuts
    .map((from, i) => slicePassage(passage, from, cuts[i + 1] ?? passage.text.length))
    .filter((each) => each.text !== '');
}

function chromeStart(passages: readonly Passage[], vocabulary: Vocabulary): number {
  const isChrome = (text: string) =>
    text.length <= 200 &&
    vocabulary.chrome.some(
      (each) => text.startsWith(each) || (each.length >= 4 && text.includes(each) && text.length <= 60),
    );
  const first = passages.findIndex((each, i) => i > 0 && isChrome(each.text.replace(/^[\s|【[(<《]+/, '')));
  return first === -1 ? passages.length : first;
}

export interface Sections {
  title: Passage | null;
  /** The last lines before the title. */
  front: Passage[];
  sections: Section[];
}

/** Title, preface and parts of the report, in the order of the document. */
export function readSections(
  document: Document,
  stream: Stream,
  used: readonly WordRange[],
  forms: readonly FormEdition[],
  script: Script,
  vocabulary: Vocabulary,
): Sections {
  let lines = withWholeHeadings(linesOf(document, stream, used, script), forms);
  let headings = headingsOf(lines, forms);
  const few = lines.length <= fewLines;
  const cut = lines.flatMap((line): Line[] =>
    'passage' in line && (few || line.collapsed)
      ? cutAtHeadings(line.passage, forms).map((passage) => ({ passage, collapsed: true }))
      : [line],
  );
  const found = cut.length > lines.length ? headingsOf(cut, forms) : [];
  if (found.length > headings.length) {
    lines = cut;
    headings = found;
  }
  const firstHeading = headings[0]?.line ?? lines.length;
  const [first] = lines;
  const leading =
    first !== undefined && 'passage' in first && (few || first.collapsed)
      ? leadingTitle(first.passage, vocabulary)
      : null;
  if (leading !== null) lines = [{ passage: leading.rest, collapsed: true }, ...lines.slice(1)];
  const titled =
    leading !== null
      ? { title: leading.title, from: -1, to: -1 }
      : readTitle(
          lines
            .slice(0, Math.max(firstHeading, Math.min(lines.length, 1)))
            .map((line) => ('passage' in line ? line.passage : null)),
          vocabulary,
        );
  const prefaceFrom = titled === null ? prefaceStart(lines, firstHeading, vocabulary) : titled.to + 1;
  const sections: Section[] = [
    section({ ordinal: 'preface' }, null, null, null, lines.slice(prefaceFrom, firstHeading), null),
  ];
  headings.forEach((heading, i) => {
    const line = lines[heading.line];
    const own = line !== undefined && 'passage' in line ? line.passage : null;
    const body = lines.slice(heading.line + 1, headings[i + 1]?.line ?? lines.length);
    const rest = own === null ? null : slicePassage(own, heading.end);
    const head = own === null ? null : slicePassage(own, 0, heading.end);
    const printed = heading.ordinal === heading.section.ordinal ? null : heading.ordinal;
    sections.push(
      section(heading.section, head, printed, rest, body, i === headings.length - 1 ? vocabulary : null),
    );
  });
  const before =
    titled === null ? [] : lines.slice(Math.max(0, titled.from - mostFrontLines), Math.max(0, titled.from));
  return {
    title: titled?.title ?? null,
    front: before.flatMap((line) => ('passage' in line ? [line.passage] : [])),
    sections,
  };
}

/** Headings that were broken at the end of a line put together again. */
function withWholeHeadings(lines: readonly Line[], forms: readonly FormEdition[]): Line[] {
  const whole: Line[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined) break;
    const isOpen =
      'passage' in line && opensPart.test(line.passage.text) && !/[。;]$/.test(line.passage.text);
    const joined =
      isOpen && next !== undefined && 'passage' in next ? joinPassages(line.passage, next.passage) : null;
    const goesOn =
      joined !== null &&
      joined.text.length <= longestTitle &&
      isOpen &&
      headingCandidates(line.passage.text, i, false, forms).length === 0 &&
      headingCandidates(joined.text, i, false, forms).some(({ end }) => end >= joined.text.length);
    whole.push(goesOn ? { passage: joined, collapsed: false } : line);
    if (goesOn) i += 1;
  }
  return whole;
}

function headingsOf(lines: readonly Line[], forms: readonly FormEdition[]): HeadingCandidate[] {
  return chooseHeadings(
    lines.flatMap((line, i) =>
      'passage' in line
        ? headingCandidates(line.passage.text, i, line.passage.heading !== undefined, forms)
        : [],
    ),
  );
}

/** How to reach the agency: 邮编：100000. */
const isContact = (text: string, words: readonly string[]): boolean =>
  /:/.test(text) &&
  words.some(
    (each) => text.startsWith(each) || text.startsWith(`联系${each}`) || text.startsWith(`电子${each}`),
  );

/** Without a title the preface is the prose right before the first heading; without any heading all from the first line of prose on. */
function prefaceStart(lines: readonly Line[], before: number, { closing }: Vocabulary): number {
  if (before === lines.length)
    return Math.max(
      0,
      lines.findIndex((line) => 'passage' in line && line.passage.text.length >= shortestProse),
    );
  let from = before;
  while (from > 0) {
    const line = lines[from - 1];
    if (
      line === undefined ||
      !('passage' in line) ||
      (line.passage.text.length < shortestProse &&
        !/^[#\s]*20\d{2}/.test(line.passage.text) &&
        !opensPart.test(line.passage.text) &&
        !isContact(line.passage.text, closing))
    )
      break;
    from -= 1;
  }
  return from;
}

function section(
  { ordinal: id, role }: Pick<FormSection, 'ordinal' | 'role'>,
  heading: Passage | null,
  printedOrdinal: string | null,
  rest: Passage | null,
  body: readonly Line[],
  last: Vocabulary | null,
): Section {
  const texts = body.flatMap((line) => ('passage' in line ? [line.passage] : []));
  const following =
    rest === null || squeeze(rest.text) === ''
      ? texts
      : [{ ...rest, text: rest.text, at: rest.at }, ...texts];
  const passages = last === null ? following : following.slice(0, chromeStart(following, last));
  return {
    id,
    ...(role === undefined ? {} : { role }),
    heading: heading === null ? null : heading.source.replaceAll(/^[#*\s]+|[*\s]+$/g, ''),
    printedOrdinal,
    at: heading?.at ?? null,
    passages,
    asides: body.flatMap((line) => ('aside' in line ? [line.aside] : [])),
  };
}
