import type { Claim, ClaimPart } from '../../model/claim.js';
import type { Section } from '../../model/report.js';
import { allsOf } from './all.js';
import { hasRole, sentencesOf, type Sentence } from './clauses.js';
import type { Lexicon } from './lexicon.js';
import { mentionsOf } from './mentions.js';
import { nonesOf } from './none.js';
import { ownNames } from './own-names.js';
import { resolve, speaksOfDisclosure, type Known, type Reading, type Setting } from './resolve.js';
import { runningText, sourceOf, type Paragraph } from './running-text.js';
import { sumsOf } from './sums.js';
import { joinCarriedOver, timesOf } from './time.js';
import { tokenise, type Token } from './tokens.js';

export interface ReportContext {
  year: number | null;
  agencyName: string | null;
}

/** One statement with its place in the paragraph, before it is numbered. */
interface Draft {
  start: number;
  end: number;
  claim: Omit<Claim, 'id' | 'section' | 'quote' | 'at'>;
}

const joined = (measures: readonly string[] | undefined): string | null =>
  measures === undefined || measures.length === 0 ? null : [...new Set(measures)].join('+');

const unitName = (reading: Reading): string | null => reading.mention.number.unit?.name ?? null;

const spanOf = (reading: Reading): { start: number; end: number } => ({
  start: reading.mention.leading.find((token) => token.kind !== 'mark')?.start ?? reading.mention.number.start,
  end: reading.mention.trailing.findLast((token) => token.kind === 'word')?.end ?? reading.mention.number.end,
});

/** Measure of a reading as the claim names it: `change.` for growth, `share.` for a share. */
function named(reading: Reading, measures: readonly string[] | undefined): string | null {
  const name = joined(measures);
  if (name === null) return null;
  if (reading.change !== 0) return `change.${name}`;
  return reading.share ? `share.${name}` : name;
}

function countsOf(reading: Reading): Draft[] {
  const { number } = reading.mention;
  const lists = reading.measures.length === 0 ? [undefined] : reading.measures;
  return lists.map((measures) => ({
    ...spanOf(reading),
    claim: {
      kind: number.unit?.kind === 'percent' ? 'percent' : 'count',
      measure: named(reading, measures),
      value: reading.change === -1 ? -number.value : number.value,
      unit: unitName(reading),
      qualifier: reading.qualifier,
      parts: [],
      includes: [],
      scope: reading.scope,
      year: reading.time.year,
    },
  }));
}

/** Numbers without a unit and 一个 count nothing unless they were understood. */
const worthKeeping = (reading: Reading): boolean =>
  reading.measures.length > 0 || (reading.mention.number.unit !== null && !(reading.mention.number.chinese && reading.mention.number.value === 1));

function read(paragraph: Paragraph, setting: Setting, sentences: readonly Sentence[], partOf: (reading: Reading) => ClaimPart): Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of sentences) {
    const readings: Reading[] = [];
    for (const mention of mentionsOf(sentence)) {
      const reading = resolve(setting, mention);
      setting.readings.push(reading);
      readings.push(reading);
    }
    drafts.push(...readings.filter(worthKeeping).flatMap(countsOf));
    for (const none of nonesOf(setting, sentence)) {
      for (const measures of none.measures) {
        drafts.push({
          start: none.start,
          end: none.end,
          claim: { kind: 'none', measure: joined(measures), value: 0, unit: null, qualifier: 'exact', parts: [], includes: [], scope: null, year: none.year },
        });
      }
    }
    for (const all of allsOf(setting, sentence, readings)) {
      drafts.push({
        start: all.start,
        end: all.end,
        claim: {
          kind: 'count',
          measure: joined(all.measures),
          value: all.of.mention.number.value,
          unit: unitName(all.of),
          qualifier: all.of.qualifier,
          parts: [],
          includes: [],
          scope: all.of.scope,
          year: all.of.time.year,
        },
      });
    }
    for (const sum of sumsOf(readings)) {
      const last = sum.parts.at(-1) ?? sum.whole;
      drafts.push({
        start: spanOf(sum.whole).start,
        end: spanOf(last).end,
        claim: {
          kind: 'sum',
          measure: joined(sum.whole.measures[0]),
          value: sum.whole.mention.number.value,
          unit: unitName(sum.whole),
          qualifier: sum.whole.qualifier,
          parts: sum.parts.map(partOf),
          ...(sum.open ? { cover: 'open' as const } : {}),
          includes: [],
          scope: sum.whole.scope,
          year: sum.whole.time.year,
        },
      });
    }
  }
  return drafts.filter((each) => each.start < paragraph.text.length);
}

