import * as z from 'zod';
import { replyStates, reviewVerdicts, type Reply, type Waiver } from '../model/index.js';
import { YamlError, type Problem } from '../yaml/problem.js';
import { parseSource, type ParsedSource, type Path } from '../yaml/source.js';
import { problemsOf } from '../yaml/zod-problems.js';

const waiver = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/, '16 × 0-9a-f'),
  verdict: z.enum(reviewVerdicts),
  reason: z.string().min(1),
  reviewer: z.string().min(1),
  date: z.iso.date().nullable().default(null),
  expiry: z.iso.date().nullable().default(null),
});

/** What the agency has answered. */
const reply = z.strictObject({
  fingerprint: waiver.shape.fingerprint,
  state: z.enum(replyStates),
  text: z.string().default(''),
  date: z.iso.date(),
});

/** A file of waivers. */
const waiverFile = z.strictObject({ waivers: z.array(waiver), replies: z.array(reply).default([]) });

const keys = ['waivers', 'replies', ...Object.keys(waiver.shape), ...Object.keys(reply.shape)];

/** A waiver and where it stands. */
export interface PlacedWaiver {
  waiver: Waiver;
  /** From 1. */
  line: number;
  column: number;
}

export interface WaiverFile {
  name: string;
  waivers: PlacedWaiver[];
  replies: Reply[];
}

/**
 * Reads a file of waivers.
 * @throws YamlError with every mistake and its place
 */
export function loadWaivers(name: string, text: string): WaiverFile {
  // Everything is text: a fingerprint of nothing but digits is no number.
  const { source, problems } = parseSource({ name, text }, 'failsafe');
  if (problems.length > 0) throw new YamlError(problems);
  if (typeof source.data !== 'object' || source.data === null || Array.isArray(source.data))
    throw new YamlError([source.problem('not-a-mapping', [])]);
  const parsed = waiverFile.safeParse(source.data);
  if (!parsed.success) throw new YamlError(problemsOf(parsed.error, source.data, [], source, keys));
  const waivers = parsed.data.waivers.map((each, index) => ({
    waiver: each,
    ...placeOf(source, ['waivers', index, 'fingerprint']),
  }));
  const twice = repeated(waivers, source);
  if (twice.length > 0) throw new YamlError(twice);
  return { name, waivers, replies: parsed.data.replies };
}

function placeOf(source: ParsedSource, path: Path): { line: number; column: number } {
  const { line, column } = source.problem('not-a-mapping', path);
  return { line, column };
}

function repeated(waivers: readonly PlacedWaiver[], source: ParsedSource): Problem[] {
  const first = new Map<string, PlacedWaiver>();
  return waivers.flatMap((each, index) => {
    const { fingerprint } = each.waiver;
    const before = first.get(fingerprint);
    first.set(fingerprint, before ?? each);
    if (before === undefined) return [];
    const values = { fingerprint, first: `${before.line}:${before.column}` };
    return [source.problem('duplicate-waiver', ['waivers', index, 'fingerprint'], values)];
  });
}

/** Waivers that still hold on the day, YYYY-MM-DD, and those that do not. */
export function sortOut(
  waivers: readonly PlacedWaiver[],
  today: string,
): { inForce: PlacedWaiver[]; expired: PlacedWaiver[] } {
  const holds = ({ waiver: { expiry } }: PlacedWaiver) => expiry === null || expiry >= today;
  return { inForce: waivers.filter(holds), expired: waivers.filter((each) => !holds(each)) };
}
