import { purposeOf } from '../../form/parts.js';
import type { FormEdition, FormSection } from '../../model/index.js';
import { squeeze } from '../tables/stream/stream.js';

/** A line that may be the heading of one of the parts. */
export interface HeadingCandidate {
  section: FormSection;
  /** What the part is for in every edition. */
  purpose: string;
  /** Of the orders in which editions have their parts the one that is meant. */
  order: number;
  /** Position of the part in that order, from 0. */
  rank: number;
  /** Index of the line. */
  line: number;
  weight: number;
  /** In the wording of the form itself. */
  official: boolean;
  /** Ordinal as printed, '' when there is none. */
  ordinal: string;
  /** Index in the normalised line behind the heading, where text may follow. */
  end: number;
}

/** A line that may begin with the ordinal of a part; radicals stand for numerals in the text of some pages. */
export const mayOpenPart = /^[#*\s]{0,12}[第一二三四五六七八九十\u2F00\u2F06\u2F0B\u2F17]/;
/** A line that begins with the ordinal of a part, in Markdown and outside it. */
export const opensPart = /^[#*\s]{0,12}第?[一二三四五六七八九十]{1,2}(?:部分|[、.．,])/;

const printedOrdinal =
  /^[#*\s]{0,12}(第?[一二三四五六七八九十]{1,2}(?:部分)?|\([一二三四五六七八九十]{1,2}\)|\d{1,2}|[-—–l])?\s{0,4}[、.．,:)]?\s{0,4}/;
/** Words before a heading proper: the year or the agency itself. */
const longestLead = 14;

interface Part {
  section: FormSection;
  purpose: string;
  order: number;
  rank: number;
  /** Every wording over all editions; the official one first. */
  texts: string[];
}

interface Wordings {
  parts: Part[];
  /** Matches what holds any of them. */
  any: RegExp;
}

/** The parts in every order in which an edition numbers them. */
function wordings(forms: readonly FormEdition[]): Wordings {
  const sections = forms.map((form) =>
    form.sections.map((section) => ({ section, purpose: purposeOf(form, section) })),
  );
  const orders = new Map<string, (typeof sections)[number]>();
  for (const own of sections) {
    const order = own.map(({ section, purpose }) => `${section.ordinal} ${purpose}`).join();
    if (!orders.has(order)) orders.set(order, own);
  }
  const parts = [...orders.values()].flatMap((own, order) =>
    own.map(({ section, purpose }, rank): Part => {
      const all = [{ section, purpose }, ...sections.flat()].filter((each) => each.purpose === purpose);
      const texts = all.flatMap((each) => [each.section.heading, ...(each.section.variants ?? [])]);
      return { section, purpose, order, rank, texts: [...new Set(texts.map(squeeze))] };
    }),
  );
  return { parts, any: new RegExp(parts.flatMap(({ texts }) => texts).join('|') || '(?!)') };
}

const known = new WeakMap<readonly FormEdition[], Wordings>();

/** Index in `text` behind its first `count` label characters. */
function behind(text: string, count: number): number {
  let left = count;
  let i = 0;
  // Most characters of a heading are those of a label.
  const alone = /^[\u4e00-\u9fffa-zA-Z0-9]*/.exec(text)?.[0].length ?? 0;
  if (alone >= count) return count;
  while (i < text.length && left > 0) {
    left -= squeeze(text.charAt(i)).length;
    i += 1;
  }
  return i;
}

/** The parts that a normalised line may head. `marked`: the format itself says that it is a heading. */
export function headingCandidates(
  text: string,
  line: number,
  marked: boolean,
  forms: readonly FormEdition[],
): HeadingCandidate[] {
  let all = known.get(forms);
  if (all === undefined) {
    all = wordings(forms);
    known.set(forms, all);
  }
  const prefix = printedOrdinal.exec(text.slice(0, 40));
  const ordinal = prefix?.[1] ?? '';
  const skip = prefix?.[0].length ?? 0;
  const key = squeeze(text.slice(skip, skip + 60));
  if (!all.any.test(key)) return [];
  const numeral = ordinal.replaceAll(/[第部分]/g, '');
  return all.parts.flatMap(({ section, purpose, order, rank, texts }) => {
    const best = texts.flatMap((each, i) => {
      const at = key.indexOf(each);
      if (at === -1 || at > longestLead) return [];
      const rest = key.slice(at + each.length);
      const whole = rest === '';
      const maySeparate = numeral === section.ordinal && at === 0;
      if (!whole && !maySeparate) return [];
      const end = skip + behind(text.slice(skip), at + each.length);
      if (!whole && !/^[\s::。.、,;*]/.test(text.slice(end))) return [];
      const named = i === 0 ? 3 : each.length >= 6 ? 2.5 : 1.5;
      const numbered =
        numeral === section.ordinal ? 1.5 : numeral === '' ? 0 : numeral.startsWith('(') ? -2 : 0.3;
      const lead = at === 0 ? 0 : -0.5 - (numeral === '' ? 1 : 0);
      return [
        {
          section,
          purpose,
          order,
          rank,
          line,
          official: i === 0,
          ordinal: numeral,
          end,
          weight: named + numbered + lead + (marked ? 0.5 : 0) + (whole ? 0.5 : 0),
        },
      ];
    });
    const [first] = best.sort((a, b) => b.weight - a.weight);
    return first === undefined || first.weight < 1 ? [] : [first];
  });
}

/** The headings of the report among the candidates, in the order of the edition that fits them best. */
export function chooseHeadings(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const outer = withoutInner(candidates);
  const orders = [...new Set(outer.map(({ order }) => order))].sort((a, b) => a - b);
  const [first, ...others] = orders.map((order) => chainOf(outer.filter((each) => each.order === order)));
  if (first === undefined) return [];
  return others.reduce((best, each) => (each.weight > best.weight ? each : best), first).headings;
}

const isInner = (ordinal: string) => ordinal.startsWith('(') || /^\d/.test(ordinal);

/**
 * Below a part numbered 一、 the lines numbered （一） or 1. head what the part is about, though they may be worded as another part is. One
 * with the wording and the numeral of its part counts as a part all the same.
 */
function withoutInner(candidates: readonly HeadingCandidate[]): readonly HeadingCandidate[] {
  const first = candidates.find(({ ordinal, section }) => ordinal === section.ordinal);
  if (first === undefined) return candidates;
  return candidates.filter(
    ({ line, ordinal, official, section }) =>
      line <= first.line || !isInner(ordinal) || (official && ordinal === `(${section.ordinal})`),
  );
}

/** Growing in rank and position, with the greatest weight together. */
function chainOf(candidates: readonly HeadingCandidate[]): { headings: HeadingCandidate[]; weight: number } {
  const score: number[] = [];
  const previous: number[] = [];
  /** By rank the best chain that ends above the line at hand; those of the line itself wait. */
  const above = new Map<number, number>();
  let waiting: number[] = [];
  let best = -1;
  const scoreOf = (index: number) => score[index] ?? 0;
  candidates.forEach((candidate, i) => {
    if (candidates[i - 1]?.line !== candidate.line) {
      for (const each of waiting) {
        const rank = candidates[each]?.rank ?? 0;
        const known = above.get(rank);
        if (known === undefined || scoreOf(each) >= scoreOf(known)) above.set(rank, each);
      }
      waiting = [];
    }
    score[i] = candidate.weight;
    previous[i] = -1;
    for (const [rank, j] of above) {
      if (rank >= candidate.rank) continue;
      const before = previous[i] ?? -1;
      // On a tie the later chain wins: a table of contents comes before the text.
      if (before === -1 || scoreOf(j) > scoreOf(before) || (scoreOf(j) === scoreOf(before) && j > before))
        previous[i] = j;
    }
    const before = previous[i] ?? -1;
    if (before >= 0) score[i] = scoreOf(before) + candidate.weight;
    if (best === -1 || scoreOf(i) >= scoreOf(best)) best = i;
    waiting.push(i);
  });
  const chain: HeadingCandidate[] = [];
  for (let i = best; i >= 0; i = previous[i] ?? -1) {
    const each = candidates[i];
    if (each !== undefined) chain.unshift(each);
  }
  const ranks = new Set(chain.map((each) => each.rank));
  const displaced = candidates.filter((each) => !ranks.has(each.rank) && each.weight >= 4);
  const extra = new Map(displaced.map((each) => [each.rank, each])).values();
  const headings = [...chain, ...extra].sort((a, b) => a.line - b.line || a.rank - b.rank);
  return { headings, weight: scoreOf(best) };
}