function scopesOf(tokens: readonly Token[]): { start: number; scope: 'own' | 'region' }[] {
  return tokens.flatMap((token): { start: number; scope: 'own' | 'region' }[] => {
    if (hasRole(token, 'region')) return [{ start: token.start, scope: 'region' }];
    return hasRole(token, 'own') ? [{ start: token.start, scope: 'own' }] : [];
  });
}

/** Topics that a heading announces for the paragraphs under it. */
function announced(tokens: readonly Token[], lexicon: Lexicon): string[] {
  const topics = tokens.flatMap((token) =>
    token.kind === 'word' && token.senses.topic !== null && token.senses.strength === 'strong' ? [token.senses.topic] : [],
  );
  return [...new Set(topics)].filter((id) => lexicon.data.topics[id]?.bare !== null);
}

function knownTopics(tokens: readonly Token[], lexicon: Lexicon, heading: readonly string[]): Known[] {
  const known: Known[] = heading.length > 0 ? [{ topics: [...heading], position: -1 }] : [];
  for (const token of tokens) {
    if (token.kind !== 'word' || token.senses.topic === null || token.senses.strength !== 'strong') continue;
    if (lexicon.data.topics[token.senses.topic]?.bare !== null) known.push({ topics: [token.senses.topic], position: token.start });
  }
  return known;
}

/** Claims of one section, numbered later. */
function readSection(section: Section, context: ReportContext, lexicon: Lexicon): Omit<Claim, 'id'>[] {
  const names = ownNames(context.agencyName);
  const words = (text: string) => joinCarriedOver(tokenise(text, lexicon, names), lexicon, context.year);
  const sectionTopics = announced(words(section.heading ?? ''), lexicon);
  let heading = sectionTopics;
  const claims: Omit<Claim, 'id'>[] = [];
  for (const paragraph of runningText(section.passages)) {
    const tokens = words(paragraph.text);
    const sentences = sentencesOf(tokens);
    if (paragraph.heading) {
      const topics = announced(tokens, lexicon);
      heading = topics.length > 0 ? topics : sectionTopics;
    }
    const first = tokens.find((token) => speaksOfDisclosure(lexicon, token))?.start ?? Infinity;
    const setting: Setting = {
      lexicon,
      reportYear: context.year,
      agencyName: context.agencyName,
      text: paragraph.text,
      times: timesOf(sentences, context.year),
      known: knownTopics(tokens, lexicon, paragraph.heading ? [] : heading),
      readings: [],
      disclosure: (position) => first < position || heading.length > 0,
      scopes: scopesOf(tokens),
    };
    const place = (start: number, end: number) => sourceOf(paragraph, section.passages, start, end);
    const partOf = (reading: Reading): ClaimPart => {
      const { start, end } = spanOf(reading);
      const label = paragraph.text.slice(start, reading.mention.number.start);
      return { label, value: reading.mention.number.value, qualifier: reading.qualifier, measure: joined(reading.measures[0]), ...place(start, end) };
    };
    const drafts = read(paragraph, setting, sentences, partOf).sort((a, b) => a.start - b.start || a.end - b.end);
    for (const { start, end, claim } of drafts) claims.push({ ...claim, section: section.id, ...place(start, end) });
  }
  return claims;
}

/** Reads what the prose states: counts, sums, shares and that there was none of something. Pure; linear in the length of the text. */
export function readClaims(sections: readonly Section[], context: ReportContext, lexicon: Lexicon): Claim[] {
  return sections
    .flatMap((section) => readSection(section, context, lexicon))
    .map((claim, index) => ({ ...claim, id: `c${index + 1}` }));
}
