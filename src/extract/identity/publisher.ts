import type { Block, Document, Passage, Section } from '../../model/index.js';
import { anyOf } from '../any-of.js';
import type { Vocabulary } from '../vocabulary.js';
import { kindOf, levelOf } from './agency.js';
import { withoutOffice } from './prose-names.js';

/** What a page prints beside its text: who published it, or where it was taken from. */
interface Field {
  name: string;
  quote: string;
  at: Passage['at'] | null;
}

/** Lines in which a page has such fields, not its sentences. */
const LONGEST_LINE = 160;

interface Patterns {
  publishers: RegExp;
  sources: RegExp;
}

const compiled = new WeakMap<Vocabulary, Patterns>();

function patternsOf(vocabulary: Vocabulary): Patterns {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const { labels, publishers, sources } = vocabulary.page;
  const field = (words: readonly string[]) =>
    new RegExp(
      String.raw`(?<=^|[\s|>)\]】;,])(?:${anyOf(words)})[\s:\]】|]{0,6}(\p{Script=Han}{3,30}?)(?=$|[^\p{Script=Han}]|${anyOf(labels)})`,
      'gu',
    );
  const patterns = { publishers: field(publishers), sources: field(sources) };
  compiled.set(vocabulary, patterns);
  return patterns;
}

/** The lines of a document that may hold fields; of a table each row is one. */
function linesOf(block: Block): { text: string; at: Passage['at'] }[] {
  if (block.kind === 'aside') return [];
  if (block.kind === 'paragraph') return block.text.split('\n').map((text) => ({ text, at: block.at }));
  return block.rows.flatMap((row) => {
    const [first] = row;
    return first === undefined
      ? []
      : [{ text: row.map(({ text }) => text.trim()).join(' | '), at: first.at }];
  });
}

/** The lines in the form in which they are searched; a label that stands alone has its value in the next line. */
function withValues(lines: ReturnType<typeof linesOf>, { page }: Vocabulary): ReturnType<typeof linesOf> {
  const short = lines
    .map(({ text, at }) => ({ text: text.normalize('NFKC').trim(), at }))
    .filter(({ text }) => text !== '' && text.length <= LONGEST_LINE);
  const isLabel = (text: string) => page.publishers.includes(text.replace(/[\s:]+$/, ''));
  return short.map(({ text, at }, i) => ({
    text: isLabel(text) ? `${text} ${short[i + 1]?.text ?? ''}` : text,
    at,
  }));
}

/** 松陵区农业农村局 is an agency; an office within one, a newspaper and the name of a person are none. */
function isAgency(name: string, vocabulary: Vocabulary): boolean {
  const { bareEndings, notPublishers } = vocabulary.page;
  if (notPublishers.some((each) => name.includes(each))) return false;
  if (withoutOffice(`局${name}`, vocabulary) === '局') return false;
  return kindOf(name, vocabulary) === 'unknown'
    ? false
    : levelOf(name, vocabulary) !== 'unknown' || bareEndings.some((each) => name.endsWith(each));
}

/** What the report says of itself: 我局, 我镇, 我县. */
const ofBody = /[我本](?:局|厅|委|单位|部门|机关|中心|院|校|馆|站|所|处|队)/;
const ofOffice = /[我本]办/;
const ofTownship = /[我本](?:镇|乡(?!村|镇)|街道)/;
const ofPlace = /[我本](?:县|市|区(?!域))/;

/** A site is run by a government: only a report that speaks as that government does is its own. */
function canBeOf(name: string, sections: readonly Section[], vocabulary: Vocabulary): boolean {
  const texts = sections.flatMap((each) => each.passages.map(({ text }) => text));
  const says = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  const kind = kindOf(name, vocabulary);
  const isTownship = levelOf(name, vocabulary) === 'township';
  if (says(ofTownship) && !says(ofBody)) return isTownship;
  if (kind === 'government') return isTownship ? !says(ofBody) : says(ofPlace) && !says(ofBody);
  if (kind === 'office') return says(ofOffice);
  return !says(ofPlace) || says(ofBody);
}

/**
 * The agency by the fields of the page that holds the report (发布机构, 信息来源), for a report that names none itself; `null` when no field
 * names an agency, several name different ones, or the text speaks as another kind of body.
 */
export function readPublisher(
  { blocks, metadata = [] }: Document,
  sections: readonly Section[],
  vocabulary: Vocabulary,
): Field | null {
  const patterns = patternsOf(vocabulary);
  const lines = withValues(blocks.flatMap(linesOf), vocabulary);
  const printed = (pattern: RegExp): Field[] =>
    lines.flatMap(({ text, at }) =>
      [...text.matchAll(pattern)].map((match) => ({ name: match[1] ?? '', quote: match[0], at })),
    );
  const hidden = metadata.flatMap(({ name, content }): Field[] =>
    vocabulary.page.metadata.includes(name.toLowerCase())
      ? [{ name: content.trim(), quote: `${name}=${content}`, at: null }]
      : [],
  );
  for (const fields of [printed(patterns.publishers), [...printed(patterns.sources), ...hidden]]) {
    const named = fields
      .map((each) => ({ ...each, name: withoutOffice(each.name, vocabulary) }))
      .filter(({ name }) => isAgency(name, vocabulary));
    const [first] = named;
    if (first === undefined) continue;
    if (named.some(({ name }) => name !== first.name)) return null;
    return canBeOf(first.name, sections, vocabulary) ? first : null;
  }
  return null;
}
