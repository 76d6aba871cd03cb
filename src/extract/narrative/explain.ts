import type { Claim } from '../../model/report/claim.js';
import type { ExplainedSentence, ExplainedWord } from '../../model/report/explained.js';
import type { Section } from '../../model/report/report.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { claimsOf, readParagraphs, type PlacedReading, type ReportContext } from './read-claims.js';
import type { Token } from './sentence/numbers/token.js';

const kinds: Record<Exclude<Token['kind'], 'mark'>, ExplainedWord['kind']> = {
  number: 'number',
  year: 'year',
  months: 'months',
  noise: 'noise',
  title: 'title',
  word: 'word',
  rest: 'unknown',
};

function wordOf(token: Token, text: string): ExplainedWord[] {
  if (token.kind === 'mark') return [];
  const senses: string[] = [];
  if (token.kind === 'word') {
    const { topic, aspect, applicant, channel, roles } = token.senses;
    if (topic !== null) senses.push(`topic ${topic}`);
    if (aspect !== null) senses.push(`aspect ${aspect}`);
    if (applicant !== null) senses.push(`applicant ${applicant}`);
    if (channel !== null) senses.push(`channel ${channel}`);
    senses.push(...roles);
  }
  return [{ text: text.slice(token.start, token.end), kind: kinds[token.kind], senses }];
}

function explainParagraph(reading: PlacedReading, claims: readonly Claim[]): ExplainedSentence[] {
  const { section, paragraph, place, sentences, readings, drafts } = reading;
  return sentences.flatMap((sentence) => {
    const within = (position: number) => position >= sentence.start && position < sentence.end;
    const own = claims.flatMap((claim, index) => {
      const draft = drafts[index];
      return draft !== undefined && within(draft.start) ? [{ ...claim, by: draft.by }] : [];
    });
    const unassigned = readings.flatMap(({ mention, unassigned: why }) => {
      if (why === null || mention.sentence !== sentence) return [];
      const { number, leading } = mention;
      const start = leading.find((token) => token.kind !== 'mark')?.start ?? number.start;
      return [{ value: number.value, unit: number.unit?.name ?? null, ...place(start, number.end), why }];
    });
    if (own.length === 0 && unassigned.length === 0) return [];
    const words = sentence.tokens.flatMap((token) => wordOf(token, paragraph.text));
    return [{ section: section.id, ...place(sentence.start, sentence.end), words, claims: own, unassigned }];
  });
}

/** How every sentence with a number or a statement was read: its words, its claims, and why numbers stay unassigned. */
export function explainClaims(
  sections: readonly Section[],
  context: ReportContext,
  lexicon: Lexicon,
): ExplainedSentence[] {
  const paragraphs = readParagraphs(sections, context, lexicon);
  const claims = claimsOf(paragraphs, lexicon);
  let from = 0;
  return paragraphs.flatMap((paragraph) => {
    const to = from + paragraph.drafts.length;
    const explained = explainParagraph(paragraph, claims.slice(from, to));
    from = to;
    return explained;
  });
}
