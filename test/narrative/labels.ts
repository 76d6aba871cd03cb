import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { readClaims } from '../../src/extract/narrative/index.js';
import type { Claim } from '../../src/model/report/claim.js';
import type { Passage, Section } from '../../src/model/report/report.js';
import { lexicon } from '../fixtures/defaults.js';

const entry = z.strictObject({
  text: z.string().optional(),
  /** Passages one after the other, in place of `text`. */
  lines: z.array(z.string()).optional(),
  /** A heading above the text. */
  heading: z.string().optional(),
  year: z.int().default(2023),
  agency: z.string().nullable().default(null),
  /** Why a careless reader would go wrong here. */
  trap: z.string().optional(),
  claims: z.array(z.string()),
  /** Right but not required. */
  optional: z.array(z.string()).default([]),
});
export type Entry = z.infer<typeof entry> & { file: string };

const folder = new URL('labelled/', import.meta.url);

export function loadEntries(): Entry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      z
        .array(entry)
        .parse(parse(readFileSync(new URL(file, folder), 'utf8')))
        .map((each) => ({ ...each, file })),
    );
}

/** A passage of text that needs no normalisation beyond NFKC. */
export function passageOf(source: string, line: number): Passage {
  let text = '';
  const offsets: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    for (const char of (source[index] ?? '').normalize('NFKC')) {
      text += char;
      offsets.push(index);
    }
  }
  return { text, source, offsets: [...offsets, source.length], at: { line, column: 1 } };
}

export function sectionOf(lines: readonly string[], heading: string | null = null): Section {
  return {
    id: '一',
    heading,
    printedOrdinal: null,
    at: null,
    asides: [],
    passages: lines.map((each, index) => passageOf(each, index + 1)),
  };
}

export function claimsOf(
  lines: readonly string[],
  year: number | null = 2023,
  agencyName: string | null = null,
  heading: string | null = null,
): Claim[] {
  return readClaims([sectionOf(lines, heading)], { year, agencyName }, lexicon);
}

const outcomes = new Set(
  'received carriedIn carriedOut granted partial denied unavailable rejected other totalHandled'.split(' '),
);
const columns = ['business', 'research', 'nonprofit', 'legalService', 'otherOrg'];
const lawsuits = ['litigationDirect', 'litigationAfterReview'];

/** Short names in the files: `received` is `t3.received.total`, `litigation` both kinds of lawsuits, `organisation` the five columns. */
function longMeasure(short: string): string {
  const prefix = /^(change|share)\./.exec(short)?.[0] ?? '';
  const rest = short.slice(prefix.length);
  const long = rest.split('+').flatMap((each) => {
    const [head = '', ...tail] = each.split('.');
    if (outcomes.has(head)) {
      const column = tail.at(-1);
      if (column === 'organisation') return columns.map((name) => `t3.${head}.${name}`);
      if (head === 'received' || head === 'totalHandled') return [`t3.${head}.${column ?? 'total'}`];
      return [`t3.${[head, ...tail].join('.')}.total`];
    }
    if (head === 'litigation') return lawsuits.map((name) => `t4.${name}.${tail[0] ?? 'total'}`);
    if (head === 'review' || lawsuits.includes(head)) return [`t4.${head}.${tail[0] ?? 'total'}`];
    return [each];
  });
  return prefix + long.join('+');
}

const operator: Record<string, Claim['qualifier']> = { '=': 'exact', '>=': 'atLeast', '~': 'approximate' };

/** What a label of the files says, in a form that can be compared; details that the label leaves open are absent. */
export interface Wanted {
  kind: Claim['kind'];
  measure: string | null;
  value: number;
  qualifier: Claim['qualifier'];
  year: number | null;
  unit?: string;
  scope?: string;
  includes?: string;
  parts?: number[];
  cover?: string;
}

