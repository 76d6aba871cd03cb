import type { Aside, Document, FormEdition, Passage, Section } from '../model/index.js';
import { chooseHeadings, headingCandidates, type HeadingCandidate } from './headings.js';
import { squeeze } from './tables/stream.js';
import type { Script } from './text/normalise.js';
import { joinPassages, passageOf, slicePassage } from './passages.js';
import type { Vocabulary } from './vocabulary.js';

/** Cells of tables that are not the form's hold prose when they are as long as this. */
const shortestProse = 20;
/** A title is no longer than this, in characters, and no more than so many lines. */
const longestTitle = 60;
const mostTitleLines = 4;

type Line = { passage: Passage } | { aside: Aside };

/** Prose of the document line by line, without the cells of the form's tables. */
function linesOf(document: Document, used: ReadonlySet<number>, script: Script): Line[] {
  const lines: Line[] = [];
  let index = 0;
  for (const block of document.blocks) {
    if (block.kind === 'aside') lines.push({ aside: block });
    else if (block.kind === 'paragraph') {
      if (!used.has(index)) lines.push({ passage: passageOf(block.text, block.at, script, block.heading) });
      index += 1;
    } else {
      for (const cell of block.rows.flat()) {
        if (!used.has(index) && cell.text.length >= shortestProse) {
          const texts = cell.text.split('\n');
          texts.forEach((text, i) => {
            if (text.trim() !== '') lines.push({ passage: passageOf(text, cell.at.line === undefined ? cell.at : { ...cell.at, line: cell.at.line + i }, script) });
          });
        } else if (!used.has(index) && cell.text.trim() !== '') {
          const passage = passageOf(cell.text, cell.at, script);
          if (squeeze(passage.text).length >= 4) lines.push({ passage });
        }
        index += 1;
      }
    }
  }
  return lines;
}

/** A paragraph that holds the whole report is cut at the headings inside it. */
function cutAtHeadings(passage: Passage, forms: readonly FormEdition[]): Passage[] {
  const starts = new Set<number>([0]);
  for (const form of forms) {
    for (const { ordinal, heading, variants } of form.sections) {
      for (const text of [heading, ...(variants ?? [])]) {
        const printed = new RegExp(`${ordinal}[、.,:]{0,2}${text.replaceAll(/[、,，]/g, '[、,]?')}`, 'g');
        for (const match of passage.text.matchAll(printed)) {
          starts.add(match.index);
          starts.add(match.index + match[0].length);
        }
      }
    }
  }
  const cuts = [...starts].sort((a, b) => a - b);
  return cuts.map((from, i) => slicePassage(passage, from, cuts[i + 1] ?? passage.text.length)).filter((each) => each.text !== '');
}

/** Paragraphs longer than this are looked into for headings when the lines have none. */
const collapsed = 400;

/** The title: one to four lines before the text that together name subject and kind of the report. */
function readTitle(lines: readonly Line[], before: number, vocabulary: Vocabulary): { title: Passage; from: number; to: number } | null {
  const { subject, kind } = vocabulary.title;
  const isTitle = (text: string) => text.length <= longestTitle && subject.some((each) => text.includes(each)) && kind.some((each) => text.includes(each)) && !/[。;!?]/.test(text);
  const short = (line: Line | undefined): Passage | null =>
    line !== undefined && 'passage' in line && line.passage.text.length <= longestTitle && !/[。;!?]/.test(line.passage.text) ? line.passage : null;
  let best: { title: Passage; from: number; to: number } | null = null;
  for (let from = 0; from < before; from += 1) {
    let joined: Passage | null = null;
    for (let to = from; to < Math.min(before, from + mostTitleLines); to += 1) {
      const next = short(lines[to]);
      if (next === null) break;
      joined = joined === null ? next : joinPassages(joined, next);
      if (!isTitle(joined.text)) continue;
      const named = /20\d{2}年|二[〇○零]/.test(joined.text);
      if (best === null || named) best = { title: joined, from, to };
      break;
    }
    if (best !== null && best.to < from - 3) break;
  }
  return best;
}

