import {
  leavesOf,
  type At,
  type Document,
  type FormEdition,
  type Passage,
  type Section,
} from '../../model/index.js';
import { kindOf } from '../identity/agency.js';
import { squeeze, yearInLabel } from '../tables/stream/stream.js';
import { normalised } from '../text/normalise.js';
import type { Script } from '../text/script.js';
import type { Vocabulary } from '../vocabulary.js';

/** A sentence that breaks off is as long as this, in characters. */
const shortestSentence = 6;
/** A beginning of a label is as long as this, in label characters. */
const shortestBeginning = 2;
/** A heading is no longer than this. */
const longestHeading = 40;

/** A sentence or what stands for one has come to its end. */
const ended = /[。!?;:.…"'”’)》」\]>*]$/;
const endedBy = /[。!?;]$/;
/** So long a line is a sentence, which a bracket or quotation mark does not end. */
const longInBrackets = /^.{60,}[)》」\]”’]$/;
/** A bracket that nothing closes. */
const openBracket = /[\p{Script=Han}\d]\([^()]{1,20}$|^\($/u;
/** Where a picture or a file lies, without what it is. */
const bareAddress = /^\/[\w./-]+\/\w+$/;
/** A year that is cut. */
const cutYear = /^20\d{0,2}$/;
const pauses = /[,、。;:]/;
/** How a sentence begins that names its year or the agency. */
const opensSentence = /^(?:20\d{2}|[本我今全](?:年|局|委|办|镇|乡|街|区|县|市|厅|单位))/;
const opensHeading = /^(?:\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.])/;
const bareOrdinal = /^\(?[一二三四五六七八九十]{1,2}\)?[、.]?$/;
/** Numbers of telephones and posts, days and addresses end without a full stop. */
const endsByItself = /(?:\d{4,}|[年月日]|\d[号室楼]|[a-z\d.@/_-]{6,})$/i;

interface Wordings {
  /** Every label and heading of the forms, squeezed. */
  all: readonly string[];
  labels: ReadonlySet<string>;
}

const compiled = new WeakMap<readonly FormEdition[], Wordings>();

function wordingsOf(forms: readonly FormEdition[]): Wordings {
  const known = compiled.get(forms);
  if (known !== undefined) return known;
  const labels = new Set<string>();
  const headings = new Set<string>();
  for (const { sections, tables } of forms) {
    for (const { ordinal, heading, variants } of sections)
      for (const each of [heading, ...(variants ?? [])]) headings.add(squeeze(`${ordinal}${each}`));
    for (const block of tables.flatMap((each) => each.blocks)) {
      const { caption, captionVariants, corner, note, columns, rows } = block;
      for (const each of [caption, ...(captionVariants ?? []), ...(corner ?? []), note])
        if (each !== undefined) labels.add(squeeze(each));
      for (const leaf of [...leavesOf(columns), ...leavesOf(rows ?? [])])
        for (const { label, variants, ordinal } of [...leaf.parents, leaf.label])
          for (const each of [label, ...(variants ?? [])]) {
            labels.add(squeeze(each));
            labels.add(squeeze(`${ordinal ?? ''}${each}`));
          }
    }
  }
  labels.delete('');
  const made = { all: [...labels, ...headings], labels };
  compiled.set(forms, made);
  return made;
}

/** The last lines of text in the document, the last first. */
function lastLines({ blocks }: Document, script: Script): { text: string; at: At }[] {
  const lines: { text: string; at: At }[] = [];
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    const block = blocks[i];
    if (block === undefined || block.kind === 'aside') continue;
    const pieces = block.kind === 'paragraph' ? [block] : block.rows.flat();
    for (const { text, at } of [...pieces].reverse()) {
      for (const line of text.split(/[\n|]/).reverse()) {
        if (squeeze(line) === '' && !/[(（]\s*$/.test(line)) continue;
        lines.push({ text: normalised(line, script).trim(), at: at ?? block.at });
        if (lines.length === 2) return lines;
      }
    }
  }
  return lines;
}

/** Behind a sentence that ended: words that are no sentence, and no name that signs the report. */
const goesOn = (text: string, before: string, vocabulary: Vocabulary): boolean =>
  /^\p{Script=Han}+$/u.test(text) && endedBy.test(before) && kindOf(text, vocabulary) === 'unknown';

function isUnfinished(text: string, before: string, vocabulary: Vocabulary): boolean {
  if (openBracket.test(text) || bareAddress.test(text)) return true;
  const isOver = longInBrackets.test(text) ? false : ended.test(text);
  const isPart = pauses.test(text) || opensSentence.test(text) || goesOn(text, before, vocabulary);
  if (text.length < shortestSentence || isOver || !isPart) return false;
  const clauses = text.split(pauses);
  const words = [...vocabulary.chrome, ...vocabulary.closing];
  const tail = clauses.at(-1) ?? '';
  const clause = clauses.at(-2) ?? '';
  return (
    !endsByItself.test(text) &&
    !words.some((each) => tail.includes(each) || clause.endsWith(each) || text.startsWith(each))
  );
}

/** The document begins behind the first parts of the report. */
function beginsLate(
  title: Passage | null,
  sections: readonly Section[],
  forms: readonly FormEdition[],
): boolean {
  const [first] = sections.filter(({ heading }) => heading !== null);
  const early = new Set(forms.flatMap((form) => form.sections.slice(0, 2).map(({ ordinal }) => ordinal)));
  return title === null && first !== undefined && !early.has(first.id);
}

/**
 * Where the document ends before the report does: its last part is not there, and the last line is half a sentence, a heading that nothing
 * follows, or a label or the beginning of one; or where it begins behind the first parts.
 */
export function breaksOff(
  document: Document,
  { title, sections }: { title: Passage | null; sections: readonly Section[] },
  forms: readonly FormEdition[],
  script: Script,
  vocabulary: Vocabulary,
): At | null {
  if (beginsLate(title, sections, forms)) return document.blocks[0]?.at ?? null;
  if (sections.some(({ role, heading }) => role === 'others' && heading !== null)) return null;
  const [last, before] = lastLines(document, script);
  if (last === undefined) return null;
  const { text, at } = last;
  const key = squeeze(text.replace(yearInLabel, '$1'));
  const { all, labels } = wordingsOf(forms);
  // A single character begins a label only behind a row of labels.
  const isBehindLabels = before !== undefined && labels.has(squeeze(before.text.replace(/\([^()]*\)$/, '')));
  const isLabel =
    /\p{Script=Han}/u.test(key) &&
    (key.length >= shortestBeginning || isBehindLabels) &&
    (labels.has(key) || all.some((each) => each.length > key.length && each.startsWith(key)));
  const isBare = (line: string) =>
    bareOrdinal.test(line) ||
    (opensHeading.test(line) &&
      line.length <= longestHeading &&
      !pauses.test(line.slice(4)) &&
      !ended.test(line));
  // What follows a heading is a sentence.
  const isBegun = before !== undefined && isBare(before.text) && !ended.test(text);
  const isCutYear = before !== undefined && cutYear.test(text) && /\p{Script=Han}$/u.test(before.text);
  return isLabel || isBare(text) || isBegun || isCutYear || isUnfinished(text, before?.text ?? '', vocabulary)
    ? at
    : null;
}
