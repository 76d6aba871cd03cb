import type * as z from 'zod';
import { saidWith, type Claim, type Localised } from '../../model/index.js';
import type { Context } from '../evaluate/context.js';
import { expressionOf, wordsOrPattern } from '../pattern/pattern.js';
import type { Zod } from '../schemas.js';
import { bound, defineDomain } from './domain.js';

const kinds = ['count', 'sum', 'percent', 'none'] as const;
const qualifiers = ['exact', 'atLeast', 'approximate'] as const;

/** Which statements of the prose are meant. */
export const claimFilter = (z: Zod) => {
  const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
  return z.strictObject({
    kind: oneOrMore(z.enum(kinds)).optional(),
    /** Measures; `*` stands for any words of one of them. */
    measure: oneOrMore(z.string()).optional(),
    /** Without it exact and "at least", never approximate. */
    qualifier: oneOrMore(z.enum(qualifiers)).optional(),
    /** How the parts of a sum cover it; without it any. */
    cover: z.enum(['exact', 'open', 'overlapping']).optional(),
    /** Only statements that all were finished. */
    finished: z.literal(true).optional(),
    section: oneOrMore(z.string()).optional(),
    /** Only statements with this number of parts. */
    parts: z.number().int().min(0).optional(),
    /** Only statements whose sentence states each of these measures too. */
    beside: z.array(z.string()).min(1).optional(),
    /** Only statements that do not go on to say this, as far as their sentence goes. */
    unlessSaid: wordsOrPattern(z).pattern,
    /** Also statements about the whole region; without it only those about the agency itself or that do not say. */
    region: z.boolean().optional(),
    /** Also statements about another year. */
    otherYears: z.boolean().optional(),
  });
};
export type ClaimFilter = z.infer<ReturnType<typeof claimFilter>>;

type Test = (claim: Claim, context: Context) => boolean;

const tests = new WeakMap<ClaimFilter, Test>();

/** The claims that the filter lets through. A filter object is compiled once. */
export function claimsOf(filter: ClaimFilter, context: Context): Claim[] {
  const test = tests.get(filter) ?? testOf(filter);
  tests.set(filter, test);
  return context.report.claims.filter((claim) => test(claim, context));
}

function testOf(filter: ClaimFilter): Test {
  const kinds = filter.kind === undefined ? null : [filter.kind].flat();
  const qualifiers = [filter.qualifier ?? ['exact' as const, 'atLeast' as const]].flat();
  const sections = filter.section === undefined ? null : [filter.section].flat();
  const measures =
    filter.measure === undefined
      ? null
      : [filter.measure].flat().map((text) => ({ text, pattern: patternOf(text) }));
  const unless = filter.unlessSaid === undefined ? null : expressionOf({ pattern: filter.unlessSaid }, '');
  return (claim, context) =>
    (kinds?.includes(claim.kind) ?? true) &&
    (measures?.some(({ text, pattern }) => isMeasure(claim.measure, text, pattern, context)) ?? true) &&
    qualifiers.includes(claim.qualifier) &&
    claim.parts.every((part) => qualifiers.includes(part.qualifier)) &&
    (filter.cover === undefined || (claim.cover ?? 'exact') === filter.cover) &&
    (filter.finished === undefined || claim.finished === true) &&
    (filter.parts === undefined || claim.parts.length === filter.parts) &&
    (sections?.includes(claim.section) ?? true) &&
    (filter.region === true || claim.scope !== 'region') &&
    (filter.otherYears === true || claim.year === null) &&
    (filter.beside?.every((measure) => isBeside(claim, measure, context)) ?? true) &&
    (unless === null || !unless.test(saidBy(claim, context)));
}

/** A group that the edition names stands for the sum of its members. */
function isMeasure(measure: string | null, text: string, pattern: RegExp, { view }: Context): boolean {
  return measure !== null && (pattern.test(measure) || measure === view.members.get(text)?.join('+'));
}

function isBeside(claim: Claim, measure: string, { report, sentenceOf }: Context): boolean {
  return report.claims.some((each) => each.measure === measure && sentenceOf(each) === sentenceOf(claim));
}

function saidBy(claim: Claim, { report }: Context): string {
  return saidWith(
    claim,
    report.sections.find(({ id }) => id === claim.section),
  ).normalize('NFKC');
}

function patternOf(measure: string): RegExp {
  return new RegExp(`^${measure.replace(/[.+]/g, '\\$&').replaceAll('*', '[^+]+')}$`);
}

export const claims = defineDomain({
  name: 'claims',
  summary: {
    'zh-CN': '正文中的各项陈述；同一陈述重复出现只算一次。约数、全地区口径和其他年度的陈述除非写明不在其列。',
    en: 'Statements of the prose; the same statement made twice counts once. Approximate ones and those about the region or other years are left out unless asked for.',
  },
  params: claimFilter,
  properties: () => ['measure', 'subject', 'value', 'unit', 'quote', 'section', 'part', 'year'],
  selectors: () => [],
  sample: 'c1',
  members: (filter, _, context) => {
    const groups = new Map<string, Claim[]>();
    for (const claim of context === null ? [] : claimsOf(filter, context)) {
      const { kind: own, measure, value, qualifier: how, parts, year } = claim;
      const key = JSON.stringify([own, measure, value, how, year, parts.map((part) => part.value)]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [claim]);
      else group.push(claim);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { measure, value, unit, quote, section, year } = first;
      return [
        bound(first.id, () => quote, {
          properties: {
            measure,
            subject: measure?.replace(/^(?:share|change)\./, '') ?? null,
            value,
            unit,
            quote,
            section,
            part: partOf(section),
            year,
          },
          claims: group.map((claim) => claim.id),
          quotes: group.map((claim) => ({ quote: claim.quote, at: claim.at })),
        }),
      ];
    });
  },
});

/** How messages call the part of the report where a claim stands. */
function partOf(section: string): Localised {
  return section === 'preface'
    ? { 'zh-CN': '引言', en: 'The preface' }
    : { 'zh-CN': `第${section}部分`, en: `Part ${'一二三四五六七八九'.indexOf(section) + 1}` };
}