export function wantedOf(label: string): Wanted {
  const year = Number(/@(\d{4})/.exec(label)?.[1] ?? 0) || null;
  const sum = /^sum (\S+) (>=|~)? ?([\d.]+) = ([\d. +]+?)(?: (open|overlapping))?$/.exec(label);
  if (sum !== null) {
    const [, measure = '', sign = '=', value = '', parts = '', cover] = sum;
    return {
      kind: 'sum',
      measure: measure === 'null' ? null : longMeasure(measure),
      value: Number(value),
      qualifier: operator[sign] ?? 'exact',
      year,
      parts: parts.split('+').map(Number),
      ...(cover === undefined ? {} : { cover }),
    };
  }
  const none = /^(\S+) none/.exec(label);
  if (none !== null)
    return { kind: 'none', measure: longMeasure(none[1] ?? ''), value: 0, qualifier: 'exact', year };
  const count = /^(\S+) (=|>=|~) (-?[\d.]+) ?(%|元|万元)?/.exec(label);
  if (count === null) throw new Error(`cannot read label: ${label}`);
  const [, measure = '', sign = '=', value = '', unit] = count;
  const scope = /\[(own|region)\]/.exec(label)?.[1];
  const includes = /includes (\S+)/.exec(label)?.[1];
  return {
    kind: unit === '%' ? 'percent' : 'count',
    measure: longMeasure(measure),
    value: Number(value),
    qualifier: operator[sign] ?? 'exact',
    year,
    ...(unit === undefined ? {} : { unit }),
    ...(scope === undefined ? {} : { scope }),
    ...(includes === undefined ? {} : { includes }),
  };
}

export function agrees(claim: Claim, wanted: Wanted): boolean {
  // The change over a year that the sentence names only by 上年 may name it or not.
  const year =
    claim.year === wanted.year || (claim.measure?.startsWith('change.') === true && wanted.year === null);
  return (
    claim.kind === wanted.kind &&
    claim.measure === wanted.measure &&
    claim.value === wanted.value &&
    claim.qualifier === wanted.qualifier &&
    year &&
    (wanted.unit === undefined || claim.unit === wanted.unit) &&
    (wanted.scope === undefined || claim.scope === wanted.scope) &&
    (wanted.includes === undefined || claim.includes.includes(wanted.includes)) &&
    (wanted.parts === undefined ||
      (claim.parts.map((part) => part.value).join() === wanted.parts.join() && claim.cover === wanted.cover))
  );
}

export interface Verdict {
  entry: Entry;
  right: number;
  wrong: Claim[];
  missed: string[];
}

/** A sum of exact numbers that is right accuses nobody. */
const addsUp = ({ kind, qualifier, value, parts }: Claim): boolean =>
  kind === 'sum' && qualifier === 'exact' && parts.reduce((all, part) => all + part.value, 0) === value;

/** Reads one entry and compares. Claims without a measure say nothing and are left out, sums aside. */
export function judge(each: Entry): Verdict {
  const lines = [...(each.heading === undefined ? [] : [each.heading]), ...(each.lines ?? [each.text ?? ''])];
  const claims = claimsOf(lines, each.year, each.agency).filter(
    (claim) => claim.measure !== null || claim.kind === 'sum',
  );
  const wrong: Claim[] = [];
  const open = each.claims.map((label) => ({ label, wanted: wantedOf(label) }));
  const optional = each.optional.map((label) => ({ label, wanted: wantedOf(label) }));
  let right = 0;
  for (const claim of claims) {
    const at = open.findIndex(({ wanted }) => agrees(claim, wanted));
    if (at !== -1) {
      open.splice(at, 1);
      right += 1;
      continue;
    }
    const spare = optional.findIndex(({ wanted }) => agrees(claim, wanted));
    if (spare === -1 && !addsUp(claim)) wrong.push(claim);
  }
  const excused = new Set(each.optional);
  return {
    entry: each,
    right,
    wrong,
    missed: open.map(({ label }) => label).filter((label) => !excused.has(label)),
  };
}

/** Precision and recall over all entries. */
export function accuracy(verdicts: readonly Verdict[]): {
  precision: number;
  recall: number;
  right: number;
  wrong: number;
  missed: number;
} {
  const right = verdicts.reduce((sum, each) => sum + each.right, 0);
  const wrong = verdicts.reduce((sum, each) => sum + each.wrong.length, 0);
  const missed = verdicts.reduce((sum, each) => sum + each.missed.length, 0);
  return { precision: right / (right + wrong), recall: right / (right + missed), right, wrong, missed };
}