function chromeStart(passages: readonly Passage[], vocabulary: Vocabulary): number {
  const isChrome = (text: string) => text.length <= 200 && vocabulary.chrome.some((each) => text.startsWith(each) || (each.length >= 4 && text.includes(each) && text.length <= 60));
  const first = passages.findIndex((each, i) => i > 0 && isChrome(each.text.replace(/^[\s|【[(<《]+/, '')));
  return first === -1 ? passages.length : first;
}

export interface Sections {
  title: Passage | null;
  sections: Section[];
}

/** Title, preface and parts of the report, in the order of the document. */
export function readSections(document: Document, used: ReadonlySet<number>, forms: readonly FormEdition[], script: Script, vocabulary: Vocabulary): Sections {
  let lines = linesOf(document, used, script);
  let headings = headingsOf(lines, forms);
  if (headings.length < 3) {
    const cut = lines.flatMap((line): Line[] => ('passage' in line && line.passage.text.length > collapsed ? cutAtHeadings(line.passage, forms).map((passage) => ({ passage })) : [line]));
    const found = headingsOf(cut, forms);
    if (found.length > headings.length) {
      lines = cut;
      headings = found;
    }
  }
  const firstHeading = headings[0]?.line ?? lines.length;
  const titled = readTitle(lines, Math.max(firstHeading, Math.min(lines.length, 1)), vocabulary);
  const prefaceFrom = titled === null ? prefaceStart(lines, firstHeading) : titled.to + 1;
  const sections: Section[] = [section('preface', null, null, null, lines.slice(prefaceFrom, firstHeading), null)];
  headings.forEach((heading, i) => {
    const line = lines[heading.line];
    const own = line !== undefined && 'passage' in line ? line.passage : null;
    const body = lines.slice(heading.line + 1, headings[i + 1]?.line ?? lines.length);
    const rest = own === null ? null : slicePassage(own, heading.end);
    const head = own === null ? null : slicePassage(own, 0, heading.end);
    const printed = heading.ordinal === heading.section.ordinal ? null : heading.ordinal;
    sections.push(section(heading.section.ordinal, head, printed, rest, body, i === headings.length - 1 ? vocabulary : null));
  });
  return { title: titled?.title ?? null, sections };
}

function headingsOf(lines: readonly Line[], forms: readonly FormEdition[]): HeadingCandidate[] {
  return chooseHeadings(
    lines.flatMap((line, i) => ('passage' in line ? headingCandidates(line.passage.text, i, line.passage.heading !== undefined, forms) : [])),
  );
}

/** Without a title the preface is the prose right before the first heading. */
function prefaceStart(lines: readonly Line[], before: number): number {
  let from = before;
  while (from > 0) {
    const line = lines[from - 1];
    if (line === undefined || !('passage' in line) || (line.passage.text.length < shortestProse && !/^[#\s]*20\d{2}/.test(line.passage.text))) break;
    from -= 1;
  }
  return from;
}

function section(id: string, heading: Passage | null, printedOrdinal: string | null, rest: Passage | null, body: readonly Line[], last: Vocabulary | null): Section {
  const texts = body.flatMap((line) => ('passage' in line ? [line.passage] : []));
  const following = rest === null || squeeze(rest.text) === '' ? texts : [{ ...rest, text: rest.text, at: rest.at }, ...texts];
  const passages = last === null ? following : following.slice(0, chromeStart(following, last));
  return {
    id,
    heading: heading === null ? null : heading.source.replaceAll(/^[#*\s]+|[*\s]+$/g, ''),
    printedOrdinal,
    at: heading?.at ?? null,
    passages,
    asides: body.flatMap((line) => ('aside' in line ? [line.aside] : [])),
  };
}
