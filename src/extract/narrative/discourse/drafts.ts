import type { Claim, ClaimPart, Inference } from '../../../model/report/claim.js';
import type { Mechanism } from '../../../model/report/explained.js';
import type { AllReading } from './alls/all-reading.js';
import { isInRow, type Lexicon } from '../lexicon/lexicon.js';
import { hasRole } from '../sentence/clauses.js';
import type { NoneReading } from '../sentence/denial/none.js';
import type { NumberReading } from './setting.js';
import type { SumReading } from './lists/sum-reading.js';

/** One statement with its place in the paragraph, before it is numbered. */
export interface Draft {
  start: number;
  end: number;
  by: Mechanism;
  claim: Omit<Claim, 'id' | 'section' | 'quote' | 'at'>;
}

export const joined = (measures: readonly string[] | undefined): string | null =>
  measures === undefined || measures[0] === undefined
    ? null
    : measures.length === 1
      ? measures[0]
      : [...new Set(measures)].join('+');

const unitName = (reading: NumberReading): string | null => reading.mention.number.unit?.name ?? null;

export const spanOf = (reading: NumberReading): { start: number; end: number } => ({
  start:
    reading.mention.leading.find((token) => token.kind !== 'mark')?.start ?? reading.mention.number.start,
  end: reading.mention.trailing.findLast((token) => token.kind === 'word')?.end ?? reading.mention.number.end,
});

/** What the prose calls the thing counted, without 其中 and the like before it. */
export function labelOf(reading: NumberReading, text: string): string {
  const { leading, number } = reading.mention;
  const first = leading.find(
    (token) => token.kind !== 'mark' && !hasRole(token, 'breakdown') && !hasRole(token, 'enumerator'),
  );
  return first === undefined ? '' : text.slice(first.start, number.start).replace(/\($/, '');
}

/** Measure of a reading as the claim names it: `change.` for growth, `share.` for a share. */
function named(reading: NumberReading, measures: readonly string[] | undefined): string | null {
  const name = joined(measures);
  if (name === null) return null;
  if (reading.change !== 0) return `change.${name}`;
  return reading.share ? `share.${name}` : name;
}

const inferences: ReadonlySet<Mechanism> = new Set<Inference>(['topic', 'total', 'several']);
const isInference = (by: Mechanism): by is Inference => inferences.has(by);

/** Claims that a number makes by itself: one, or one for each of the things it holds for. */
export function countsOf(reading: NumberReading, parts: ClaimPart[], includes: string[]): Draft[] {
  const { number } = reading.mention;
  const lists = reading.measures.length === 0 ? [undefined] : reading.measures;
  const { by } = reading;
  const { start, end } = spanOf(reading);
  return lists.map((measures) => {
    const claim: Draft['claim'] = {
      kind: number.unit?.kind === 'percent' ? 'percent' : 'count',
      measure: named(reading, measures),
      value: reading.total ?? (reading.change === -1 ? -number.value : number.value),
      unit: unitName(reading),
      qualifier: reading.qualifier,
      parts,
      includes,
      scope: reading.scope,
      year: reading.time.year,
    };
    if (isInference(by)) claim.inferred = by;
    return { start, end, by, claim };
  });
}

export function noneDraft({ measures, start, end, scope, year }: NoneReading): Draft {
  return {
    start,
    end,
    by: 'denial',
    claim: {
      kind: 'none',
      measure: joined(measures),
      value: 0,
      unit: null,
      qualifier: 'exact',
      parts: [],
      includes: [],
      scope,
      year,
    },
  };
}

export function allDraft(
  lexicon: Lexicon,
  { of, far, complete, measures, count, start, end }: AllReading,
): Draft {
  const by = of.by === 'total' || of.by === 'topic' ? of.by : far ? 'topic' : 'all';
  const [same] = countsOf({ ...of, by, total: count ?? of.total, measures: [measures] }, [], []);
  if (same === undefined) throw new Error('a reading makes at least one claim');
  const finished = complete && measures.every((each) => isInRow(lexicon, 'handled', each));
  return { ...same, start, end, claim: finished ? { ...same.claim, finished: true } : same.claim };
}

export function sumDraft(
  { whole, parts, open, overlapping }: SumReading,
  partOf: (reading: NumberReading) => ClaimPart,
): Draft {
  const by = whole.by === 'several' ? whole.by : 'list';
  const [same] = countsOf({ ...whole, by }, parts.map(partOf), []);
  if (same === undefined) throw new Error('a reading makes at least one claim');
  const spans = [whole, ...parts].map(spanOf);
  return {
    by,
    start: spans.reduce((least, span) => Math.min(least, span.start), Infinity),
    end: spans.reduce((most, span) => Math.max(most, span.end), 0),
    claim: {
      ...same.claim,
      kind: 'sum',
      ...(overlapping ? { cover: 'overlapping' } : open ? { cover: 'open' } : {}),
    },
  };
}

const countsThings = ({ mention }: NumberReading): boolean =>
  mention.number.unit !== null && mention.number.unit.family !== 'other';

/** Numbers without a unit, lengths, ranks and 一个 count nothing unless they were understood. */
export const worthKeeping = (reading: NumberReading): boolean =>
  reading.measures.length > 0 ||
  (countsThings(reading) && !(reading.mention.number.chinese && reading.mention.number.value === 1));
