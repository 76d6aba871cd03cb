import type { Claim, ClaimPart } from '../../model/claim.js';
import type { Section } from '../../model/report.js';
import { allsOf, type AllReading } from './all.js';
import { hasRole, sentencesOf, type Sentence } from './clauses.js';
import type { Lexicon } from './lexicon.js';
import { includesOf } from './includes.js';
import { mentionsOf } from './mentions.js';
import { nonesOf, type NoneReading } from './none.js';
import { ownNames } from './own-names.js';
import { resolve, type Known, type Reading, type Setting } from './resolve.js';
import { runningText, sourceOf } from './running-text.js';
import { shareOf } from './shares.js';
import { sumsOf, type SumReading } from './sums.js';
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

/** Claims that a number makes by itself: one, or one for each of the things it holds for. */
function countsOf(reading: Reading, parts: ClaimPart[], includes: string[]): Draft[] {
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
      parts,
      includes,
      scope: reading.scope,
      year: reading.time.year,
    },
  }));
}

const nothing = { unit: null, qualifier: 'exact', parts: [], includes: [], scope: null } as const;

function noneDraft({ measures, start, end, year }: NoneReading): Draft {
  return { start, end, claim: { ...nothing, kind: 'none', measure: joined(measures), value: 0, year, parts: [], includes: [] } };
}

function allDraft({ of, measures, start, end }: AllReading): Draft {
  const [same] = countsOf({ ...of, measures: [measures] }, [], []);
  if (same === undefined) throw new Error('a reading makes at least one claim');
  return { ...same, start, end };
}

function sumDraft({ whole, parts, open, overlapping }: SumReading, partOf: (reading: Reading) => ClaimPart): Draft {
  const [same] = countsOf(whole, parts.map(partOf), []);
  if (same === undefined) throw new Error('a reading makes at least one claim');
  const spans = [whole, ...parts].map(spanOf);
  return {
    start: spans.reduce((least, span) => Math.min(least, span.start), Infinity),
    end: spans.reduce((most, span) => Math.max(most, span.end), 0),
    claim: { ...same.claim, kind: 'sum', ...(overlapping ? { cover: 'overlapping' } : open ? { cover: 'open' } : {}) },
  };
}

/** Numbers without a unit and 一个 count nothing unless they were understood. */
const worthKeeping = (reading: Reading): boolean =>
  reading.measures.length > 0 || (reading.mention.number.unit !== null && !(reading.mention.number.chinese && reading.mention.number.value === 1));

/** Everything that a paragraph states, in no particular order. */
function draftsOf(setting: Setting, sentences: readonly Sentence[], partOf: (reading: Reading) => ClaimPart): Draft[] {
  const drafts: Draft[] = [];
  const includes = new Map<Reading, string[]>();
  for (const sentence of sentences) {
    const readings = mentionsOf(sentence).map((mention) => {
      const reading = resolve(setting, mention);
      setting.readings.push(reading);
      return reading;
    });
    for (const [reading, measures] of includesOf(setting, sentence, readings)) includes.set(reading, measures);
    for (const none of nonesOf(setting, sentence)) drafts.push(noneDraft(none));
    for (const all of allsOf(setting, sentence)) drafts.push(allDraft(all));
  }
  const sums = sumsOf(setting.lexicon, sentences, setting.readings);
  const wholes = new Map(sums.flatMap((sum) => sum.parts.map((part) => [part, sum.whole])));
  setting.readings.forEach((reading, index) => {
    if (!worthKeeping(reading)) return;
    const share = reading.share && reading.measures.length > 0 ? shareOf(setting, index, wholes) : null;
    drafts.push(...countsOf(reading, share === null ? [] : [partOf(share.part), partOf(share.base)], includes.get(reading) ?? []));
  });
  for (const sum of sums) drafts.push(sumDraft(sum, partOf));
  return drafts;
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
  return [...new Set(topics)].filter((id) => lexicon.measured.has(id));
}

function namedTopics(tokens: readonly Token[], lexicon: Lexicon, heading: readonly string[]): Known[] {
  const known: Known[] = heading.length > 0 ? [{ topics: [...heading], position: -1 }] : [];
  for (const token of tokens) {
    if (token.kind !== 'word' || token.senses.topic === null || token.senses.strength !== 'strong') continue;
    if (lexicon.measured.has(token.senses.topic)) known.push({ topics: [token.senses.topic], position: token.start });
  }
  return known;
}

/** Only numbers and negations state anything by themselves. */
const mayState = (token: Token): boolean => token.kind === 'number' || hasRole(token, 'negation');

/** Claims of one section, numbered later. */
function readSection(section: Section, context: ReportContext, lexicon: Lexicon): Omit<Claim, 'id'>[] {
  const names = ownNames(context.agencyName);
  const words = (text: string) => joinCarriedOver(tokenise(text, lexicon, names), lexicon, context.year);
  const sectionTopics = announced(words(section.heading ?? ''), lexicon);
  let heading = sectionTopics;
  const claims: Omit<Claim, 'id'>[] = [];
  for (const paragraph of runningText(section.passages)) {
    const tokens = words(paragraph.text);
    if (paragraph.heading) {
      const topics = announced(tokens, lexicon);
      heading = topics.length > 0 ? topics : sectionTopics;
    }
    if (!tokens.some(mayState)) continue;
    const sentences = sentencesOf(tokens, lexicon);
    const first = sentences.reduce((least, each) => Math.min(least, each.disclosure), Infinity);
    const setting: Setting = {
      lexicon,
      reportYear: context.year,
      agencyName: context.agencyName,
      times: timesOf(sentences, context.year),
      named: namedTopics(tokens, lexicon, paragraph.heading ? [] : heading),
      counted: [],
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
    const drafts = draftsOf(setting, sentences, partOf).sort((a, b) => a.start - b.start || a.end - b.end);
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
